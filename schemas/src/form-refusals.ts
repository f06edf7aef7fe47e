import type { RefusedPart } from './format/refused-json.ts'
import { nameRefusals } from './name-refusals.ts'
import { defineRefusals } from './refusal.ts'

const ofAnyBody = defineRefusals('schemas', {
  NOT_AN_OBJECT: {
    status: 422,
    en: ['a JSON object is needed', 'Send one object.'],
    zh: ['应为 JSON 对象', '请发送一个对象。'],
  },
  MISSING: {
    status: 422,
    en: ['a required field is missing', 'Add the field.'],
    zh: ['缺少必填字段', '请补上该字段。'],
  },
  UNKNOWN_FIELD: {
    status: 422,
    en: ['this field is not known here', 'Remove it, or correct its name.'],
    zh: ['此处没有该字段', '请删除该字段或更正字段名。'],
  },
  TYPE: {
    status: 422,
    en: ['the value has the wrong type', 'Send the type that the schema names.'],
    zh: ['值的类型不对', '请按模式给出的类型填写。'],
  },
  NOT_IN_LIST: {
    status: 422,
    en: ['the value is not in the code list', 'Use a code of the list.'],
    zh: ['值不在代码表中', '请使用代码表中的值。'],
  },
  TOO_SMALL: {
    status: 422,
    en: ['the value is too small or too short', 'Check the value.'],
    zh: ['值过小或过短', '请核对该值。'],
  },
  TOO_BIG: {
    status: 422,
    en: ['the value is too big or too long', 'Check the value.'],
    zh: ['值过大或过长', '请核对该值。'],
  },
  FORMAT: {
    status: 422,
    en: ['the value has the wrong form', 'Send the form that the schema names; /openapi.json has it.'],
    zh: ['值的格式不对', '请按模式规定的格式填写，见 /openapi.json。'],
  },
  VALUE: {
    status: 422,
    en: ['the value is not allowed here', 'Check the value.'],
    zh: ['此处不允许该值', '请核对该值。'],
  },
  AMOUNT: {
    status: 422,
    en: ['an amount is whole fen and not negative', 'Send 12.50 yuan as 1250.'],
    zh: ['金额应为非负整数（分）', '12.50 元请填 1250。'],
  },
  DAY: {
    status: 422,
    en: ['a real date YYYY-MM-DD is needed', 'Correct the date.'],
    zh: ['应为真实存在的日期 YYYY-MM-DD', '请更正日期。'],
  },
  PARTIAL_DATE: {
    status: 422,
    en: ['YYYY, YYYY-MM or YYYY-MM-DD is needed', 'Correct the date.'],
    zh: ['应为 YYYY、YYYY-MM 或 YYYY-MM-DD', '请更正日期。'],
  },
  INSTANT: {
    status: 422,
    en: ['an instant in UTC with three decimals is needed', 'Correct the time.'],
    zh: ['应为带三位小数的 UTC 时刻', '请更正时刻。'],
  },
  USCC: {
    status: 422,
    en: ['a valid unified social credit code is needed', 'Check the 18 characters.'],
    zh: ['统一社会信用代码无效', '请核对 18 位代码。'],
  },
  SHARES: {
    status: 422,
    en: ['the shares are 100 per cent together', 'Correct the shares.'],
    zh: ['各级分担比例之和应为 100%', '请更正分担比例。'],
  },
  TWO_DUTIES: {
    status: 422,
    en: ['one official has two duties', 'Another official must check or approve.'],
    zh: ['同一人员兼任两个环节', '复核、审批须由他人办理。'],
  },
  SAME_PERSON: {
    status: 422,
    en: ['the same person stands in both places', 'Name the other person.'],
    zh: ['两处所填是同一人', '请填写另一人。'],
  },

  CITIZEN_NUMBER_MASKED: {
    status: 422,
    en: ['part of the citizen number is covered by stars', 'Send the number whole.'],
    zh: ['公民身份号码已脱敏（部分数字被遮盖）', '请报送完整号码。'],
  },
  CITIZEN_NUMBER_OTHER_DOCUMENT: {
    status: 422,
    en: [
      'this is the number of another document (a passport, a travel permit, an officer’s certificate)',
      'Name the person by the number of the resident identity card or of the residence permit.',
    ],
    zh: ['这是其他证件的号码（护照、通行证、军官证等）', '请填写居民身份证、居住证或外国人永久居留身份证的号码。'],
  },
  CITIZEN_NUMBER_OF_FOREIGNER: {
    status: 422,
    en: [
      "this is the number of a foreigner's permanent residence card (it begins with 9)",
      'Name the kind of the document 外国人永久居留身份证.',
    ],
    zh: ['这是外国人永久居留身份证的号码（首位为 9）', '请将证件类型填为“外国人永久居留身份证”。'],
  },
  CITIZEN_NUMBER_OF_PERMIT: {
    status: 422,
    en: [
      'this is the number of a residence permit of Hong Kong, Macao and Taiwan residents (it begins with 81, 82 or 83)',
      'Name the kind of the document 港澳台居民居住证.',
    ],
    zh: ['这是港澳台居民居住证的号码（以 81、82 或 83 开头）', '请将证件类型填为“港澳台居民居住证”。'],
  },
  CITIZEN_NUMBER_LENGTH: {
    status: 422,
    en: ['a citizen number has 18 characters', 'Upgrade 15-digit numbers to 18 before sending.'],
    zh: ['公民身份号码应为 18 位', '15 位号码请先升为 18 位。'],
  },
  CITIZEN_NUMBER_CHARACTERS: {
    status: 422,
    en: ['a citizen number has 17 digits and a digit or capital X', 'Correct the number.'],
    zh: ['公民身份号码应为 17 位数字加一位数字或大写 X', '请更正号码。'],
  },
  CITIZEN_NUMBER_PROVINCE: {
    status: 422,
    en: ['the citizen number begins with no province', 'Correct the number.'],
    zh: ['公民身份号码的省级代码不存在', '请更正号码。'],
  },
  CITIZEN_NUMBER_BIRTH_DATE: {
    status: 422,
    en: ['the birth date in the citizen number does not exist', 'Correct the number.'],
    zh: ['公民身份号码中的出生日期不存在', '请更正号码。'],
  },
  CITIZEN_NUMBER_CHECK_CHARACTER: {
    status: 422,
    en: ['the check character of the citizen number is wrong', 'Look for a digit mistyped.'],
    zh: ['公民身份号码校验码错误', '请检查是否录错数字。'],
  },
  CITIZEN_NUMBER_MISPLACED: {
    status: 422,
    en: [
      'a citizen number stands where none may stand',
      'Name persons by { citizenNumber } alone; keep numbers out of ids and texts.',
    ],
    zh: ['公民身份号码出现在不允许的位置', '请只用 { citizenNumber } 指明人员，编号和文本中不得出现身份号码。'],
  },
  PHONE_MISPLACED: {
    status: 422,
    en: [
      'a telephone number stands where none may stand',
      'Telephones go into the field for them, which is sealed; keep them out of ids and open texts. If it is an id of another kind, write it with a letter in it.',
    ],
    zh: [
      '电话号码出现在不允许的位置',
      '电话请只填入专用（加密）字段，编号和公开文本中不得出现；若为其他编号，请在其中加字母以示区别。',
    ],
  },
  ACCOUNT_MISPLACED: {
    status: 422,
    en: [
      'the number of a bank card or account stands where none may stand',
      'Account numbers stay at the bank; keep them out of ids and open texts. If it is an id of another kind, write it with a letter in it.',
    ],
    zh: [
      '银行卡号或账号出现在不允许的位置',
      '账号留在银行，编号和公开文本中不得出现；若为其他编号，请在其中加字母以示区别。',
    ],
  },
  CHARACTER: {
    status: 422,
    en: [
      'the text has a sign that nobody sees, a private sign, or one that stands for a lost one',
      'Take out control characters, zero-width and direction marks; write private and lost signs (□, U+FFFD) anew.',
    ],
    zh: [
      '文本含有不可见字符、私用区字符或乱码替代符',
      '请去掉控制字符、零宽字符和方向标记；私用区字符和乱码（□、�）请重新录入。',
    ],
  },
  LINE_BREAK: {
    status: 422,
    en: ['the text has a line break or a tabulator', 'Write it in one line.'],
    zh: ['文本含有换行或制表符', '请写成一行。'],
  },
  SPACES_AROUND: {
    status: 422,
    en: ['the text begins or ends with a space', 'Take the spaces away.'],
    zh: ['文本首尾有空格', '请去掉首尾空格。'],
  },
  BLANK: {
    status: 422,
    en: ['the text is blank', 'Fill it in, or leave the field out.'],
    zh: ['文本只有空白', '请填写内容，或去掉该字段。'],
  },
  NOT_COMPOSED: {
    status: 422,
    en: [
      'the id is not in Unicode normalisation form C',
      'Normalise ids to NFC before sending, or two that look alike are two.',
    ],
    zh: ['编号不是 Unicode NFC 形式', '请在报送前将编号规范化为 NFC，否则看似相同的编号会成为两个。'],
  },
  INTEGER_KEY: {
    status: 422,
    en: ['a field name is a whole number', 'Use an array, or another name.'],
    zh: ['字段名是整数', '请改用数组或其他字段名。'],
  },
  PROTO_KEY: {
    status: 422,
    en: ['the field name __proto__ is not taken', 'Remove the field.'],
    zh: ['不接受字段名 __proto__', '请删除该字段。'],
  },
  LONE_SURROGATE: {
    status: 422,
    en: ['the text holds half a character', 'The text was cut in a character; send it whole.'],
    zh: ['文本中有半个字符（孤立代理项）', '文本被从字符中间截断，请完整发送。'],
  },
  NUMBER: {
    status: 422,
    en: ['the number is outside what JSON carries exactly', 'Send whole fen, and document numbers as text.'],
    zh: ['数字超出 JSON 能精确表示的范围', '金额用整数分，证件号码用文本。'],
  },
  DEPTH: {
    status: 422,
    en: ['nested deeper than 32 levels', 'Check the export.'],
    zh: ['嵌套超过 32 层', '请检查导出程序。'],
  },
  PROVINCE_ONLY: {
    status: 422,
    en: ['only a province may be said here', 'Give the code of the province: two digits and four zeros.'],
    zh: ['此处只能填写省份', '请填写省级代码：两位数字加四个零。'],
  },
})

/** What may be wrong with the form of any JSON body, said by the schemas or in the same words by more than one package. */
export const formRefusals = { ...ofAnyBody, ...nameRefusals }

/** A code of `formRefusals`. */
export type FormRefusalCode = keyof typeof formRefusals

/** The code of a part of a JSON value that is not taken. */
export const refusedPartCode = (reason: RefusedPart['reason']): FormRefusalCode => {
  switch (reason) {
    case 'CITIZEN_NUMBER':
      return 'CITIZEN_NUMBER_MISPLACED'
    case 'PHONE':
      return 'PHONE_MISPLACED'
    case 'ACCOUNT':
      return 'ACCOUNT_MISPLACED'
    default:
      return reason
  }
}
