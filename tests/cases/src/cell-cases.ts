import type { SheetCase } from './sheet-case.ts'

/** Of nobody: the invented person whom the sheets name. */
const number = '430302196803142018'

/** What cells hold. */
export const cellCases: readonly SheetCase[] = [
  {
    file: 'enc-utf8-pua-old.csv',
    department: 'veteran-affairs',
    case: 'UTF-8 file that holds the private-use U+E863 which old GBK software made of 䶮',
    right: { rows: [{ '/data/name': '王䶮' }] },
  },
  {
    file: 'id-apostrophe-curly.csv',
    department: 'veteran-affairs',
    case: 'curly apostrophe ’ in front (WPS autocorrect)',
    right: {
      rows: [{ '/data/person/citizenNumber': number, '/data/name': '贺致远', '/data/hukouRegion': '430302001' }],
    },
  },
  {
    file: 'id-zero-width.csv',
    department: 'veteran-affairs',
    case: 'zero-width space in front (copied from a web page)',
    right: {
      rows: [{ '/data/person/citizenNumber': number, '/data/name': '贺致远', '/data/hukouRegion': '430302001' }],
    },
  },
  {
    file: 'id-foreigner-9.csv',
    department: 'hr',
    case: 'foreigner permanent residence card since 2023: 18 digits that begin with 9',
    right: { rows: [{ '/data/person/citizenNumber': '93268219860102001X' }] },
  },
  {
    file: 'id-birth-mismatch.csv',
    department: 'veteran-affairs',
    case: 'birth date differs from the one in the number',
    right: { rows: [{ '/data/birthDate': '1968-04-13' }], told: [/出生日期/] },
  },
  {
    file: 'id-masked.csv',
    department: 'veteran-affairs',
    case: 'masked number 430302********2018',
    right: { refused: [{ at: '/data/person/citizenNumber', says: /遮盖|脱敏|掩码/ }] },
  },
  {
    file: 'name-dot-2022.csv',
    department: 'veteran-affairs',
    case: 'name with dot U+2022',
    right: { rows: [{ '/data/name': '艾力·买买提' }] },
  },
  {
    file: 'name-dot-ff0e.csv',
    department: 'veteran-affairs',
    case: 'name with dot U+ff0e',
    right: { rows: [{ '/data/name': '艾力·买买提' }] },
  },
  {
    file: 'name-dot-2e.csv',
    department: 'veteran-affairs',
    case: 'name with dot U+2e',
    right: { rows: [{ '/data/name': '艾力·买买提' }] },
  },
  {
    file: 'name-dot-22c5.csv',
    department: 'veteran-affairs',
    case: 'name with dot U+22c5',
    right: { rows: [{ '/data/name': '艾力·买买提' }] },
  },
  {
    file: 'name-space.csv',
    department: 'veteran-affairs',
    case: 'two-character name with a full-width space inside',
    right: { rows: [{ '/data/name': '张三' }] },
  },
  {
    file: 'name-space-half.csv',
    department: 'veteran-affairs',
    case: 'two-character name with a space inside',
    right: { rows: [{ '/data/name': '张三' }] },
  },
  {
    file: 'name-fullwidth-latin.csv',
    department: 'veteran-affairs',
    case: 'full-width Latin name',
    right: { rows: [{ '/data/name': 'LI MING' }] },
  },
  {
    file: 'name-note-in-brackets.csv',
    department: 'veteran-affairs',
    case: 'note behind the name: （已故）',
    right: { refused: [{ at: '/data/name', says: /括号/ }] },
  },
  {
    file: 'name-question-mark.csv',
    department: 'veteran-affairs',
    case: 'rare character lost as ? by ANSI export',
    right: { refused: [{ at: '/data/name', says: /乱码|丢失/ }] },
  },
  {
    file: 'name-ids-spelling.csv',
    department: 'veteran-affairs',
    case: 'rare character described in brackets',
    right: { refused: [{ at: '/data/name', says: /括号/ }] },
  },
  {
    file: 'day-cn-han-digits.csv',
    department: 'veteran-affairs',
    case: '一九六八年三月十四日',
    right: { rows: [{ '/data/birthDate': '1968-03-14' }] },
  },
  {
    file: 'day-dots-trailing.csv',
    department: 'veteran-affairs',
    case: '1968.3.14.',
    right: { rows: [{ '/data/birthDate': '1968-03-14' }] },
  },
  {
    file: 'day-iso-offset.csv',
    department: 'veteran-affairs',
    case: 'with offset',
    right: { rows: [{ '/data/birthDate': '1968-03-14' }] },
  },
  {
    file: 'day-am-pm.csv',
    department: 'veteran-affairs',
    case: 'Chinese 上午',
    right: { rows: [{ '/data/birthDate': '1968-03-14' }] },
  },
  {
    file: 'day-compact-decimal.csv',
    department: 'veteran-affairs',
    case: '19680314.0 (pandas)',
    right: { rows: [{ '/data/birthDate': '1968-03-14' }] },
  },
  {
    file: 'day-fullwidth.csv',
    department: 'veteran-affairs',
    case: 'full-width with ｰ hyphens',
    right: { rows: [{ '/data/birthDate': '1968-03-14' }] },
  },
  {
    file: 'day-en-dash.csv',
    department: 'veteran-affairs',
    case: 'en dashes (WPS autocorrect)',
    right: { rows: [{ '/data/birthDate': '1968-03-14' }] },
  },
  {
    file: 'day-birth-future.csv',
    department: 'veteran-affairs',
    case: 'birth date in the future (two-digit year widened by Excel)',
    right: { refused: [{ at: '/data/birthDate', says: /将来|未来|尚未/ }] },
  },
  {
    file: 'day-death-before-birth.csv',
    department: 'civil-affairs',
    case: 'death before birth (2025 typed as 1925)',
    right: { refused: [{ at: '/data/diedOn', says: /早于/ }] },
  },
  {
    file: 'code-region-name-full.csv',
    department: 'veteran-affairs',
    case: 'full name 湖南省湘潭市雨湖区',
    right: { rows: [{ '/data/hukouRegion': '430302' }] },
  },
  {
    file: 'phone-86.csv',
    department: 'veteran-affairs',
    case: '+86 139-0000-0001',
    right: { rows: [{ '/data/phone': '13900000001' }] },
  },
  {
    file: 'num-ooo-serial-restart.csv',
    department: 'finance',
    case: '编号 restarts at 1 in every monthly list: January’s 1 and February’s 1 are one id',
    right: { rows: [{ '/data/amount': 50_000 }], told: [/2025-03/] },
  },
  {
    file: 'err-spill.csv',
    department: 'veteran-affairs',
    case: '#SPILL!, #CALC!, #GETTING_DATA',
    right: { refused: [{ at: '/data/addressLine', says: /公式错误/ }] },
  },
  {
    file: 'err-null-word.csv',
    department: 'veteran-affairs',
    case: 'NULL of a database export',
    right: { rows: [{ '/data/phone': undefined }] },
  },
  {
    file: 'dup-person-two-names.csv',
    department: 'veteran-affairs',
    case: 'one number, two names in one sheet',
    right: { rows: [{}, {}], told: [/姓名/] },
  },
  {
    file: 'num-code-like-date.csv',
    department: 'finance',
    case: 'number 3-1 that Excel turned into 3月1日',
    right: { refused: [{ at: '/id', says: /日期/ }] },
  },
  {
    file: 'ca-registered-before-death.csv',
    department: 'civil-affairs',
    case: 'registered before the death',
    right: { refused: [{ at: '/data/diedOn', says: /早于/ }] },
  },
  {
    file: 'enc-utf8-nfd.csv',
    department: 'veteran-affairs',
    case: 'decomposed letters of macOS (NFD)',
    right: { rows: [{ '/data/name': 'Zoë Li' }] },
  },
  {
    file: 'name-blank-nbsp.csv',
    department: 'veteran-affairs',
    case: 'name of a zero-width space alone',
    right: { refused: [{ at: '/data/name', says: /空/ }] },
  },
]
