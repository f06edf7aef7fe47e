import { foldFile } from '@hub/file/evolve.ts'
import type { Fact } from '@hub/file/fact.ts'
import { type HistoryMoment, personHistory } from '@hub/file/history.ts'
import { samplePerson, sampleStream } from '@hub/file/sample-facts.fixture.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareFile } from './compare-file.ts'
import { fileValues } from './file-values.ts'

const historyOf = (facts: readonly Fact[]) =>
  personHistory(
    samplePerson,
    facts.map((fact) => ({ person: samplePerson, fact })),
  )

const death = (diedOn: string, more: object = {}) => ({
  name: 'DeathRegistered',
  department: 'civil-affairs',
  data: { diedOn },
  ...more,
})
const merit = (awardedOn: string) => ({ name: 'MeritRecorded', data: { awardedOn } })

/** Statements, corrections and retractions of two departments, happening at any time. */
const anyFacts = fc
  .array(
    fc.record({
      what: fc.constantFrom('death', 'merit', 'correct', 'retract'),
      at: fc.nat(99),
      day: fc.integer({ min: 1, max: 28 }),
    }),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((steps) => {
    const said: Parameters<typeof sampleStream>[0][number][] = []
    for (const { what, at, day } of steps) {
      const date = `2024-01-${String(day).padStart(2, '0')}`
      const time = `${date}T00:00:00.000Z`
      const index = said.length === 0 ? undefined : at % said.length
      const target = index === undefined ? undefined : said[index]!
      const department = target?.department ?? 'veteran-affairs'
      if (what === 'merit' || index === undefined) said.push({ ...merit(date), time })
      else if (what === 'death') said.push(death(date, { time }))
      else if (what === 'correct' && target!.name !== 'FactRetracted')
        said.push({ ...(target!.name === 'MeritRecorded' ? merit(date) : death(date)), time, replaces: index + 1 })
      else said.push({ name: 'FactRetracted', department, time, replaces: index + 1 })
    }
    return sampleStream(said)
  })
const anyMoment = (facts: readonly Fact[]) =>
  fc.record({
    ordinal: fc.integer({ min: 0, max: facts.length }),
    asOf: fc.option(
      fc.integer({ min: 1, max: 28 }).map((day) => `2024-01-${String(day).padStart(2, '0')}T12:00:00.000Z`),
      { nil: undefined },
    ),
  })
const factsAndMoments = anyFacts.chain((facts) => fc.tuple(fc.constant(facts), anyMoment(facts), anyMoment(facts)))

describe('the history of a person', () => {
  it('gives at any moment what folding gives, in whatever order it is asked', () => {
    fc.assert(
      fc.property(
        anyFacts.chain((facts) => fc.tuple(fc.constant(facts), fc.array(anyMoment(facts), { maxLength: 8 }))),
        ([facts, moments]) => {
          const history = historyOf(facts)
          for (const { asOf, ordinal } of moments) {
            const known = facts.filter((fact) => fact.ordinal <= ordinal)
            const some = known.some(({ time }) => asOf === undefined || time <= asOf)
            const folded = some ? foldFile(samplePerson, known, { asOf, asKnownAt: { ordinal } }) : undefined
            expect(history.at({ asOf, ordinal })).toEqual(folded)
          }
        },
      ),
    )
  })
})

describe('comparing a file at two moments', () => {
  it('turns the first into the second, each change by an event of this person', () => {
    fc.assert(
      fc.property(factsAndMoments, ([facts, a, b]) => {
        const history = historyOf(facts)
        const changes = compareFile(history, a, b)
        const values = new Map(fileValues(history.at(a), history.rootOf))
        for (const { path, before, after } of changes) {
          expect(before?.value).toEqual(values.get(path)?.value)
          if (after) values.set(path, after)
          else values.delete(path)
        }
        const end = fileValues(history.at(b), history.rootOf)
        expect(new Set(values.keys())).toEqual(new Set(end.keys()))
        for (const [path, { value }] of end) expect(values.get(path)?.value).toEqual(value)
        for (const { event } of changes) expect(facts).toContain(event)
      }),
    )
  })

  const at = (ordinal: number, asOf?: string): HistoryMoment => ({ ordinal, asOf })
  const facts = sampleStream([
    merit('2024-01-01'),
    death('2024-01-02'),
    { name: 'FactRetracted', department: 'civil-affairs', replaces: 2 },
    { ...merit('2024-01-03'), replaces: 1 },
  ])
  const changed = (a: HistoryMoment, b: HistoryMoment) =>
    compareFile(historyOf(facts), a, b).map(({ path, kind, event }) => [path.split('#')[0], kind, event.id])

  it('names the retraction for what is gone, and the correction for what is otherwise', () => {
    expect(changed(at(2), at(4))).toEqual([
      ['service.merits', 'CHANGED', '4'],
      ['status.alive', 'REMOVED', '3'],
      ['status.deceasedOn', 'REMOVED', '3'],
    ])
  })

  it('names the same events the other way round', () => {
    expect(changed(at(4), at(2)).map(([path, kind]) => [path, kind])).toEqual([
      ['service.merits', 'CHANGED'],
      ['status.alive', 'ADDED'],
      ['status.deceasedOn', 'ADDED'],
    ])
  })

  it('names what happened between two times', () => {
    expect(changed(at(2, '2024-01-01T00:00:00.000Z'), at(2, '2024-01-02T00:00:00.000Z'))).toEqual([
      ['status.alive', 'ADDED', '2'],
      ['status.deceasedOn', 'ADDED', '2'],
    ])
    expect(changed(at(2), at(2, '2024-01-01T00:00:00.000Z')).map(([path]) => path)).toEqual([
      'status.alive',
      'status.deceasedOn',
    ])
  })
})
