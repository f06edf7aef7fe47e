import { type NameChange, readName } from '@hub/schemas/values/person-name.ts'
import type { CellRead } from './cell.ts'
import type { Step } from './clean-cell.ts'
import type { Repair } from './repair.ts'

const repairOf = {
  letters: 'NAME_LETTERS',
  width: 'HALF_WIDTH',
  dot: 'NAME_DOT',
  spaces: 'NAME_SPACES',
  unseen: 'INVISIBLE',
} as const satisfies Record<NameChange, Repair>

/** The name of a person in its one spelling. A text that is no name stays: the event's schema says what is wrong with it. */
export const readNameCell = ({ text, repairs }: Step): CellRead => {
  const read = readName(text)
  if ('fault' in read) return { value: text, repairs }
  return { value: read.name, repairs: [...new Set([...repairs, ...read.changes.map((change) => repairOf[change])])] }
}
