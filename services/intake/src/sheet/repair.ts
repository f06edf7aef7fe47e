/** What the reading of a sheet puts right by itself, and tells: English, Chinese. */
export const repairCatalogue = {
  HALF_WIDTH: ['full-width digits and letters made half-width', '全角数字、字母转为半角'],
  TEXT_GUARD: ['the spreadsheet\'s text mark (\' or ="…") taken off', '去掉表格软件的文本标记（\' 或 ="…"）'],
  INVISIBLE: ['characters that nobody sees taken out', '去掉不可见字符（零宽空格、方向标记等）'],
  SPACES: ['spaces and hyphens inside a number taken out', '去掉号码中的空格和连字符'],
  CAPITAL_X: ['small x of a citizen number made X', '身份号码末位小写 x 改为大写 X'],
  UPGRADED: ['15-digit citizen number upgraded to 18', '15 位身份号码升为 18 位'],
  SERIAL_DAY: ["a spreadsheet's serial number read as a date", '日期序列号（如 45931）转为日期'],
  DAY_FORM: ['a date brought into the form YYYY-MM-DD', '日期统一为 YYYY-MM-DD'],
  DAY_ZONE: ['an instant of another time zone read as the day in China', '其他时区的时刻转为北京时间的日期'],
  NAME_DOT: ['the dot of a name made the one middle dot (·)', '姓名间隔号统一为“·”'],
  NAME_SPACES: ['spaces inside a name taken out, or made single', '去掉姓名中的空格（外文姓名保留一个）'],
  NAME_LETTERS: [
    'characters of a name composed, or old and compatibility forms made the ones of today',
    '姓名用字统一（组合字符、兼容字、旧私用区编码转为标准字）',
  ],
  YUAN: ['yuan read as whole fen', '金额由元换算为分'],
  LEADING_ZERO: ['a lost leading zero put back', '补回丢失的前导 0'],
  DECIMAL_TAIL: ['.0 behind a code taken off', '去掉代码后的 .0'],
  REGION_NAME: ["a region's name read as its code", '区划名称转为代码'],
  CODE_WORD: ['a variant read as the word of the code list', '代码的其他写法转为规范用词'],
  EMPTY_WORD: ["a word for 'nothing' (无, NULL, N/A) read as an empty cell", '“无”“NULL”“N/A”等视为空'],
  COUNTRY_CODE: ["China's country code taken off a telephone number", '去掉电话号码前的 86'],
  DAY_DOUBTFUL: [
    'DOUBTFUL: a number that looks like a date; compare it with the source system',
    '存疑：编号形似日期，请与源系统核对',
  ],
  DIGITS_DOUBTFUL: [
    'DOUBTFUL: a long number that ends in zeros from its 16th digit on; compare it with the source system',
    '存疑：长号码自第 16 位起全为 0，请与源系统核对',
  ],
} as const satisfies Record<string, readonly [string, string]>

export type Repair = keyof typeof repairCatalogue
