import type { Fault } from '@hub/runtime/problem.ts'

type Entry = readonly [message: string, messageZh: string, whatToDo: string, whatToDoZh: string]

/** What can be beyond repair in a cell of a sheet: what is wrong, what to do. */
export const cellFaultCatalogue = {
  CELL_EXPONENT: [
    'the spreadsheet has turned the number into 4.3E+17; its digits are lost',
    '表格软件已把号码变成科学计数（如 4.3E+17），数字已丢失',
    'Set the column to text in the source system, export it again, and do not save the file in a spreadsheet.',
    '请在源系统中将该列设为文本后重新导出，勿用表格软件另存。',
  ],
  CELL_DIGITS_LOST: [
    'the spreadsheet has put zeros in the place of the last digits',
    '表格软件已把号码末几位变成 0，数字已丢失',
    'Set the column to text in the source system and export it again.',
    '请在源系统中将该列设为文本后重新导出。',
  ],
  CELL_OLD_NUMBER: [
    'the 15-digit citizen number cannot be upgraded',
    '15 位身份号码无法升位',
    'Look up the 18-digit number of the person.',
    '请查询该人员的 18 位号码。',
  ],
  CELL_DAY: ['this is not a whole date', '不是完整的日期', 'Write 2025-10-01.', '请填写年月日，例如 2025-10-01。'],
  CELL_AMOUNT: [
    'this is not an amount in yuan with at most two decimals',
    '不是最多两位小数的金额（元）',
    'Write 1234.50.',
    '请以元填写，例如 1234.50。',
  ],
  CELL_REGION: [
    'this is not a division code, nor the name of one region of the city',
    '不是行政区划代码，也不是本市唯一的区划名称',
    'Write the code of 6, 9 or 12 digits.',
    '请填写 6、9 或 12 位行政区划代码。',
  ],
  CELL_GARBLED: [
    'the cell has characters that were lost in a conversion',
    '单元格中有转码时丢失的字符（乱码）',
    'Export the file again as UTF-8 or GB18030.',
    '请以 UTF-8 或 GB18030 编码重新导出。',
  ],
  CELL_ERROR: [
    'the cell holds an error of a formula',
    '单元格中是公式错误值',
    'Write the value itself.',
    '请填写实际内容，不要使用公式。',
  ],
  CELL_NEEDED: ['a required cell is empty', '必填单元格为空', 'Fill the cell.', '请补填该单元格。'],
  NUMBER_TWICE: [
    'the number of this row stands in an earlier row too',
    '本行编号与前面的行重复',
    'Give every row its own number.',
    '每行应有各自的编号。',
  ],
} as const satisfies Record<string, Entry>

export type CellFaultCode = keyof typeof cellFaultCatalogue

/** A fault of a cell, at the place in the event that it was meant for. It never carries what the cell holds. */
export const cellFault = (code: CellFaultCode, pointer: string): Fault => {
  const [message, messageZh, whatToDo, whatToDoZh] = cellFaultCatalogue[code]
  return { pointer, code, message, messageZh, whatToDo, whatToDoZh }
}
