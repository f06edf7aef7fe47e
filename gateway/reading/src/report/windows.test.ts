import { Refused } from '@hub/schemas/refusal.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figureOf, figures } from './figures.ts'
import {
  isTimeLimit,
  readWindow,
  reportWindows,
  setWindows,
  usedWindow,
  windowsAgain,
  windowsOf,
  windowText,
} from './windows.ts'

const limits = reportWindows.filter(isTimeLimit)
const namesOf = (key: string) => windowsOf(figureOf(key)!).map(({ name }) => name)

/** What is refused, by code, place and words. */
const refusedFor = (...asked: Parameters<typeof setWindows>[0]) => {
  try {
    return setWindows(asked)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return [error.refusal.code, error.pointer]
  }
}

describe('the windows of the report', () => {
  it('have a name each, titles in both languages, and a default within their bounds', () => {
    const names = figures.flatMap((figure) => windowsOf(figure).map((window) => JSON.stringify(window)))
    expect(new Set(names).size).toBe(reportWindows.length)
    for (const { name, titleZh, titleEn } of reportWindows) {
      expect(name).toMatch(/^[a-z][a-z0-9-]+$/)
      expect(titleZh, name).toMatch(/[一-龥]/)
      expect(titleEn, name).toMatch(/[a-z]/)
    }
    for (const limit of limits) {
      expect(limit.default, limit.name).toBeGreaterThanOrEqual(limit.min)
      expect(limit.default, limit.name).toBeLessThanOrEqual(limit.max)
    }
  })

  it('have the default that the law sets, where one does', () => {
    const lawful = limits.filter(({ law }) => law).map(({ name, default: days }) => [name, days])
    expect(Object.fromEntries(lawful)).toMatchObject({
      'petition-told-within': 15,
      'petition-answered-within': 60,
      'petition-reviewed-within': 30,
      'petition-rechecked-within': 30,
      'legal-aid-within': 7,
    })
  })

  it('are of a share those of its part and its whole', () => {
    expect(namesOf('trained-employed-share')).toEqual(['whole', 'employed-within'])
    expect(namesOf('trained')).toEqual(['whole'])
    expect(namesOf('decided-in-time-share')).toEqual(['whole', 'decided-past-promise'])
    expect(namesOf('qingming-visits')).toEqual(['qingming'])
  })
})

describe('a window that is asked for', () => {
  it('is refused where the report has none of its name, and where it is said twice', () => {
    expect(refusedFor({ name: 'no-such', value: 1 })).toEqual(['REPORT_WINDOW_UNKNOWN', '/windows/0'])
    const again = { name: 'employed-within', value: 90 }
    expect(refusedFor(again, again)).toEqual(['REPORT_WINDOW_VALUE', '/windows/1'])
  })

  it.each(limits)('$name takes its least and its most, nothing beyond them and no days', ({ name, min, max }) => {
    for (const value of [min, max]) expect(refusedFor({ name, value })).toEqual({ [name]: { value } })
    for (const said of [{ value: min - 1 }, { value: max + 1 }, { value: min + 0.5 }, {}, { from: '2025-01-01' }])
      expect(refusedFor({ name, ...said })).toEqual(['REPORT_WINDOW_VALUE', '/windows/0'])
  })

  it.each([
    [{ from: '2024-04-02', to: '2024-04-06' }, true],
    [{ from: '2024-04-04', to: '2024-04-04' }, true],
    [{ to: '2024-04-06' }, true],
    [{ from: '1900-01-01', to: '2100-12-31' }, true],
    [{ from: '2024-04-07', to: '2024-04-06' }, false],
    [{ from: '1899-12-31' }, false],
    [{ to: '2101-01-01' }, false],
    [{ from: '2024-02-30' }, false],
    [{ value: 5 }, false],
    [{}, false],
  ])('days %j are taken: %s', (days, taken) => {
    expect(refusedFor({ name: 'qingming', ...days })).toEqual(
      taken ? { qingming: days } : ['REPORT_WINDOW_VALUE', '/windows/0'],
    )
  })

  it('says in both languages what it takes', () => {
    expect(() => setWindows([{ name: 'employed-within', value: 0 }])).toThrow(/from 1 to 1095, in days/)
    try {
      setWindows([{ name: 'employed-within', value: 0 }])
    } catch (error) {
      expect(error instanceof Refused && error.refusal.messageZh).toBe(
        '“培训后就业期限”（employed-within）应为 1 至 1095 的整数，单位为天',
      )
    }
  })

  it('is told back, marked as asked for, and the others by their defaults', () => {
    const set = setWindows([{ name: 'employed-within', value: 90 }])
    const told = reportWindows.map((window) => usedWindow(window, set))
    expect(told.filter(({ asked }) => asked)).toMatchObject([{ window: { name: 'employed-within' }, value: 90 }])
    expect(told.find(({ window }) => window.name === 'year')).toMatchObject({ from: '2025-01-01', to: '2025-12-31' })
  })

  it('reads as a text as it is written', () => {
    expect(readWindow('employed-within=90')).toEqual({ name: 'employed-within', value: 90 })
    expect(readWindow('qingming=2025-04-01..')).toEqual({ name: 'qingming', from: '2025-04-01' })
    for (const text of ['employed-within', '=90', 'employed-within=-1', 'qingming=2025-4-1..', 'a=1;b=2'])
      expect(readWindow(text), text).toBeUndefined()
    const day = fc.constantFrom('2024-04-02', '2025-12-31')
    const value = fc.oneof(
      fc.record({ value: fc.nat(99_999) }),
      fc.record({ from: day, to: day }, { requiredKeys: [] }),
    )
    fc.assert(
      fc.property(fc.constantFrom(...reportWindows), value, ({ name }, said) => {
        expect(readWindow(windowText({ name, ...said }))).toEqual({ name, ...said })
      }),
    )
  })
})

it('what was counted by is counted by again, as far as today’s windows take it', () => {
  const counted = [
    { name: 'employed-within', titleZh: '', unit: 'days', value: 90, asked: true },
    { name: 'whole', titleZh: '', asked: false },
    { name: 'year', titleZh: '', from: '2024-01-01', to: '2024-12-31', asked: true },
    { name: 'gone', titleZh: '', value: 5, asked: true },
    { name: 'qingming', titleZh: '', value: 5, asked: true },
  ]
  expect(windowsAgain(counted)).toEqual({
    'employed-within': { value: 90 },
    whole: {},
    year: { from: '2024-01-01', to: '2024-12-31' },
  })
})
