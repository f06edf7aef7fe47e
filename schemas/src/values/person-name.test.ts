import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparedName, isPersonName, personName, readName } from './person-name.ts'

const spelled: readonly [string, string][] = [
  ['艾力\u2022买买提', '艾力·买买提'],
  ['艾力\uFF0E买买提', '艾力·买买提'],
  ['艾力.买买提', '艾力·买买提'],
  ['艾力\u22C5买买提', '艾力·买买提'],
  ['艾力\u30FB买买提', '艾力·买买提'],
  ['艾力\u2027买买提', '艾力·买买提'],
  ['艾力\uFF65买买提', '艾力·买买提'],
  ['艾力\u0387买买提', '艾力·买买提'],
  ['艾力\u2219买买提', '艾力·买买提'],
  ['艾力。买买提', '艾力·买买提'],
  ['艾力 · 买买提', '艾力·买买提'],
  ['艾力··买买提', '艾力·买买提'],
  ['阿卜杜拉●买买提', '阿卜杜拉·买买提'],
  ['Maria.Anna', 'Maria·Anna'],
  ['张\u3000三', '张三'],
  ['张 三', '张三'],
  ['张\u00A0三', '张三'],
  ['王 小 明', '王小明'],
  ['欧阳 修', '欧阳修'],
  ['司马 相如', '司马相如'],
  ['ＬＩ\u3000ＭＩＮＧ', 'LI MING'],
  [' Li   Ming ', 'Li Ming'],
  ['Zoe\u0308 Li', 'Zoë Li'],
  ['Ａ\u0301nna', 'Ánna'],
  ['O\u2019Brien', "O'Brien"],
  ['Jean\u2013Luc', 'Jean-Luc'],
  ['J. F. Kennedy', 'J. F. Kennedy'],
  ['王\uE863', '王䶮'],
  ['\uE815', '厂'],
  ['\uF9D1', '六'],
  ['\u{2F804}', '你'],
  ['\u2F26\u2EF0', '子龙'],
  ['张\u200B三\uFEFF', '张三'],
  ['吉\uFE00', '吉'],
  ['葛\u{E0101}', '葛\u{E0101}'],
  ['葛\u{E0101} 三', '葛\u{E0101}三'],
  ['𠮷野', '𠮷野'],
]

const refused: readonly [string, string][] = [
  ['', 'NAME_BLANK'],
  ['\u3000', 'NAME_BLANK'],
  ['\u200B\u00A0\u3164\u2800', 'NAME_BLANK'],
  ['无', 'NAME_NONE'],
  ['NULL', 'NAME_NONE'],
  ['N/A', 'NAME_NONE'],
  ['不详', 'NAME_NONE'],
  ['王?', 'NAME_GARBLED'],
  ['???', 'NAME_GARBLED'],
  ['王□', 'NAME_GARBLED'],
  ['王\uFFFD', 'NAME_GARBLED'],
  ['王\uE001', 'NAME_GARBLED'],
  ['王\uD840', 'NAME_GARBLED'],
  ['张*', 'NAME_MASKED'],
  ['张＊＊', 'NAME_MASKED'],
  ['张●●', 'NAME_MASKED'],
  ['张○○', 'NAME_MASKED'],
  ['李某某', 'NAME_MASKED'],
  ['张XX', 'NAME_MASKED'],
  ['张三（已故）', 'NAME_BRACKETS'],
  ['王(上龙下天)', 'NAME_BRACKETS'],
  ['王[火+华]', 'NAME_BRACKETS'],
  ['王⿰火华', 'NAME_BRACKETS'],
  ['张三2', 'NAME_DIGITS'],
  ['张三①', 'NAME_DIGITS'],
  ['张三 李四', 'NAME_PARTS'],
  ['艾力 买买提', 'NAME_PARTS'],
  ['张三、李四', 'NAME_SIGNS'],
  ['张三/李四', 'NAME_SIGNS'],
  ['王火+华', 'NAME_SIGNS'],
  ['张\u{1F600}三', 'NAME_SIGNS'],
  ['张\u202E三', 'NAME_SIGNS'],
  ['张\u0007三', 'NAME_SIGNS'],
  ['·艾力', 'NAME_SIGNS'],
  ['张三.', 'NAME_SIGNS'],
]

const hanLetters = fc.constantFrom(...'张王李赵艾力买提古丽娜扎欧阳司马龙䶮𠮷')
const hanName = fc.array(hanLetters, { minLength: 2, maxLength: 4 }).map((letters) => letters.join(''))
const dots = fc.constantFrom(...'•．.⋅・‧･·∙。', ' · ', '\u0387')
const spaces = fc.constantFrom(' ', '\u3000', '\u00A0', '\t', '\u2003', '\u200B', '')
const oddities = fc.string({
  unit: fc.constantFrom(
    ..."张三艾力·•．. ＡaéZ\u0301\u200B\uFE00\u{E0101}\u2F26\uE863\uE815-–'’?□*（)1①\u202E\uF9D1\u3000",
    '\u{1F600}',
  ),
  maxLength: 12,
}) // prettier-ignore

describe('the name of a person', () => {
  it.each(spelled)('has one spelling: %j is %j', (written, name) => {
    expect(readName(written)).toMatchObject({ name })
    expect(personName.safeParse(written).success).toBe(true)
  })

  it.each(refused)('is not %j: %s', (written, fault) => {
    expect(readName(written)).toEqual({ fault })
  })

  it('tells what was changed, and nothing of a name that has its spelling', () => {
    expect(readName('张 三')).toEqual({ name: '张三', changes: ['spaces'] })
    expect(readName('艾力．买买提')).toEqual({ name: '艾力·买买提', changes: ['width', 'dot'] })
    expect(readName('艾力·买买提')).toEqual({ name: '艾力·买买提', changes: [] })
  })

  it('is the same spelled twice, whatever is written', () => {
    fc.assert(
      fc.property(fc.oneof(oddities, fc.string({ unit: 'grapheme', maxLength: 8 })), (written) => {
        const once = readName(written)
        if ('fault' in once) return
        expect(readName(once.name)).toEqual({ name: once.name, changes: [] })
        expect(personName.safeParse(once.name).success).toBe(true)
        expect(once.name).toBe(once.name.normalize('NFC'))
      }),
      { numRuns: 3000 },
    )
  })

  it('keeps every Han character in its order, however dots and spaces are typed', () => {
    fc.assert(
      fc.property(hanName, hanName, dots, spaces, (one, other, dot, space) => {
        const written = `${space}${one}${dot}${other}${space}`
        expect(readName(written)).toMatchObject({ name: `${one}·${other}` })
        expect(comparedName(written)).toBe(`${one}·${other}`)
      }),
    )
  })

  it('that is spelled stays as it is', () => {
    fc.assert(
      fc.property(hanName, (name) => {
        expect(readName(name)).toEqual({ name, changes: [] })
      }),
    )
  })

  it('of common characters is read as it is with a space behind it, for each of them', () => {
    const outcome = (written: string) => {
      const read = readName(written)
      return 'fault' in read ? read.fault : read.name
    }
    const wrong: string[] = []
    for (let code = 0x4e00; code <= 0x9fa5; code++) {
      const letter = String.fromCharCode(code)
      for (const name of [letter + letter, `王${letter}`, `${letter}名字`])
        if (outcome(name) !== outcome(`${name} `)) wrong.push(name)
    }
    for (const word of '无名 暂无 没有 空白 未知 未填写 不详 不明 待补充 待核实 待定 同上 姓名 名字 張某 王小某'.split(
      ' ',
    ))
      if (outcome(word) !== outcome(`${word} `)) wrong.push(word)
    expect(wrong).toEqual([])
  })

  it('is compared without the form that was chosen for a character, and in small letters', () => {
    expect(comparedName('葛\u{E0101}三')).toBe(comparedName('葛三'))
    expect(comparedName('ＬＩ　Ming')).toBe('li ming')
    expect(comparedName('王')).toBe('王')
  })

  it('is known by its schema, optional too', () => {
    expect([personName, personName.optional()].map(isPersonName)).toEqual([true, true])
  })
})
