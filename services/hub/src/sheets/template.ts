import { cellWords, codesOf } from '@hub/intake/sheet/cell-words.ts'
import { exampleMark } from '@hub/intake/sheet/other-rows.ts'
import type { Column } from '@hub/intake/sheet/sheet-format.ts'
import ExcelJS from 'exceljs'
import { ruleAnswer, rulesToldOf, rulesToldOfAll } from '../rules-told.ts'
import { exampleCells, isAsked, shownColumns, shownHeading, type TypeSheet } from './type-sheets.ts'

/** Rows of a template that have drop-downs and text cells. */
const rowsPrepared = 5000
/** Most codes and characters of a drop-down that holds them itself; longer lists stand on a sheet. */
const mostCodes = 20
const longestList = 250
const codeSheet = '代码'

/** A name that a sheet of a workbook may have. */
const sheetName = (title: string) => title.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, 31)

const isNumeric = ({ cell }: Column) =>
  cell === 'yuan' || cell === 'signedYuan' || cell === 'count' || cell === 'decimal'

const letter = (at: number): string => {
  const rest = at % 26
  const own = String.fromCharCode(65 + rest)
  return at < 26 ? own : letter(Math.floor(at / 26) - 1) + own
}

/** What a template leaves to those who know the hub's own terms. */
const technical = ['/source', '/correlationid', '/causationid']

/** Where the codes of a list stand on their sheet; each list once. */
const codeLists = (workbook: ExcelJS.Workbook, columns: readonly Column[]) => {
  const places = new Map<string, string>()
  const lists = columns.map(({ cell, headings }) => ({ heading: headings[0]!, codes: codesOf(cell) }))
  const long = lists.filter(
    ({ codes }) =>
      codes.length > mostCodes || codes.join(',').length > longestList || codes.some((code) => code.includes(',')),
  )
  if (long.length === 0) return places
  const sheet = workbook.addWorksheet(codeSheet)
  for (const { heading, codes } of long) {
    const key = codes.join('\n')
    if (places.has(key)) continue
    const at = places.size
    const column = sheet.getColumn(at + 1)
    column.values = [heading, ...codes]
    column.width = 30
    places.set(key, `'${codeSheet}'!$${letter(at)}$2:$${letter(at)}$${codes.length + 1}`)
  }
  return places
}

const fillSheet = (
  sheet: ExcelJS.Worksheet,
  of: TypeSheet,
  columns: readonly Column[],
  lists: ReadonlyMap<string, string>,
) => {
  const example = exampleCells(of)
  const { format, definition } = of
  sheet.addRow([`${format.titleZh}　${definition.type}`])
  sheet.addRow(columns.map(shownHeading))
  sheet.addRow(columns.map((column) => example.get(column) ?? ''))
  sheet.getRow(1).font = { bold: true, size: 14 }
  sheet.getRow(2).font = { bold: true }
  sheet.getRow(3).font = { italic: true, color: { argb: 'FF808080' } }
  for (const [at, column] of columns.entries()) {
    const own = sheet.getColumn(at + 1)
    own.width = Math.max(12, shownHeading(column).length * 2 + 4)
    // Text keeps every digit of a number as it is typed.
    own.numFmt = isNumeric(column) ? 'General' : '@'
    if (isAsked(column))
      sheet.getCell(2, at + 1).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF2CC' } }
    const codes = codesOf(column.cell)
    if (codes.length === 0 || (typeof column.cell === 'object' && 'list' in column.cell)) continue
    const place = lists.get(codes.join('\n'))
    const range = `${letter(at)}4:${letter(at)}${rowsPrepared}`
    const { dataValidations } = sheet as unknown as {
      dataValidations: { add: (range: string, validation: ExcelJS.DataValidation) => void }
    }
    dataValidations.add(range, {
      type: 'list',
      allowBlank: true,
      formulae: [place ?? `"${codes.join(',')}"`],
      showErrorMessage: true,
      errorTitle: column.headings[0]!,
      error: '请从下拉列表中选择。Choose from the list.',
    })
  }
  sheet.views = [{ state: 'frozen', ySplit: 2 }]
}

const rules = ({ definition, format }: TypeSheet): readonly (readonly [string, string])[] => [
  [`${format.titleZh}：${definition.descriptionZh}`, `${definition.titleEn}: ${definition.descriptionEn}`],
  [
    '一行报送一件事。带 * 的列必填；没有内容的列可以留空或删除。',
    'A row is one event. Columns with * are needed; others may be empty or deleted.',
  ],
  [
    `第 3 行是示例，编号为“${exampleMark}”的行不报送。`,
    `Row 3 is an example: a row whose number is "${exampleMark}" is not sent.`,
  ],
  [
    '“编号”是本单位给这件事的编号，同一编号再次报送不会重复入库。1 至 7 位数字的编号只是表内顺序号，前面会加上本行事实的月份（如 2025-03/1）；8 位以上或含其他字符的编号原样使用。',
    'The number is your own for the event: sent again, it is not recorded twice. A number of 1 to 7 digits only counts the rows of its list, so the month of the row stands before it (2025-03/1); one of 8 digits or more, or with other characters, stays as it is.',
  ],
  [
    '更正已报送的一行：另起一行写正确内容，用新的编号，“替代编号”填原编号，“更正原因”选原因。',
    'To correct a row: a new row with a new number, the old number in 替代编号, the reason in 更正原因.',
  ],
  [
    '金额一律以元填写；如需万元，请在标题中写明，如 金额（万元）。合并单元格对其所跨各行都有效，但编号和金额每行各填。',
    'Amounts are in yuan; another unit stands in the heading: 金额（万元）. A merged cell holds for each row that it lies over; but each row has its own number and amount.',
  ],
  [
    '带序号的列（如 成员1 姓名）可以按序增加，如 成员4 姓名。',
    'Columns with a number (成员1 姓名) may go on: 成员4 姓名.',
  ],
  [
    '请勿修改第 1 行中的事件类型，它告诉枢纽这是什么表。',
    'Leave the event type in row 1: it says which sheet this is.',
  ],
  [
    `核对：hub submit 文件 --department ${definition.department}；报送：再加 --yes。`,
    `Check: hub submit FILE --department ${definition.department}; send: add --yes.`,
  ],
]

const bold = (sheet: ExcelJS.Worksheet) => {
  sheet.lastRow!.font = { bold: true }
}

/** What a column is called in English: the first of its headings that is in words of it, not the path of a field. */
const englishOf = ({ headings }: Column) =>
  headings.find((heading) => /^[a-z]/i.test(heading) && heading.includes(' ')) ??
  headings.find((heading) => /^[a-z]/i.test(heading)) ??
  ''

const fillInstructions = (sheet: ExcelJS.Worksheet, of: TypeSheet, columns: readonly Column[]) => {
  const example = exampleCells(of)
  sheet.addRow(['填写说明 How to fill'])
  for (const [zh, en] of rules(of)) sheet.addRow([zh, en])
  sheet.addRow([])
  sheet.addRow(['列', 'Column', '必填', '填什么', 'What to write', '可选代码', '示例', 'Field'])
  bold(sheet)
  for (const column of columns) {
    const { zh, en } = cellWords(column.cell)
    sheet.addRow([
      column.headings[0],
      englishOf(column),
      isAsked(column) ? '是' : '',
      zh,
      en,
      codesOf(column.cell).join('、'),
      column.to[0] === '/id' ? '' : (example.get(column) ?? ''),
      column.to[0]!.replace('/duties/', '/data/handledBy '),
    ])
  }
  sheet.addRow([])
  sheet.addRow(['各列之间的规则', 'Rules between the columns', '不符合的', '错误代码 code'])
  bold(sheet)
  for (const rule of [...rulesToldOf(of.definition), ...rulesToldOfAll])
    sheet.addRow([rule.words.zh, rule.words.en, ruleAnswer(rule), rule.code])
  sheet.getRow(1).font = { bold: true, size: 14 }
  for (const [at, width] of [40, 40, 14, 36, 44, 60, 24, 36].entries()) {
    sheet.getColumn(at + 1).width = width
    sheet.getColumn(at + 1).numFmt = '@'
  }
}

/** The template of a sheet as XLSX: headings, drop-downs, one example row that is never sent, and how to fill it. */
export const templateOf = async (of: TypeSheet): Promise<Uint8Array> => {
  const workbook = new ExcelJS.Workbook()
  const columns = shownColumns(of.format).filter(({ to }) => !technical.includes(to[0]!))
  const sheet = workbook.addWorksheet(sheetName(of.format.titleZh))
  const lists = codeLists(workbook, columns)
  fillSheet(sheet, of, columns, lists)
  fillInstructions(workbook.addWorksheet('填写说明'), of, columns)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}
