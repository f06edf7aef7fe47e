import { describe, expect, it } from 'vitest'
import { faults, messageOf } from './faults-of.fixture.ts'

const rated = {
  kind: '补办',
  category: '残疾军人',
  nature: '因公',
  grade: 6,
  approvedOn: '2023-05-18',
  payableFrom: '2023-06',
}

describe('a rating of disability', () => {
  it.each([
    ['2024-09-30', '第413号，2019年修订）第二十三条'],
    ['2024-10-01', '第788号）第二十七条'],
  ])(
    'approved on %s has an illness in the grades 1 to 6 only: grade 7 is refused by the law of that day',
    (approvedOn, article) => {
      const illness = { ...rated, nature: '因病', approvedOn, payableFrom: '2024-11' }
      expect(faults('DisabilityRated', illness)).toEqual([])
      expect(faults('DisabilityRated', { ...illness, grade: 7 })).toEqual(['GRADE_NOT_OF_NATURE /grade'])
      expect(messageOf('DisabilityRated', { ...illness, grade: 7 })).toContain(article)
      expect(faults('DisabilityRated', { ...illness, grade: 7, nature: '因公' })).toEqual([])
    },
  )

  it.each([
    ['2024-09-30', '2024-09', false],
    ['2024-09-30', '2024-10', true],
    ['2024-10-01', '2024-09', false],
    ['2024-10-01', '2024-10', true],
    ['2023-12-31', '2023-12', false],
    ['2023-12-31', '2024-01', true],
  ])('approved on %s and payable from %s: lawful is %s, by the law of that day', (approvedOn, payableFrom, lawful) => {
    expect(faults('DisabilityRated', { ...rated, approvedOn, payableFrom })).toEqual(
      lawful ? [] : ['PAYABLE_TOO_EARLY /payableFrom'],
    )
  })

  it('names the article of the day of approval', () => {
    const refused = (approvedOn: string) =>
      messageOf('DisabilityRated', { ...rated, approvedOn, payableFrom: '2020-01' })
    expect(refused('2024-10-01')).toContain('军人抚恤优待条例》（国令第788号）第二十七条')
    expect(refused('2024-09-30')).toContain('伤残抚恤管理办法》第二十三条')
  })

  it.each([
    ['服役期间评定', '残疾军人', true],
    ['补办', '残疾军人', true],
    ['新办', '残疾军人', false],
    ['新办', '伤残人民警察', true],
    ['新办', '伤残民兵民工', true],
    ['补办', '伤残人民警察', false],
    ['服役期间评定', '伤残预备役人员', false],
    ['调整', '残疾军人', true],
    ['调整', '因公伤残人员', true],
    ['调整', '烈士遗属', false],
  ])('as %s of %s: lawful is %s', (kind, category, lawful) => {
    expect(faults('DisabilityRated', { ...rated, kind, category })).toEqual(
      lawful ? [] : ['RATING_NOT_OF_CATEGORY /kind'],
    )
  })

  it('is put up for seven working days at least; both days count, holidays do not', () => {
    const notice = { matter: '评残', from: '2025-09-22', until: '2025-09-30' }
    // 22–26 September, and 28 September, a Sunday that is worked for a day of the holidays, 29 and 30.
    expect(faults('PublicNoticeHeld', notice)).toEqual([])
    expect(faults('PublicNoticeHeld', { ...notice, until: '2025-09-29' })).toEqual([])
    expect(faults('PublicNoticeHeld', { ...notice, until: '2025-09-28' })).toEqual(['NOTICE_TOO_SHORT /until'])
    expect(messageOf('PublicNoticeHeld', { ...notice, until: '2025-09-28' })).toContain('《伤残抚恤管理办法》')
    // The eight days of October's holidays make it no longer.
    expect(faults('PublicNoticeHeld', { ...notice, from: '2025-09-29', until: '2025-10-11' })).toEqual([
      'NOTICE_TOO_SHORT /until',
    ])
    expect(faults('PublicNoticeHeld', { ...notice, matter: '其他', until: '2025-09-23' })).toEqual([])
  })
})

describe('the death of a disabled veteran', () => {
  it.each([
    ['2024-09-30', '第二十八条'],
    ['2024-10-01', '第三十二条'],
  ])('on %s is of an old injury only where that was of combat or duty', (diedOn, article) => {
    const death = { circumstances: '旧伤复发', nature: '因公', diedOn, determinedOn: '2025-01-10' }
    expect(faults('DeathCircumstancesDetermined', death)).toEqual([])
    expect(faults('DeathCircumstancesDetermined', { ...death, nature: '因病' })).toEqual([
      'CANNOT_RECUR /circumstances',
    ])
    expect(messageOf('DeathCircumstancesDetermined', { ...death, nature: '因病' })).toContain(article)
    expect(faults('DeathCircumstancesDetermined', { ...death, circumstances: '因病', nature: '因病' })).toEqual([])
  })

  it('is determined after it', () => {
    expect(
      faults('DeathCircumstancesDetermined', {
        circumstances: '因病',
        diedOn: '2025-01-10',
        determinedOn: '2025-01-09',
      }),
    ).toEqual(['ORDER_OF_DATES /determinedOn'])
  })
})
