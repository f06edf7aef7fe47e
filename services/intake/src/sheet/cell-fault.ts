import { faultsOf } from '@hub/runtime/problem.ts'
import { defineRefusals } from '@hub/schemas/refusal.ts'

/** What can be beyond repair in a cell of a sheet: what is wrong, what to do. */
export const cellRefusals = defineRefusals('intake', {
  CELL_EXPONENT: {
    status: 422,
    en: [
      'the spreadsheet has turned the number into 4.3E+17; its digits are lost',
      'Set the column to text in the source system, export it again, and do not save the file in a spreadsheet.',
    ],
    zh: [
      '表格软件已把号码变成科学计数（如 4.3E+17），数字已丢失',
      '请在源系统中将该列设为文本后重新导出，勿用表格软件另存。',
    ],
  },
  CELL_DIGITS_LOST: {
    status: 422,
    en: [
      'the spreadsheet has put zeros in the place of the last digits',
      'Set the column to text in the source system and export it again.',
    ],
    zh: ['表格软件已把号码末几位变成 0，数字已丢失', '请在源系统中将该列设为文本后重新导出。'],
  },
  CELL_OLD_NUMBER: {
    status: 422,
    en: ['the 15-digit citizen number cannot be upgraded', 'Look up the 18-digit number of the person.'],
    zh: ['15 位身份号码无法升位', '请查询该人员的 18 位号码。'],
  },
  CELL_DAY: {
    status: 422,
    en: ['this is not a whole date', 'Write 2025-10-01.'],
    zh: ['不是完整的日期', '请填写年月日，例如 2025-10-01。'],
  },
  CELL_AMOUNT: {
    status: 422,
    en: ['this is not an amount in yuan with at most two decimals', 'Write 1234.50.'],
    zh: ['不是最多两位小数的金额（元）', '请以元填写，例如 1234.50。'],
  },
  CELL_MONTH: {
    status: 422,
    en: ['this is not a month', 'Write 2025-10.'],
    zh: ['不是年月', '请填写年月，例如 2025-10。'],
  },
  CELL_PARTIAL_DATE: {
    status: 422,
    en: ['this is not a year, a month or a date', 'Write 1968, 1968-03 or 1968-03-14.'],
    zh: ['不是年、年月或日期', '请填写 1968、1968-03 或 1968-03-14。'],
  },
  CELL_INSTANT: {
    status: 422,
    en: ['this is not a date with its time of day', 'Write 2025-10-01 09:30.'],
    zh: ['不是带时分的日期', '请填写日期和时分，例如 2025-10-01 09:30。'],
  },
  CELL_COUNT: {
    status: 422,
    en: ['this is not a whole number', 'Write the digits alone, without a unit: 12.'],
    zh: ['不是整数', '请只填数字，不带单位，例如 12。'],
  },
  CELL_DECIMAL: {
    status: 422,
    en: ['this is not a number', 'Write the digits alone, without a unit: 91.5.'],
    zh: ['不是数', '请只填数字，不带单位，例如 91.5。'],
  },
  CELL_YES_NO: {
    status: 422,
    en: ['this is neither yes nor no', 'Write 是 or 否.'],
    zh: ['既不是“是”也不是“否”', '请填写 是 或 否。'],
  },
  CELL_REGION: {
    status: 422,
    en: ['this is not a division code, nor the name of one region of the city', 'Write the code of 6, 9 or 12 digits.'],
    zh: ['不是行政区划代码，也不是本市唯一的区划名称', '请填写 6、9 或 12 位行政区划代码。'],
  },
  CELL_GARBLED: {
    status: 422,
    en: ['the cell has characters that were lost in a conversion', 'Export the file again as UTF-8 or GB18030.'],
    zh: ['单元格中有转码时丢失的字符（乱码）', '请以 UTF-8 或 GB18030 编码重新导出。'],
  },
  CELL_ERROR: {
    status: 422,
    en: ['the cell holds an error of a formula', 'Write the value itself.'],
    zh: ['单元格中是公式错误值', '请填写实际内容，不要使用公式。'],
  },
  CELL_NEEDED: {
    status: 422,
    en: ['a required cell is empty', 'Fill the cell.'],
    zh: ['必填单元格为空', '请补填该单元格。'],
  },
  NUMBER_TWICE: {
    status: 422,
    en: ['the number of this row stands in an earlier row too', 'Give every row its own number.'],
    zh: ['本行编号与前面的行重复', '每行应有各自的编号。'],
  },
})

export type CellFaultCode = keyof typeof cellRefusals

/** A fault of a cell, at the place in the event that it was meant for. It never carries what the cell holds. */
export const cellFault = faultsOf(cellRefusals)
