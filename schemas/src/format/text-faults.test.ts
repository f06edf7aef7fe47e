import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refusedTexts } from './refused-texts.ts'
import { type TextUse, textFault, textPattern } from './text-faults.ts'

const uses: readonly TextUse[] = ['id', 'words']

describe('a text', () => {
  it.each([
    '张三',
    '湘退役字〔2025〕12号',
    'VR-2025/0001',
    'café',
    '𠮷野家',
    'འཇམ་དཔལ',
    'تۇرسۇن',
    '葛\u{e0100}城',
    '两 字',
    '（注）',
  ])('is taken: %s', (text) => {
    for (const use of ['words'] as const) expect(textFault(text, use)).toBeUndefined()
  })

  it.each([
    ['NUL', '\0'],
    ['an escape', '\x1b'],
    ['a carriage return', '\r'],
    ['DEL', '\x7f'],
    ['a C1 control', '\x85'],
    ['a zero-width space', '\u200b'],
    ['a zero-width joiner', '\u200d'],
    ['a word joiner', '\u2060'],
    ['a byte order mark', '\ufeff'],
    ['a soft hyphen', '\u00ad'],
    ['a mark from right to left', '\u200f'],
    ['an Arabic letter mark', '\u061c'],
    ['an override', '\u202e'],
    ['an isolate', '\u2067'],
    ['a line separator', '\u2028'],
    ['a private sign', '\ue863'],
    ['a private sign of plane 16', '\u{10fffd}'],
    ['a noncharacter', '\uffff'],
    ['a noncharacter of the middle', '\ufdd0'],
    ['a noncharacter of plane 1', '\u{1ffff}'],
    ['an invisible tag', '\u{e0041}'],
    ['a lost sign', '\ufffd'],
    ['a Hangul filler', '\u3164'],
    ['a blank of Braille', '\u2800'],
  ])('is refused with %s in it', (_name, sign) => {
    for (const use of uses)
      for (const text of [sign, `${sign}a`, `a${sign}b`, `中${sign}`]) expect(textFault(text, use)).toBe('CHARACTER')
  })

  it('stands in one line', () => {
    for (const use of uses) for (const text of ['a\nb', 'a\tb', 'a\n']) expect(textFault(text, use)).toBe('LINE_BREAK')
  })

  it.each([' ', '\u00a0', '\u3000', '\u2003', '\u202f'])(
    'neither begins nor ends with a space, nor is it blank: %j',
    (space) => {
      expect(textFault(`${space}a`, 'words')).toBe('SPACES_AROUND')
      expect(textFault(`a${space}`, 'words')).toBe('SPACES_AROUND')
      expect(textFault(`a${space}b`, 'id')).toBeUndefined()
      expect(textFault(space.repeat(3), 'words')).toBe('BLANK')
      expect(textFault(`\t${space}`, 'words')).toBe('BLANK')
    },
  )

  it('that is an id is composed, and has nothing in it that chooses among forms', () => {
    expect(textFault('cafe\u0301', 'id')).toBe('NOT_COMPOSED')
    expect(textFault('\uf9e7', 'id')).toBe('NOT_COMPOSED')
    expect(textFault('葛\u{e0100}', 'id')).toBe('CHARACTER')
    expect(textFault('1\ufe0f', 'id')).toBe('CHARACTER')
    expect(textFault('cafe\u0301', 'words')).toBeUndefined()
    const composed = fc.string({ unit: 'grapheme', minLength: 1 }).map((text) => text.normalize('NFC'))
    fc.assert(fc.property(composed, (text) => textFault(text, 'id') !== 'NOT_COMPOSED'))
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-composite' }), (text) => {
        if (textFault(text, 'id') === undefined) expect(text.normalize('NFC')).toBe(text)
      }),
    )
  })

  it('is found by its pattern in the basic plane, in every dialect of regular expressions', () => {
    const unit = fc.oneof(
      fc.constantFrom(...' \t\n\r\u3000\u200b\ue000\ufffd中a1'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    )
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 4 }), (signs) => {
        const text = signs.join('')
        fc.pre(/^[\0-\ud7ff\ue000-\uffff]*$/.test(text))
        const isTaken = textFault(text, 'words') === undefined
        expect(new RegExp(textPattern, 'u').test(text), JSON.stringify(text)).toBe(isTaken)
      }),
      { numRuns: 3000 },
    )
  })
})

it('texts and keys of a value are found where they stand', () => {
  const value = { a: ['b', 'c\u200b'], 'd\u0000': ' e', f: { g: 1, h: null } }
  expect(refusedTexts(value, () => 'words', ['data'])).toEqual([
    { pointer: '/data/a/1', reason: 'CHARACTER' },
    { pointer: '/data/d\u0000', reason: 'CHARACTER' },
    { pointer: '/data/d\u0000', reason: 'SPACES_AROUND' },
  ])
})
