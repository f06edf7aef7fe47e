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
  CELL_DAY_YEAR: {
    status: 422,
    en: ['the year of the date has two digits: the century is not said', 'Write 1968-03-14.'],
    zh: ['日期的年份只有两位，无法确定世纪', '请填写四位年份，例如 1968-03-14。'],
  },
  CELL_DAY_ORDER: {
    status: 422,
    en: ['the year stands last: which is the month and which the day is not said', 'Write 1968-03-14.'],
    zh: ['日期把年份写在最后，无法确定哪个是月、哪个是日', '请按年月日顺序填写，例如 1968-03-14。'],
  },
  CELL_DAY_CALENDAR: {
    status: 422,
    en: [
      "the date is one of the moon's calendar or of another era",
      'Write the date of the Gregorian calendar: 1968-03-14.',
    ],
    zh: ['日期是农历、民国或其他纪年', '请换算为公历，例如 1968-03-14。'],
  },
  CELL_DAY_WEEKDAY: {
    status: 422,
    en: ['the weekday is not that of the date', 'Look up the date, and leave the weekday out.'],
    zh: ['星期与日期不符', '请核对日期，并去掉星期。'],
  },
  CELL_DAY_IN_NUMBER: {
    status: 422,
    en: [
      'the spreadsheet has turned the number into a date or a time',
      'Set the column to text in the source system and write the number as it was (3-1, not 3月1日).',
    ],
    zh: ['表格软件已把编号变成日期或时间', '请在源系统中将该列设为文本，按原编号填写（如 3-1，而不是 3月1日）。'],
  },
  CELL_MASKED: {
    status: 422,
    en: ['part of the number is covered by stars', 'Export the number whole.'],
    zh: ['号码已脱敏（部分数字被遮盖）', '请导出完整号码。'],
  },
  CELL_TWO_PHONES: {
    status: 422,
    en: ['the cell holds more than one telephone number', 'Write the one by which the person is reached.'],
    zh: ['单元格中有多个电话号码', '请只填写一个常用号码。'],
  },
  CELL_AMOUNT: {
    status: 422,
    en: ['this is not an amount in yuan with at most two decimals', 'Write 1234.50.'],
    zh: ['不是最多两位小数的金额（元）', '请以元填写，例如 1234.50。'],
  },
  CELL_AMOUNT_SIGN: {
    status: 422,
    en: [
      'the amount is below zero, and this column has none of those',
      'Check the sign, or report what is taken back as the event that is for it.',
    ],
    zh: ['金额为负数，而本列不能有负数', '请核对正负号；退回、扣回请按相应的事件类型报送。'],
  },
  CELL_MONTH_ZERO: {
    status: 422,
    en: [
      'this may be January, or October of which the spreadsheet has taken the last zero away',
      'Set the column to text and write 2025-01 or 2025-10.',
    ],
    zh: ['可能是 1 月，也可能是被表格软件去掉末尾 0 的 10 月', '请将该列设为文本，填写 2025-01 或 2025-10。'],
  },
  CELL_PHONE: {
    status: 422,
    en: ['a mobile number has eleven digits, and this one has not', 'Look the number up.'],
    zh: ['手机号码应为 11 位，这个号码位数不对', '请核对号码。'],
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
    en: ['the cell holds a formula, or the error of one', 'Write the value itself.'],
    zh: ['单元格中是公式或公式错误值', '请填写实际内容，不要使用公式。'],
  },
  CELL_DITTO: {
    status: 422,
    en: ['the cell says: as in the row above', 'Write the value itself in every row.'],
    zh: ['单元格写的是“同上”', '请在每一行填写实际内容。'],
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
