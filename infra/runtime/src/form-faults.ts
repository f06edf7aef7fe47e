import type { Fault } from './problem.ts'

/** What is wrong and what to do, each in English and Chinese. */
export type FaultEntry = readonly [message: string, messageZh: string, whatToDo: string, whatToDoZh: string]

/** Faults by their codes; each belongs to the package that finds it. */
export type FaultCatalogue = Readonly<Record<string, FaultEntry>>

/** What may be wrong with the form of any JSON body, and what more than one package says in the same words. */
export const formFaults = {
  NOT_AN_OBJECT: ['a JSON object is needed', '应为 JSON 对象', 'Send one object.', '请发送一个对象。'],
  MISSING: ['a required field is missing', '缺少必填字段', 'Add the field.', '请补上该字段。'],
  UNKNOWN_FIELD: [
    'this field is not known here',
    '此处没有该字段',
    'Remove it, or correct its name.',
    '请删除该字段或更正字段名。',
  ],
  TYPE: [
    'the value has the wrong type',
    '值的类型不对',
    'Send the type that the schema names.',
    '请按模式给出的类型填写。',
  ],
  NOT_IN_LIST: [
    'the value is not in the code list',
    '值不在代码表中',
    'Use a code of the list.',
    '请使用代码表中的值。',
  ],
  TOO_SMALL: ['the value is too small or too short', '值过小或过短', 'Check the value.', '请核对该值。'],
  TOO_BIG: ['the value is too big or too long', '值过大或过长', 'Check the value.', '请核对该值。'],
  FORMAT: [
    'the value has the wrong form',
    '值的格式不对',
    'Send the form that the message names.',
    '请按提示的格式填写。',
  ],
  VALUE: ['the value is not allowed here', '此处不允许该值', 'Check the value.', '请核对该值。'],
  AMOUNT: [
    'an amount is whole fen and not negative',
    '金额应为非负整数（分）',
    'Send 12.50 yuan as 1250.',
    '12.50 元请填 1250。',
  ],
  DAY: ['a real date YYYY-MM-DD is needed', '应为真实存在的日期 YYYY-MM-DD', 'Correct the date.', '请更正日期。'],
  PARTIAL_DATE: [
    'YYYY, YYYY-MM or YYYY-MM-DD is needed',
    '应为 YYYY、YYYY-MM 或 YYYY-MM-DD',
    'Correct the date.',
    '请更正日期。',
  ],
  INSTANT: [
    'an instant in UTC with three decimals is needed',
    '应为带三位小数的 UTC 时刻',
    'Correct the time.',
    '请更正时刻。',
  ],
  USCC: [
    'a valid unified social credit code is needed',
    '统一社会信用代码无效',
    'Check the 18 characters.',
    '请核对 18 位代码。',
  ],
  CITIZEN_NUMBER_LENGTH: [
    'a citizen number has 18 characters',
    '公民身份号码应为 18 位',
    'Upgrade 15-digit numbers to 18 before sending.',
    '15 位号码请先升为 18 位。',
  ],
  CITIZEN_NUMBER_CHARACTERS: [
    'a citizen number has 17 digits and a digit or capital X',
    '公民身份号码应为 17 位数字加一位数字或大写 X',
    'Correct the number.',
    '请更正号码。',
  ],
  CITIZEN_NUMBER_PROVINCE: [
    'the citizen number begins with no province',
    '公民身份号码的省级代码不存在',
    'Correct the number.',
    '请更正号码。',
  ],
  CITIZEN_NUMBER_BIRTH_DATE: [
    'the birth date in the citizen number does not exist',
    '公民身份号码中的出生日期不存在',
    'Correct the number.',
    '请更正号码。',
  ],
  CITIZEN_NUMBER_CHECK_CHARACTER: [
    'the check character of the citizen number is wrong',
    '公民身份号码校验码错误',
    'Look for a digit mistyped.',
    '请检查是否录错数字。',
  ],
  CITIZEN_NUMBER_MISPLACED: [
    'a citizen number stands where none may stand',
    '公民身份号码出现在不允许的位置',
    'Name persons by { citizenNumber } alone; keep numbers out of ids and texts.',
    '请只用 { citizenNumber } 指明人员，编号和文本中不得出现身份号码。',
  ],
  INTEGER_KEY: [
    'a field name is a whole number',
    '字段名是整数',
    'Use an array, or another name.',
    '请改用数组或其他字段名。',
  ],
  PROTO_KEY: ['the field name __proto__ is not taken', '不接受字段名 __proto__', 'Remove the field.', '请删除该字段。'],
  LONE_SURROGATE: [
    'the text holds half a character',
    '文本中有半个字符（孤立代理项）',
    'The text was cut in a character; send it whole.',
    '文本被从字符中间截断，请完整发送。',
  ],
  NUMBER: [
    'the number is outside what JSON carries exactly',
    '数字超出 JSON 能精确表示的范围',
    'Send whole fen, and document numbers as text.',
    '金额用整数分，证件号码用文本。',
  ],
  DEPTH: ['nested deeper than 32 levels', '嵌套超过 32 层', 'Check the export.', '请检查导出程序。'],
  TWO_DUTIES: [
    'one official has two duties',
    '同一人员兼任两个环节',
    'Another official must check or approve.',
    '复核、审批须由他人办理。',
  ],
  SAME_PERSON: [
    'the same person stands in both places',
    '两处所填是同一人',
    'Name the other person.',
    '请填写另一人。',
  ],
} as const satisfies FaultCatalogue

/** Runs of digits that could be somebody's number never go back out, not even as part of a field name. */
const withoutNumbers = (pointer: string) => pointer.replaceAll(/\d{15,}[\dXx]?/g, '…').toWellFormed()

/** What makes the faults of a catalogue: a code at a place; `message` where the text of the catalogue can be more exact. */
export const faultsOf =
  <Code extends string>(catalogue: Readonly<Record<Code, FaultEntry>>) =>
  (code: Code, pointer: string, message?: string): Fault => {
    const [text, messageZh, whatToDo, whatToDoZh] = catalogue[code]
    return { pointer: withoutNumbers(pointer), code, message: message ?? text, messageZh, whatToDo, whatToDoZh }
  }
