import type { CellRead } from './cell.ts'
import type { Step } from './clean-cell.ts'
import { isOfficialsNothing } from './empty-cell.ts'

/** What a column of a code list takes: the list's codes, where they are known, and other ways to write them. */
export type CodeCell = { variants: Readonly<Record<string, string>>; codes?: readonly string[] }

/**
 * A word of a code list. The words of officials for 'nothing' may be codes (无, 未知): they are, where the list has them,
 * and an empty cell where it has not.
 */
export const readCode = ({ variants, codes }: CodeCell, { text, repairs }: Step): CellRead => {
  const wordOf = (written: string) =>
    Object.hasOwn(variants, written) ? variants[written] : codes?.includes(written) ? written : undefined
  const word =
    wordOf(text) ?? wordOf(text.replaceAll(/\s/g, '')) ?? wordOf(text.normalize('NFKC').replaceAll(/\s/g, ''))
  if (word === undefined && codes !== undefined && isOfficialsNothing(text))
    return { value: undefined, repairs: [...repairs, 'EMPTY_WORD'] }
  const value = word ?? text
  return { value, repairs: value === text ? repairs : [...repairs, 'CODE_WORD'] }
}
