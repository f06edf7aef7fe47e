import { completeCitizenNumber } from '@hub/schemas/values/citizen-number.ts'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { anyText, harmful } from './fuzzed-events.ts'

/** A cell as somebody wrote it, with what it means where that is beyond doubt; a row with any other is not compared. */
type Cell = { text: string; means: string | number | undefined }

/** Fields of a list of payments, by their place in the event. */
export const fields = ['/id', '/data/person/citizenNumber', '/data/amount', '/data/paidOn', '/data/bankRef'] as const
type Field = (typeof fields)[number]

/** What a row means, as far as that is beyond doubt. */
export type Meaning = Readonly<Partial<Record<Field, string | number>>>

/** A sheet in the bytes of a file, and what each of its rows means, by the row's own number. */
export type FuzzedSheet = { bytes: Buffer; rows: ReadonlyMap<string, Meaning> }

const wide = (text: string) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
const grouped = (yuan: string) => yuan.replace(/\B(?=(\d{3})+(?!\d))/g, ',')

const amountOf = (fen: number, how: number, inTenThousands: boolean): Cell => {
  const yuan = Math.floor(fen / 100)
  const decimals = `.${String(fen % 100).padStart(2, '0')}`
  const plain = `${yuan}${decimals}`
  if (inTenThousands) return { text: `${Math.floor(fen / 1e6)}.${String(fen % 1e6).padStart(6, '0')}`, means: fen }
  const texts = [
    plain,
    `${grouped(String(yuan))}${decimals}`,
    `¥${plain}`,
    `${plain}元`,
    wide(plain),
    ` ${plain} `,
    `'${plain}`,
  ]
  return { text: texts[how % texts.length]!, means: fen }
}

const dayOf = (day: string, how: number): Cell => {
  const [year = '', month = '', date = ''] = day.split('-')
  const [m, d] = [Number(month), Number(date)]
  const texts = [
    day,
    `${year}/${m}/${d}`,
    `${year}.${m}.${d}`,
    `${year}年${m}月${d}日`,
    `${year}${month}${date}`,
    `${year}–${month}–${date}`,
    wide(day),
    `${day} 00:00:00`,
    `${year}/${m}/${d} 上午 12:00:00`,
    `${year}${month}${date}.0`,
    String(Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569),
  ]
  return { text: texts[how % texts.length]!, means: day }
}

const citizenNumber = fc
  .record({ day: fc.integer({ min: 0, max: 20_000 }), order: fc.integer({ min: 100, max: 999 }) })
  .map(({ day, order }) => {
    const born = new Date(Date.UTC(1940, 0, 1) + day * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')
    const first17 = `430302${born}${order}`
    return completeCitizenNumber(first17)
  })
const numberText = (number: string, how: number): Cell => {
  const texts = [
    number,
    `'${number}`,
    `="${number}"`,
    `\t${number}`,
    `\u200b${number}`,
    `’${number}`,
    number.toLowerCase(),
  ]
  return { text: texts[how % texts.length]!, means: number }
}

const junk: fc.Arbitrary<Cell> = fc
  .oneof(fc.constantFrom(...harmful, '1,020.00', '1.5E+3', '3-1', '合计', '无', '-'), anyText)
  .map((text) => ({ text, means: undefined }))
const sometimes = (cell: fc.Arbitrary<Cell>) =>
  fc.oneof({ weight: 12, arbitrary: cell }, { weight: 1, arbitrary: junk })

const anyRow = (inTenThousands: boolean): fc.Arbitrary<Record<Field, Cell>> =>
  fc.record({
    '/id': fc.nat(999_999_999).map((n) => ({ text: `P-${n}`, means: `P-${n}` })),
    '/data/person/citizenNumber': sometimes(
      fc.tuple(citizenNumber, fc.nat()).map(([number, how]) => numberText(number, how)),
    ),
    '/data/amount': sometimes(
      fc
        .tuple(fc.integer({ min: 1, max: 999_999_999 }), fc.nat())
        .map(([fen, how]) => amountOf(fen, how, inTenThousands)),
    ),
    '/data/paidOn': sometimes(
      fc
        .tuple(fc.integer({ min: 0, max: 1_000 }), fc.nat())
        .map(([day, how]) => dayOf(new Date(Date.UTC(2022, 0, 1) + day * 86_400_000).toISOString().slice(0, 10), how)),
    ),
    '/data/bankRef': fc.nat(999_999_999).map((n) => ({ text: `BK${n}`, means: `BK${n}` })),
  })

const headings: Record<Field, readonly string[]> = {
  '/id': ['流水号', '*流水号', '编号（必填）', ' 代发流水号 '],
  '/data/person/citizenNumber': ['身份证号', '居民身份证号码', '公民身份号码（18位）', '身份证号[必填]'],
  '/data/amount': ['金额', '实发金额', '金额（元）', '实发金额(单位：元)'],
  '/data/paidOn': ['付款日期', '发放日期', '* 支付日期'],
  '/data/bankRef': ['银行流水号', '银行流水'],
}
const inTenThousandsHeadings = ['金额（万元）', '实发金额(单位：万元)']

const encodings = [
  (text: string) => Buffer.from(text),
  (text: string) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)]),
  (text: string) => iconv.encode(text, 'gb18030'),
  (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), iconv.encode(text, 'utf-16le')]),
]
const delimiters = [',', '\t', ';', '，', '|']

/** Quotes a cell as CSV has it; `careless` leaves the quotes away, as offices do. */
const written = (text: string, delimiter: string, careless: boolean) =>
  careless || !(text.includes(delimiter) || /["\r\n]/.test(text)) ? text : `"${text.replaceAll('"', '""')}"`

/** A list of payments as some office may write it. */
export const anySheet: fc.Arbitrary<FuzzedSheet> = fc
  .boolean()
  .chain((inTenThousands) =>
    fc.record({
      rows: fc.uniqueArray(anyRow(inTenThousands), { minLength: 1, maxLength: 6, selector: (row) => row['/id'].text }),
      order: fc.shuffledSubarray([...fields], { minLength: fields.length }),
      spelling: fc.nat(),
      title: fc.array(fc.constantFrom('2025年3月优抚资金代发明细', '填报说明：请如实填写', ''), { maxLength: 4 }),
      delimiter: fc.constantFrom(...delimiters),
      encoding: fc.nat(encodings.length - 1),
      careless: fc.boolean(),
      total: fc.boolean(),
      again: fc.boolean(),
      ending: fc.constantFrom('\n', '\r\n', '\r\n\u001a'),
      inTenThousands: fc.constant(inTenThousands),
    }),
  )
  .map(({ rows, order, spelling, title, delimiter, encoding, careless, total, again, ending, inTenThousands }) => {
    const head = order.map((field) => {
      const words = field === '/data/amount' && inTenThousands ? inTenThousandsHeadings : headings[field]
      return words[spelling % words.length]!
    })
    const always = ['支付指令号', '行政区划', '经办人编号']
    const line = (cells: readonly string[]) => cells.map((cell) => written(cell, delimiter, careless)).join(delimiter)
    const end = ending.startsWith('\r\n') ? '\r\n' : '\n'
    const headingLine = line([...head, ...always])
    const rowLines = rows.map((row) => line([...order.map((field) => row[field].text), 'ZL-2025-03', '430302', 'F-1']))
    const lines = [
      ...title.map((text) => written(text, delimiter, false)),
      headingLine,
      ...rowLines.slice(0, 3),
      ...(again ? [headingLine] : []),
      ...rowLines.slice(3),
      ...(total ? [line(['合　计', ...Array.from({ length: order.length + 2 }, () => '')])] : []),
    ]
    const meanings = rows.map(
      (row) =>
        [
          row['/id'].text,
          Object.fromEntries(
            fields.flatMap((field) => (row[field].means === undefined ? [] : [[field, row[field].means]])),
          ),
        ] as const,
    )
    return {
      bytes: encodings[encoding]!(lines.join(end) + end + (ending.endsWith('\u001a') ? '\u001a' : '')),
      rows: new Map(meanings),
    }
  })
