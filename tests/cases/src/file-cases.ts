import type { SheetCase } from './sheet-case.ts'

/** Of nobody: the invented person whom the sheets name. */
const number = '430302196803142018'

/** Files, headings and rows as offices make them. */
export const fileCases: readonly SheetCase[] = [
  {
    file: 'enc-utf16le-unicode-text.txt',
    department: 'veteran-affairs',
    case: 'Excel "Unicode text": UTF-16LE, BOM, tabs',
    right: {
      rows: [{ '/data/person/citizenNumber': number, '/data/name': '贺致远', '/data/hukouRegion': '430302001' }],
    },
  },
  {
    file: 'enc-mixed-one-bad-byte.csv',
    department: 'veteran-affairs',
    case: 'UTF-8 with one cut character: the whole file becomes GB18030',
    right: { refused: [{ at: '/data/addressLine', says: /乱码/ }] },
  },
  {
    file: 'shape-semicolon.csv',
    department: 'veteran-affairs',
    case: 'semicolons',
    right: {
      rows: [{ '/data/person/citizenNumber': number, '/data/name': '贺致远', '/data/hukouRegion': '430302001' }],
    },
  },
  {
    file: 'shape-tab-title.txt',
    department: 'veteran-affairs',
    case: 'tab-separated; a title without tab or comma stands over it',
    right: {
      rows: [{ '/data/person/citizenNumber': number, '/data/name': '贺致远', '/data/hukouRegion': '430302001' }],
    },
  },
  {
    file: 'shape-fullwidth-comma-delim.csv',
    department: 'veteran-affairs',
    case: 'Chinese commas typed as separators',
    right: {
      rows: [{ '/data/person/citizenNumber': number, '/data/name': '贺致远', '/data/hukouRegion': '430302001' }],
    },
  },
  {
    file: 'shape-title-12-rows.csv',
    department: 'veteran-affairs',
    case: '12 rows of instructions above the heading (official templates)',
    right: {
      rows: [{ '/data/person/citizenNumber': number, '/data/name': '贺致远', '/data/hukouRegion': '430302001' }],
    },
  },
  {
    file: 'shape-two-row-heading-split.csv',
    department: 'veteran-affairs',
    case: 'heading over two rows: vertically merged cells stand only in the first, sub-headings in the second',
    right: {
      rows: [
        { '/data/person/citizenNumber': number, '/data/hukouRegion': '430302001', '/data/addressLine': '莲花巷8号' },
      ],
    },
  },
  {
    file: 'shape-repeated-heading.csv',
    department: 'veteran-affairs',
    case: 'heading row repeated in the middle (printed pages)',
    right: { rows: [{ '/id': 'R-1' }, { '/id': 'R-2' }] },
  },
  {
    file: 'shape-sum-row-spaced.csv',
    department: 'finance',
    case: '"合　计" with a space inside',
    right: { rows: [{ '/data/amount': 50_000 }, { '/data/amount': 50_000 }] },
  },
  {
    file: 'shape-no-own-number-only-serial.csv',
    department: 'veteran-affairs',
    case: 'the list has 序号 and no 编号 (most office lists)',
    right: { unreadable: /缺少：编号/ },
  },
  {
    file: 'shape-heading-unit-bracket-2.csv',
    department: 'finance',
    case: '实发金额(单位：元)',
    right: { rows: [{ '/data/amount': 50_000 }] },
  },
  {
    file: 'shape-heading-wan.csv',
    department: 'finance',
    case: '金额（万元）',
    right: { rows: [{ '/data/amount': 50_000 }] },
  },
  {
    file: 'shape-heading-star-note.csv',
    department: 'veteran-affairs',
    case: '*身份证号码（18位）, 姓名[必填]',
    right: {
      rows: [{ '/data/person/citizenNumber': number, '/data/name': '贺致远', '/data/hukouRegion': '430302001' }],
    },
  },
  {
    file: 'shape-heading-synonym-id.csv',
    department: 'veteran-affairs',
    case: '居民身份证号码 / 身份证 / 公民身份证号',
    right: {
      rows: [{ '/data/person/citizenNumber': number, '/data/name': '贺致远', '/data/hukouRegion': '430302001' }],
    },
  },
  {
    file: 'shape-dup-heading.csv',
    department: 'finance',
    case: 'heading 金额 twice with different amounts',
    right: { unreadable: /金额/ },
  },
  {
    file: 'shape-dup-heading-synonyms.csv',
    department: 'finance',
    case: '发放金额 (due) and 实发金额 (paid) both there',
    right: { unreadable: /发放金额.*实发金额/ },
  },
  {
    file: 'shape-row-too-long.csv',
    department: 'finance',
    case: 'row with more filled cells than headings',
    right: { refused: [{ says: /单元格多于标题/ }] },
  },
  {
    file: 'shape-html-xls.xls',
    department: 'veteran-affairs',
    case: 'an HTML table saved as .xls (many Chinese systems export so)',
    right: { unreadable: /HTML/ },
  },
  {
    file: 'shape-ctrl-z.csv',
    department: 'veteran-affairs',
    case: 'Ctrl-Z at the end (DOS / FoxPro exports)',
    right: {
      rows: [{ '/data/person/citizenNumber': number, '/data/name': '贺致远', '/data/hukouRegion': '430302001' }],
    },
  },
  {
    file: 'xlsx-text.xlsx',
    department: 'veteran-affairs',
    case: '.xlsx of text cells',
    right: {
      rows: [{ '/data/person/citizenNumber': number, '/data/name': '贺致远', '/data/hukouRegion': '430302001' }],
    },
  },
  {
    file: 'xlsx-typed.xlsx',
    department: 'finance',
    case: '.xlsx with real dates and amounts',
    right: { rows: [{ '/data/amount': 50_000, '/data/paidOn': '2025-03-10' }] },
  },
  {
    file: 'xlsx-merged-title.xlsx',
    department: 'veteran-affairs',
    case: '.xlsx with a merged title',
    right: {
      rows: [{ '/data/person/citizenNumber': number, '/data/name': '贺致远', '/data/hukouRegion': '430302001' }],
    },
  },
  {
    file: 'xls-biff8.xls',
    department: 'veteran-affairs',
    case: '.xls (BIFF8) of Excel 97–2003 / WPS .et',
    right: {
      rows: [{ '/data/person/citizenNumber': number, '/data/name': '贺致远', '/data/hukouRegion': '430302001' }],
    },
  },
  {
    file: 'shape-unquoted-thousands-last.csv',
    department: 'finance',
    case: 'amount 1,020.00 unquoted in the LAST column: one cell more than the headings',
    right: { refused: [{ says: /单元格多于标题/ }] },
  },
  {
    file: 'shape-unquoted-address-comma.csv',
    department: 'veteran-affairs',
    case: 'address with an unquoted comma in the last column',
    right: { refused: [{ says: /单元格多于标题/ }] },
  },
  {
    file: 'head-id-a.csv',
    department: 'veteran-affairs',
    case: 'heading 居民身份证号',
    right: {
      rows: [{ '/data/person/citizenNumber': number, '/data/name': '贺致远', '/data/hukouRegion': '430302001' }],
    },
  },
  {
    file: 'head-id-b.csv',
    department: 'veteran-affairs',
    case: 'heading 公民身份证号码',
    right: {
      rows: [{ '/data/person/citizenNumber': number, '/data/name': '贺致远', '/data/hukouRegion': '430302001' }],
    },
  },
  {
    file: 'head-id-d.csv',
    department: 'veteran-affairs',
    case: 'heading 身份证件号码',
    right: {
      rows: [{ '/data/person/citizenNumber': number, '/data/name': '贺致远', '/data/hukouRegion': '430302001' }],
    },
  },
  {
    file: 'head-id-e.csv',
    department: 'veteran-affairs',
    case: 'heading 身份证号（必填项）',
    right: {
      rows: [{ '/data/person/citizenNumber': number, '/data/name': '贺致远', '/data/hukouRegion': '430302001' }],
    },
  },
  {
    file: 'head-id-h.csv',
    department: 'veteran-affairs',
    case: 'heading 受益人身份证号',
    right: {
      rows: [{ '/data/person/citizenNumber': number, '/data/name': '贺致远', '/data/hukouRegion': '430302001' }],
    },
  },
  {
    file: 'head-huko-a.csv',
    department: 'veteran-affairs',
    case: 'heading 户籍所在地行政区划',
    right: {
      rows: [{ '/data/person/citizenNumber': number, '/data/name': '贺致远', '/data/hukouRegion': '430302001' }],
    },
  },
  {
    file: 'head-huko-c.csv',
    department: 'veteran-affairs',
    case: 'heading 户籍地址',
    right: { unreadable: /缺少：户籍区划/ },
  },
  {
    file: 'xlsx-encrypted.xls',
    department: 'veteran-affairs',
    case: 'OLE container: .xls, .et, or an encrypted .xlsx',
    right: { unreadable: /工作簿/ },
  },
  {
    file: 'csv-starts-PK.csv',
    department: 'finance',
    case: 'a CSV whose first heading begins with "PK"',
    right: { rows: [{ '/data/amount': 50_000 }] },
  },
  {
    file: 'shape-unit-row-wan.csv',
    department: 'finance',
    case: 'the row over the heading says 单位：万元',
    right: { rows: [{ '/data/amount': 5_200_000 }] },
  },
]
