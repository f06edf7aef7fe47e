import { lookUpType } from '@hub/schemas/catalogue.ts'
import type { OwnTime } from '@hub/schemas/own-time.ts'
import type { Thing } from '@hub/schemas/thing.ts'
import { describe, expect, it } from 'vitest'
import { type EntryRule, followed } from './entry.ts'
import type { Entries, Entry } from './file.ts'
import { sampleStream } from './sample-facts.fixture.ts'

type Declared = { time?: OwnTime; thing?: Thing; streamField?: string }
type Said = { name: string; data?: Record<string, unknown>; time?: string; stream?: string } & { as?: Declared }

const { time: _time, thing: _thing, ...undeclared } = lookUpType('hr.EmploymentStarted.v1')!.definition

/** The list after events of types that declare their time and thing so. */
const folded = (rule: EntryRule, said: readonly Said[]): readonly Entry[] =>
  sampleStream(
    said.map(({ as, ...fact }) => ({
      ...fact,
      ...(as ? { definition: { ...undeclared, streamField: undefined, ...as } } : {}),
    })),
  )
    .reduce<Entries>((entries, fact) => followed('employment', entries, rule, fact), [])
    .map(({ value }) => value)

const spans = (entries: readonly Entry[]) => entries.map(({ status, from, until }) => [status, from, until])

const job = { kind: 'job', key: [['employer', 'startedOn'], ['employer']] } as const
const rule = { begins: ['Started'], says: ['Paid'], ends: ['Ended'] }
const started = (employer: string, startedOn: string, time = `${startedOn}T02:00:00.000Z`): Said => ({
  name: 'Started',
  time,
  data: { employer, startedOn },
  as: { time: { from: 'startedOn', until: 'ended' }, thing: job },
})
const ended = (employer: string, endedOn: string, ends: OwnTime['ends'] = { last: 'endedOn' }): Said => ({
  name: 'Ended',
  data: { employer, endedOn },
  as: { time: { from: 'endedOn', until: 'stands', ...(ends ? { ends } : {}) }, thing: job },
})

describe('an entry', () => {
  it('begins by the own time of its event, and on the day of the envelope where the type does not say', () => {
    expect(spans(folded(rule, [started('A', '2023-03-01', '2023-03-20T02:00:00.000Z')]))).toEqual([
      ['current', '2023-03-01', undefined],
    ])
    const [entry] = folded(rule, [
      { name: 'Started', time: '2023-03-19T17:00:00.000Z', data: { startedOn: '2023-03-01' } },
    ])
    expect(entry?.from).toBe('2023-03-20')
  })

  it('ends with its last day, or before the first without it, as the ending type says', () => {
    const until = (ends: OwnTime['ends'], endedOn: string) =>
      folded(rule, [started('A', '2024-01-02'), ended('A', endedOn, ends)])[0]?.until
    expect(until({ last: 'endedOn' }, '2024-05-31')).toBe('2024-05-31')
    expect(until({ firstWithout: 'endedOn' }, '2024-06-01')).toBe('2024-05-31')
    expect(until({ last: 'endedOn' }, '2024-05')).toBe('2024-05')
    expect(until({ firstWithout: 'endedOn' }, '2024-06')).toBe('2024-05')
  })

  it('never ends before it begins', () => {
    const ends = { firstWithout: 'endedOn' }
    expect(spans(folded(rule, [started('A', '2024-01-02'), ended('A', '2024-01-02', ends)]))).toEqual([
      ['ended', '2024-01-02', '2024-01-02'],
    ])
    expect(spans(folded(rule, [started('A', '2024-01-02'), ended('A', '2023-06-30')]))).toEqual([
      ['ended', '2024-01-02', '2024-01-02'],
    ])
  })

  it('is over where its own end has come when it is told, unless it is for a period', () => {
    const course = (time: string): Said => ({
      name: 'Started',
      time,
      data: { from: '2024-03', to: '2024-05' },
      as: { time: { from: 'from', until: { last: 'to' } } },
    })
    expect(spans(folded(rule, [course('2024-05-31T02:00:00.000Z')]))).toEqual([['current', '2024-03', '2024-05']])
    expect(spans(folded(rule, [course('2024-06-01T02:00:00.000Z')]))).toEqual([['ended', '2024-03', '2024-05']])
    expect(spans(folded({ ...rule, forPeriod: true }, [course('2024-06-01T02:00:00.000Z')]))).toEqual([
      ['current', '2024-03', '2024-05'],
    ])
  })

  it('is told from another of its kind by any of its keys, the surest that both say deciding', () => {
    const two = [started('A', '2023-01-01'), started('A', '2024-01-01'), started('B', '2024-02-01')]
    const endedJob = { ...ended('A', '2024-05-31'), data: { employer: 'A', startedOn: '2023-01-01' } }
    expect(folded(rule, [...two, endedJob]).map(({ status }) => status)).toEqual(['ended', 'current', 'current'])
    expect(folded(rule, [...two, ended('A', '2024-05-31')]).map(({ status }) => status)).toEqual([
      'current',
      'ended',
      'current',
    ])
  })

  it('that nothing begins is one of its own, and ends no other', () => {
    expect(spans(folded(rule, [started('A', '2024-01-02'), ended('C', '2024-05-31')]))).toEqual([
      ['current', '2024-01-02', undefined],
      ['ended', '2024-05-31', '2024-05-31'],
    ])
  })

  it('is not about a thing of another kind', () => {
    const other = { ...ended('A', '2024-05-31'), as: { thing: { kind: 'insurance', key: [['employer']] } as const } }
    expect(folded(rule, [started('A', '2024-01-02'), other]).map(({ status }) => status)).toEqual(['current', 'ended'])
  })

  it('is found by what an event says of a second thing', () => {
    const applied: Said = {
      name: 'Started',
      data: { caseId: 'case-a' },
      as: { thing: { kind: 'application', key: 'stream' }, streamField: 'caseId' },
    }
    const approved = (caseId: string): Said => ({
      name: 'Ended',
      data: { item: '护理费', caseId },
      as: { thing: { kind: 'benefit', key: [['item']], also: [{ kind: 'application', key: [['caseId']] }] } },
    })
    expect(folded(rule, [applied, approved('case-a')]).map(({ status }) => status)).toEqual(['ended'])
    expect(folded(rule, [applied, approved('case-b')]).map(({ status }) => status)).toEqual(['current', 'ended'])
  })

  it('is matched against all that was said of it, not only when it began', () => {
    const card = (name: string, data: Record<string, unknown>): Said => ({
      name,
      data,
      as: { thing: { kind: 'card', key: [['cardNo'], ['formerNo'], ['kind']] } },
    })
    const said = [
      card('Started', { kind: '退役军人' }),
      card('Paid', { kind: '退役军人', cardNo: 'K-1' }),
      card('Started', { kind: '三属' }),
    ]
    expect(folded(rule, [...said, card('Ended', { cardNo: 'K-1' })]).map(({ status }) => status)).toEqual([
      'ended',
      'current',
    ])
  })

  it('of a type that declares nothing takes what is said next', () => {
    const said = [{ name: 'Started' }, { name: 'Started' }, { name: 'Ended' }]
    expect(folded(rule, said).map(({ status }) => status)).toEqual(['current', 'ended'])
  })

  it('keeps the date with which it began, whatever the same field says later', () => {
    const paid = { ...started('A', '2024-09-01'), name: 'Paid' }
    const [entry] = folded(rule, [started('A', '2024-01-02'), { ...paid, data: { ...paid.data, wage: 1 } }])
    expect(entry).toMatchObject({ from: '2024-01-02', data: { startedOn: '2024-01-02' } })
  })

  describe('that lasts until the next of its thing', () => {
    const stated = (kind: string, from: string, time?: string): Said => ({
      name: 'Started',
      data: { kind, from },
      ...(time === undefined ? {} : { time }),
      as: { time: { from: 'from', until: 'next' }, thing: { kind: 'residence', key: [['kind']] } },
    })

    it('is over with that one, and knows of it', () => {
      const entries = folded(rule, [stated('a', '2023-05-01'), stated('b', '2023-06-01'), stated('a', '2024-03-01')])
      expect(spans(entries)).toEqual([
        ['ended', '2023-05-01', '2024-02-29'],
        ['current', '2023-06-01', undefined],
        ['current', '2024-03-01', undefined],
      ])
      expect(entries[0]?.history).toHaveLength(2)
    })

    it('is over from the start where the next was told before it', () => {
      expect(spans(folded(rule, [stated('a', '2024-03-01'), stated('a', '2023-05-01')]))).toEqual([
        ['current', '2024-03-01', undefined],
        ['ended', '2023-05-01', '2024-02-29'],
      ])
    })
  })

  it('is said once, where its list says so, by two departments', () => {
    const confirmed = (year: number): Said => ({
      name: 'Started',
      data: { year },
      as: { thing: { kind: 'confirmation', key: [['year']] } },
    })
    const once = { ...rule, once: true }
    expect(folded(once, [confirmed(2023), confirmed(2024), confirmed(2023)])).toHaveLength(2)
    expect(folded(rule, [confirmed(2023), confirmed(2023)])).toHaveLength(2)
  })
})
