import type { Figure } from './figure.ts'
import { careFigures } from './rows/care.ts'
import { coordinationFigures } from './rows/coordination.ts'
import { entitlementFigures } from './rows/entitlements.ts'
import { hardshipFigures } from './rows/hardship.ts'
import { memoryFigures } from './rows/memory.ts'
import { placementAndCardFigures } from './rows/placement-and-cards.ts'
import { rightsFigures } from './rows/rights.ts'
import { serviceFigures } from './rows/services.ts'
import { supervisionFigures } from './rows/supervision.ts'
import { workFigures } from './rows/work.ts'

/** Every figure of the yearly work report, in the order of its table. */
export const figures: readonly Figure[] = [
  ...serviceFigures,
  ...entitlementFigures,
  ...careFigures,
  ...workFigures,
  ...memoryFigures,
  ...coordinationFigures,
  ...supervisionFigures,
  ...rightsFigures,
  ...hardshipFigures,
  ...placementAndCardFigures,
].sort((one, other) => one.row - other.row)

/** A figure by its key. */
export const figureOf = (key: string): Figure | undefined => figures.find((figure) => figure.key === key)
