import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completeCitizenNumber, isForeignerNumber } from '../values/citizen-number.ts'
import { isUscc } from '../values/social-credit-code.ts'
import { mayHoldNumber } from './may-hold-number.ts'
import { holdsCitizenNumber, personalNumberIn } from './personal-numbers.ts'

const invented = completeCitizenNumber('43030219580312123')
const withX = '11010519491231002X'
const ofFifteen = '430302580312123'
const mobile = '13900000001'
const luhn = (digits: string) => {
  const sums = [...digits].reverse().map((digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1)
    return value > 9 ? value - 9 : value
  })
  return digits + ((10 - (sums.reduce((sum, value) => sum + value, 0) % 10)) % 10)
}
const card = luhn('622202000000000001')

const digitText = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`))
const numbers = fc
  .tuple(
    fc.constantFrom('110101', '430302', '430381', '650102', '710000', '810000', '820000', '830000'),
    fc.date({ min: new Date('1800-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
    digitText(3),
  )
  .map(([region, born, order]) =>
    completeCitizenNumber(region + born.toISOString().slice(0, 10).replaceAll('-', '') + order),
  )

const shiftedBy = (zero: number) => (text: string) =>
  text.replace(/[0-9]/g, (digit) => String.fromCodePoint(zero + Number(digit)))
const signs = (digits: string) => (text: string) => text.replace(/[0-9]/g, (digit) => [...digits][Number(digit)]!)
const joined = (by: string) => (text: string) => [...text].join(by)

/** Ways in which people and programs type a number. */
const spellings: readonly (readonly [string, (text: string) => string])[] = [
  ['as it is', (text) => text],
  ['full-width', shiftedBy(0xff10)],
  ['Arabic-Indic', shiftedBy(0x660)],
  ['Persian', shiftedBy(0x6f0)],
  ['Devanagari', shiftedBy(0x966)],
  ['Tibetan', shiftedBy(0xf20)],
  ['mathematical bold', shiftedBy(0x1d7ce)],
  ['mathematical double-struck', shiftedBy(0x1d7d8)],
  ['mathematical monospace', shiftedBy(0x1d7f6)],
  ['segmented', shiftedBy(0x1fbf0)],
  ['circled', signs('⓪①②③④⑤⑥⑦⑧⑨')],
  ['double circled', signs('⓪⓵⓶⓷⓸⓹⓺⓻⓼⓽')],
  ['negative circled', signs('⓿❶❷❸❹❺❻❼❽❾')],
  ['in brackets', signs('0⑴⑵⑶⑷⑸⑹⑺⑻⑼')],
  ['with full stops', signs('🄀⒈⒉⒊⒋⒌⒍⒎⒏⒐')],
  ['superscript', signs('⁰¹²³⁴⁵⁶⁷⁸⁹')],
  ['subscript', signs('₀₁₂₃₄₅₆₇₈₉')],
  ['Roman', signs('0ⅠⅡⅢⅣⅤⅥⅦⅧⅨ')],
  ['small Roman', signs('0ⅰⅱⅲⅳⅴⅵⅶⅷⅸ')],
  ['Han', signs('〇一二三四五六七八九')],
  ['Han with zero', signs('零一二三四五六七八九')],
  ['Han as on cheques', signs('零壹贰叁肆伍陆柒捌玖')],
  ['circled Han', signs('〇㊀㊁㊂㊃㊄㊅㊆㊇㊈')],
  ['Suzhou', signs('〇〡〢〣〤〥〦〧〨〩')],
  ['with keycaps', joined('\ufe0f\u20e3')],
  ['with accents', joined('\u0332')],
  ['with zero-width spaces', joined('\u200b')],
  ['with joiners', joined('\u2060')],
  ['with soft hyphens', joined('\u00ad')],
  ['with marks of direction', joined('\u202c')],
  ['with invisible tags', joined('\u{e0020}')],
  ...[' ', '  ', '-', '–', '—', '‑', '_', '.', '/', '\\', '·', '\u00a0', '\u3000', '\t', '\n', '＿', '．', '－'].map(
    (by) => [`with ${JSON.stringify(by)}`, joined(by)] as const,
  ),
]

describe.each(spellings)('a number typed %s', (_name, spelt) => {
  it.each([
    ['CITIZEN_NUMBER', invented],
    ['CITIZEN_NUMBER', withX],
    ['CITIZEN_NUMBER', ofFifteen],
    ['PHONE', mobile],
    ['ACCOUNT', card],
  ])('is found: %s', (kind, number) => {
    expect(personalNumberIn(spelt(number))).toBe(kind)
    expect(personalNumberIn(`见${spelt(number)}号`)).toBe(kind)
    expect(personalNumberIn(`A:${spelt(number)}`)).toBe(kind)
    expect(mayHoldNumber(JSON.stringify({ note: spelt(number) }))).toBe(true)
  })
})

describe('a number', () => {
  it.each(['X', 'x', 'Ⅹ', 'ⅹ', 'Ｘ', '𝐗', '×', 'Х', 'Χ', ' X', '-x'])(
    'is found with the check character %s',
    (last) => {
      expect(personalNumberIn(`${withX.slice(0, 17)}${last}`)).toBe('CITIZEN_NUMBER')
    },
  )

  it.each([
    '430302 19580312 1239',
    '430302-19580312-1239',
    '4303 0219 5803 1212 39',
    '430302 1958 0312 1239',
    '43.03.02.1958.03.12.123.9',
  ])('is found in groups: %s', (grouped) => {
    expect(completeCitizenNumber('43030219580312123')).toBe('430302195803121239')
    expect(personalNumberIn(grouped)).toBe('CITIZEN_NUMBER')
  })

  it.each([
    '+8613900000001',
    '008613900000001',
    '+86 139 0000 0001',
    '86-139-0000-0001',
    '139-0000-0001',
    '1390000-0001',
    '139 00000001',
    '电话13900000001。',
    'TEL13900000001B',
    '13900000001一直不通',
    '13900000001¹',
    '13900000001、13900000002',
    '13900000001 13900000002',
    '0731-58512345',
    '(0731) 58512345',
    '（０７３１）５８５１２３４５',
    '010 88512345',
    '020-88512345-801',
    '电话：073158512345',
  ])('is found of a telephone: %s', (text) => {
    expect(personalNumberIn(text)).toBe('PHONE')
  })

  it('is found of a card in groups of four, and of the older cards of 19 digits', () => {
    expect(personalNumberIn(card.replaceAll(/(.{4})/g, '$1 '))).toBe('ACCOUNT')
    expect(personalNumberIn(luhn('622202000000000'))).toBe('ACCOUNT')
    expect(personalNumberIn(luhn('955880000000000001'))).toBe('ACCOUNT')
    expect(personalNumberIn(luhn('436742000000000001'))).toBe('ACCOUNT')
    expect(personalNumberIn(`${card.slice(0, -1)}${(Number(card.at(-1)) + 1) % 10}`)).toBeUndefined()
  })
})

describe('a text', () => {
  const plainText = fc.stringMatching(/^[A-Za-z\u4e00-\u4e20 ,.:：，。()-]{0,20}$/)

  it('holds a citizen number anywhere in it, beside words and letters', () => {
    fc.assert(
      fc.property(plainText, numbers, plainText, (before, number, after) => {
        expect(holdsCitizenNumber(before + number + after)).toBe(true)
        expect(personalNumberIn(before + number + after)).toBe('CITIZEN_NUMBER')
      }),
    )
  })

  it('holds none in a longer row of digits, with a wrong check character or in a hex digest', () => {
    const wrong = invented.slice(0, 17) + (invented.endsWith('0') ? '1' : '0')
    for (const text of [`${invented}1`, `1${invented}`, wrong, `${'a'.repeat(23)}${invented}${'b'.repeat(23)}`, '']) {
      expect(holdsCitizenNumber(text)).toBe(false)
      expect(personalNumberIn(text)).toBeUndefined()
    }
    expect(holdsCitizenNumber(`${'a'.repeat(23)}${invented}${'b'.repeat(22)}`)).toBe(true)
  })

  it("holds a foreigner's number where it is not a company's credit code as well", () => {
    const both = Array.from({ length: 100_000 }, (_, order) => String(order).padStart(5, '0'))
      .map((digits) => completeCitizenNumber(`914303201${digits.slice(0, 2)}12${digits.slice(2)}1`.slice(0, 17)))
      .find((number) => isForeignerNumber(number) && isUscc(number))!
    expect(holdsCitizenNumber(`证号${completeCitizenNumber('94384019700822304')}。`)).toBe(true)
    expect(holdsCitizenNumber(`企业${both}`)).toBe(false)
  })

  it.each([
    '湘退役字〔2025〕12号',
    '湘民发〔2025〕第000123号',
    '潭退役军人发[2024]17号、[2025]3号',
    '2025-03-01 2025-04-01 2025-05-01',
    '2025-03-01T10:20:30.000+08:00/2025-04-01T10:20:30.000+08:00',
    '20250301102030123',
    '202503011020301',
    '2025030110203',
    '1740794430123',
    '91430300MA4L1234XA',
    '11430300006123456X',
    'PO-2025-0000123456',
    'PAY-20250301-000001',
    '430302-2025-03-0001',
    '430302202503',
    '43030220250301001',
    '1998-0301-123',
    '2025-0731-5000001',
    '010-20250301',
    '名册 2025-01-430302-0001',
    '0b9c1b8e-5a0f-4a53-9a5c-6f1f0c2f7c11',
    '5a139000-0001-4000-8000-130139000000',
    '00-0af7651916cd43dd8448eb211c80319c-b139000000017331-01',
    'a13900000001b430302580312123cdef',
    '192.168.100.101',
    '13,900,000,000.00',
    '430302580312',
    '第一二三四五六七八九十条',
    '二〇二五年三月一日至二〇二六年三月一日',
    'v1.2.3.4.5.6.7.8.9.10.11',
    '1 2 3 4 5 6 7 8 9 10 11 12 13 14 15',
  ])('holds no number of a person: %s', (text) => {
    expect(personalNumberIn(text)).toBeUndefined()
  })

  it('of random digits is taken for a number of a person as seldom as the checks allow', () => {
    const random = (seed: number, length: number) => {
      let state = seed * 2_654_435_761
      return Array.from({ length }, () => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
        return Math.floor((state / 2 ** 32) * 10)
      }).join('')
    }
    const share = (length: number) =>
      Array.from({ length: 20_000 }, (_, seed) => random(seed + 1, length)).filter(
        (digits) => personalNumberIn(digits) !== undefined,
      ).length / 20_000
    for (let length = 1; length <= 10; length++) expect(share(length)).toBe(0)
    for (const length of [12, 14, 20, 24]) expect(share(length)).toBe(0)
    expect(share(11)).toBeLessThan(0.08)
    expect(share(13)).toBeLessThan(0.001)
    expect(share(15)).toBeLessThan(0.015)
    for (const length of [16, 17, 18, 19]) expect(share(length)).toBeLessThan(0.004)
  })

  it('is looked through in a time that grows with its length alone', () => {
    const timeOf = (text: string) => {
      const times = Array.from({ length: 3 }, () => {
        const began = performance.now()
        personalNumberIn(text)
        return performance.now() - began
      })
      return Math.min(...times)
    }
    for (const sign of [
      '1',
      '1 ',
      '1-',
      '一',
      '1x',
      ' ',
      '-',
      '\u200b',
      '1\u200b',
      '⑪',
      '一 ',
      '(0731)',
      '电话',
      '9 ',
      '1399-',
    ])
      expect(timeOf(sign.repeat(64_000 / sign.length)), sign).toBeLessThan(
        300 + 24 * timeOf(sign.repeat(8_000 / sign.length)),
      )
  })
})
