import { cellWords, codesOf } from '@hub/intake/sheet/cell-words.ts'
import {
  type Department,
  departments,
  type SubmittingDepartment,
  submittingDepartments,
} from '@hub/schemas/department.ts'
import { exampleCells, isAsked, sheetsOf, shownColumns, shownHeading, type TypeSheet } from './type-sheets.ts'

const needed = ({ format }: TypeSheet): string =>
  format.columns
    .filter(isAsked)
    .map(({ headings }) => headings[0])
    .join('、')

/** The sheets of departments for a terminal: a line each, with the headings that they need. */
export const sheetListText = (only?: SubmittingDepartment): string =>
  submittingDepartments
    .filter((department) => only === undefined || department === only)
    .map((department) => {
      const lines = sheetsOf(department).map((sheet) => {
        const name = sheet.ofSystem ? `${sheet.format.titleZh} (${sheet.format.titleEn})` : sheet.definition.titleZh
        return `  ${sheet.definition.type}  ${name}\n      必需 needed: ${needed(sheet)}`
      })
      return `${department} ${departments[department as Department].titleZh} (${lines.length} sheets)\n${lines.join('\n')}`
    })
    .join('\n\n')

/** Codes that are shown in a line. */
const codesShown = 12

const codesText = (codes: readonly string[]): string => {
  if (codes.length === 0) return ''
  const more =
    codes.length > codesShown ? ` …（共 ${codes.length} 项，见模板 the template has all ${codes.length}）` : ''
  return `: ${codes.slice(0, codesShown).join(' ')}${more}`
}

/** The columns of a sheet for a terminal: heading, whether it is needed (*), what it holds, the example. */
export const sheetText = (sheet: TypeSheet): string => {
  const { definition, format } = sheet
  const example = exampleCells(sheet)
  const lines = shownColumns(format).map((column) => {
    const { zh, en } = cellWords(column.cell)
    const value = example.get(column)
    const pointer = column.to[0]!.replace('/duties/', '/data/handledBy ')
    return `${isAsked(column) ? '' : ' '}${shownHeading(column)}  ${zh} ${en}${codesText(codesOf(column.cell))}${
      value === undefined ? '' : `  例 e.g. ${value}`
    }  [${pointer}]`
  })
  return [
    `${format.titleZh} (${format.titleEn})`,
    `${definition.type}: ${definition.descriptionZh} ${definition.descriptionEn}`,
    '* 必填 needed',
    '',
    ...lines,
  ].join('\n')
}
