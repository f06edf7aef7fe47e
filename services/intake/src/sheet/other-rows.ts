import { unitNamed } from './amount-unit.ts'
import type { Headings } from './find-headings.ts'
import { plainHeading } from './heading-text.ts'
import { columnNamed, recognise } from './recognise-headings.ts'
import type { SheetFormat } from './sheet-format.ts'
import { SheetUnreadable, sheetRefusals } from './sheet-refusals.ts'

/** Why a row under the headings is none of the data: English, Chinese. */
export const skippedCatalogue = {
  blank: ['blank rows', '空行'],
  headings: ['headings that come again', '重复的标题行'],
  title: ['titles that come again', '重复的表题'],
  example: ['rows that are an example', '示例行'],
  total: ['rows of totals', '合计行'],
  signature: ['rows of signatures and notes', '签章、备注行'],
  page: ['page numbers', '页码行'],
  export: ['lines that the hub wrote under its list', '枢纽在导出清单下写的说明行'],
} as const satisfies Record<string, readonly [string, string]>

export type SkippedKind = keyof typeof skippedCatalogue

const total =
  /^(?:本页|本表|本单|本次|本月|本年|以上|全市|全区|全县|全镇|全部|各项|总的?)?(?:合计|总计|小计|累计|共计|合共|总合计)(?:\(.*\)|人数|户数|金额|数|元|[:：].*|(?:\([^)]*\))?[\d.,，人户元笔条名万零〇壹贰叁肆伍陆柒捌玖拾佰仟亿圆角分整正]+)?$/
const signer =
  '制表|填表|填报|编制|制单|审核|复核|核对|审批|批准|经办|经手|负责|单位负责|部门负责|财务负责|分管领导|主管|领导|主任|科长|局长|站长|会计|出纳|统计|报送|报表|上报|签字|签章|盖章|签名|监督|监印|联系|电话|日期|填表日期|制表日期|打印|单位'
const signature = new RegExp(
  `^(?:${signer})(?:单位|部门|机关|日期|时间|人员|人|员|电话|领导|意见|章|签字|签章|盖章)*(?:\\(.*\\))?(?::.*)?$`,
)
/** Words of signatures that other cells of data may be too, and that count only before a colon. */
const signedWith = new RegExp(`^(?:${signer}|.{0,6}(?:负责人|经办人|审核人|制表人|填表人|复核人))[^:]{0,10}:`)
const note = /^(?:备?注|说明|填表说明|填报说明|备注说明|附注|温馨提示)[:\d(]/
/** What stands in the number of the example row of the hub's templates. */
export const exampleMark = '示例（不报送）'
/** In the place of the row's own number, as templates have it, the hub's and others. */
const example = /^(?:填写|填报)?(?:示例|样例|范例|例)(?:\d|\(.*\))?$/
const page = /^(?:第\d+页.*|共\d+页.*|\d+\/\d+|-\d+-|page\d+.*|页码.*)$/i

/** The day of signing, alone in its row; days and months may be left to be filled in by hand. */
const signedOn =
  /^(?:[\d〇○零一二三四五六七八九十]{4}年[\d〇○零一二三四五六七八九十]{0,3}月[\d〇○零一二三四五六七八九十]{0,3}日?|\d{4}([-./])\d{1,2}\1\d{1,2})$/

const plain = (cell: string) => cell.normalize('NFKC').replaceAll(/[\s\u200B-\u200D\uFEFF]/g, '')
const isEmpty = (cell: string | undefined) => cell === undefined || /^[-—–－/／\s\u200B-\u200D\uFEFF]*$/.test(cell)

const isSame = (row: readonly string[], other: readonly string[]) => {
  const length = Math.max(row.length, other.length)
  for (let at = 0; at < length; at++) if ((row[at] ?? '') !== (other[at] ?? '')) return false
  return true
}

/** Without digits: 第1页 is the title of 第2页. */
const withoutDigits = (cells: readonly string[]) => cells.map((cell) => cell.replaceAll(/\d+/g, '0'))

const comesAgain = (cells: readonly string[], format: SheetFormat, headings: Headings, row: number): boolean => {
  const plains = cells.map(plainHeading)
  if (headings.own.some((own) => isSame(plains, own))) return true
  const again = recognise(
    format,
    cells.map((cell) => [cell]),
  )
  if (again.missing.length > 0 || again.columns.size === 0) return false
  const moved = [...headings.columns].some(([column, at]) => again.columns.get(column) !== at)
  if (!moved && again.columns.size === headings.columns.size) return true
  throw new SheetUnreadable(sheetRefusals.SHEET_HEADINGS_CHANGE, {
    exact: {
      en: `row ${row} has other headings than row ${headings.row}`,
      zh: `第 ${row} 行的标题与第 ${headings.row} 行不同`,
    },
  })
}

/** Digits that name a person or a business: a row that has such a number is data, whatever else it says. */
const hasNumber = (cells: readonly string[]) => cells.some((cell) => /\d{15,}[\dXx]?/.test(plain(cell)))

/**
 * Tells the rows under headings that are none of the data. A row that has all that is needed is data, whatever its cells
 * are called; but a total in the place of the row's own number is none.
 * @throws {SheetUnreadable} where other headings begin.
 */
export const otherRows = (format: SheetFormat, headings: Headings) => {
  const needed = [...headings.columns].filter(([column]) => column.needed && !column.mayBeEmpty).map(([, at]) => at)
  const own = [...headings.columns].find(([column]) => column.to.includes('/id'))?.[1]
  const amounts = [...headings.units.keys()].map((column) => headings.columns.get(column)!)
  const titles = headings.above.map(withoutDigits)
  const named = new Set(headings.own.flat())
  return (row: number, cells: readonly string[]): SkippedKind | undefined => {
    const filled = cells.filter((cell) => !isEmpty(cell))
    if (filled.length === 0) return 'blank'
    const first = plainHeading(filled[0]!)
    if ((named.has(first) || columnNamed(format, first)) && comesAgain(cells, format, headings, row)) return 'headings'
    if (filled[0]!.startsWith('# ')) return 'export'
    if (own !== undefined && cells[own]?.includes('例') && example.test(plain(cells[own]))) return 'example'
    // Looked at in every row, so what most rows have not is asked first.
    if (own !== undefined && cells[own]?.includes('计') && total.test(plain(cells[own]))) return 'total'
    if (needed.every((at) => !isEmpty(cells[at])) || hasNumber(cells)) return undefined
    const plains = filled.map(plain)
    // A unit alone where an amount should stand belongs to the headings.
    if (amounts.some((at) => unitNamed(cells[at] ?? ''))) return 'headings'
    if (titles.some((title) => title.length > 0 && isSame(withoutDigits(filled.map(plainHeading)), title)))
      return 'title'
    if ((own === undefined || isEmpty(cells[own])) && plains.some((cell) => total.test(cell))) return 'total'
    const begins = plains[0]!
    if (plains.length === 1 && page.test(begins)) return 'page'
    if (plains.length === 1 && signedOn.test(begins)) return 'signature'
    // 会计 alone may be somebody's post: then most of what is needed is there.
    const isBare = !begins.includes(':') && 2 * needed.filter((at) => !isEmpty(cells[at])).length > needed.length
    if (isBare) return undefined
    if (signature.test(begins) || signedWith.test(begins) || note.test(begins)) return 'signature'
    return undefined
  }
}
