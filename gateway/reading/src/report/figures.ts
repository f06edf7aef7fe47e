import type { Figure } from './figure.ts'
import { careFigures } from './rows/care.ts'
import { memoryFigures } from './rows/memory.ts'
import { serviceFigures } from './rows/services.ts'
import { workFigures } from './rows/work.ts'

/** Every figure of the yearly work report, in the order of its table. */
export const figures: readonly Figure[] = [...serviceFigures, ...careFigures, ...workFigures, ...memoryFigures].sort(
  (one, other) => one.row - other.row,
)

/** A figure by its key. */
export const figureOf = (key: string): Figure | undefined => figures.find((figure) => figure.key === key)
