import { faultsOf } from '@hub/runtime/problem.ts'
import { defineRefusals } from '@hub/schemas/refusal.ts'

/** What can be wrong with a row as it stands under its headings: what is wrong, what to do. */
export const shapeRefusals = defineRefusals('intake', {
  ROW_LONGER: {
    status: 422,
    en: [
      'the row has more filled cells than there are headings',
      'Put cells that have a comma in them into quotation marks, or send the sheet as .xlsx; give every column a heading.',
    ],
    zh: ['本行有内容的单元格多于标题', '内容含逗号的单元格请加英文双引号，或改报 .xlsx；每一列都应有标题。'],
  },
  ROW_SHORTER: {
    status: 422,
    en: ['the row ends before a needed column', 'Look for a line break within a cell, or a cell that was left out.'],
    zh: ['本行在必填列之前就结束了', '请检查单元格内是否有换行，或是否漏了单元格。'],
  },
  ROW_COMMA: {
    status: 422,
    en: [
      'an amount looks cut at its thousands comma',
      'Write the amount without commas, or put it into quotation marks.',
    ],
    zh: ['金额像是在千分位逗号处被截断', '请去掉金额中的逗号，或加英文双引号。'],
  },
  ROW_QUOTES: {
    status: 422,
    en: [
      'a quotation mark has drawn several rows into one cell',
      'Check the quotation marks of this row and of those below.',
    ],
    zh: ['引号把几行并成了一个单元格', '请检查本行及其后几行的引号。'],
  },
  ROW_ENCODING: {
    status: 422,
    en: ['the row is in another encoding than the file', 'Export the whole sheet again in one encoding (UTF-8).'],
    zh: ['本行的编码与文件其余部分不同（乱码）', '请以同一编码（UTF-8）重新导出整张表。'],
  },
  CELL_OTHER_UNIT: {
    status: 422,
    en: ['the cell names another unit than its column', 'Write the amount in the unit of the column.'],
    zh: ['单元格中的单位与该列的单位不同', '请按该列的单位填写金额。'],
  },
  CELL_MERGED: {
    status: 422,
    en: [
      'the cell is merged over rows or columns: what it says of this one is not said',
      'Take the merge off, and write into every row what is its own: its number, its amount.',
    ],
    zh: ['单元格跨行或跨列合并，无法确定本行本列的内容', '请取消合并，在每一行填写本行自己的编号、金额等。'],
  },
  CELL_CODE_DAY: {
    status: 422,
    en: [
      'the spreadsheet has made a date or a time of what is none',
      'Set the column to text, and write the value again.',
    ],
    zh: ['表格软件把内容变成了日期或时间', '请将该列设为文本后重新填写。'],
  },
  CELL_SCALED: {
    status: 422,
    en: [
      'the cell shows another number than it holds (per cent, thousands, 万)',
      'Set the cell to the format General, and write the number that is meant.',
    ],
    zh: ['单元格显示的数与实际的数不同（百分比、千、万等格式）', '请将单元格格式设为常规，并填写实际的数。'],
  },
  CELL_BOOLEAN: {
    status: 422,
    en: ['the cell holds TRUE or FALSE', 'Write the value itself.'],
    zh: ['单元格中是逻辑值 TRUE 或 FALSE', '请填写实际内容。'],
  },
})

export const shapeFault = faultsOf(shapeRefusals)
