import { unitNamed } from './amount-unit.ts'
import { plainHeading } from './heading-text.ts'
import type { HeadingChoices, Recognised } from './recognise-headings.ts'

export const filled = (cell: string | undefined): boolean => cell !== undefined && cell.trim() !== ''

/** Groups of columns about somebody else than the person of the row: 身份证号 under them is not the person's. */
const ofAnother =
  /家属|家庭成员|配偶|父|母|子女|儿|女儿|监护|代领|代办|经办|联系人|委托|遗属|亲属|抚养|赡养|开户|收款|账户/

/** A unit that stands alone under a heading belongs to it as a note does: 万元 as （万元）. */
const asNote = (cell: string): string => (unitNamed(cell) ? `（${cell}）` : cell)

/** A heading that is split over rows: the lowest cell behind its group's, that cell alone, or the one that is merged downwards. */
const combined = (rows: readonly (readonly string[])[]): HeadingChoices => {
  const width = Math.max(...rows.map(({ length }) => length))
  const groups = rows.map(() => '')
  return Array.from({ length: width }, (_, at) => {
    const parts: string[] = []
    let lowest = ''
    for (const [depth, cells] of rows.entries()) {
      const cell = depth === 0 ? (cells[at]?.trim() ?? '') : asNote(cells[at]?.trim() ?? '')
      if (cell !== '') {
        groups[depth] = cell
        // A new group begins: what it holds does not belong to the one before.
        for (let below = depth + 1; below < rows.length; below++) groups[below] = ''
        lowest = cell
        parts.push(cell)
      } else if (rows.slice(depth + 1).some((below) => filled(below[at]))) parts.push(groups[depth]!)
    }
    if (lowest === '') return ['']
    const joined = parts.join('')
    const isOfAnother = parts.some((part) => part !== lowest && ofAnother.test(part))
    return isOfAnother ? [joined] : [...new Set([joined, lowest])]
  })
}

/** What headings may be read as that stand in one row, or are split over several. */
export const splitHeadings = (rows: readonly (readonly string[])[]): HeadingChoices =>
  rows.length === 1 ? rows[0]!.map((cell) => [cell]) : combined(rows)

/** Whether a row divides the headings over it (应发, 实发 or （万元） under 金额), and is no row of data. */
export const divides = (over: readonly string[], row: readonly string[], { columns }: Recognised): boolean => {
  if (!row.some(filled) || row.some((cell) => /\d{2}/.test(cell))) return false
  const needed = [...columns].filter(([column]) => column.needed).map(([, at]) => at)
  const isNote = (at: number) => filled(row[at]) && plainHeading(asNote(row[at]!)) === ''
  const underGroup = (at: number) =>
    isNote(at) || (filled(row[at]) && (!filled(over[at]) || !filled(over[at + 1] ?? '-')))
  if (!row.some((_, at) => underGroup(at))) return false
  // Data fills most of what is needed; a second row of headings fills what lies under groups.
  return needed.filter((at) => filled(row[at])).every(underGroup)
}
