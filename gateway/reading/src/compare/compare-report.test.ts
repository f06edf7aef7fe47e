import type { Said } from '@hub/views/sample-hub.fixture.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { figures } from '../report/figures.ts'
import { openSampleReading } from '../sample-reading.fixture.ts'
import type { ReportMoment } from './fact-difference.ts'

const act = { region: '430302', handledBy: [{ officialId: 'O-1', duty: '经办' }] }
const persons = ['b', 'c', 'd', 'e'].map((letter) => `1${letter.repeat(26)}`)
const at = (day: number) => new Date(Date.UTC(2024, 0, 1) + day * 86_400_000).toISOString()

/** What a step says in a person's stream; corrections and retractions aim at an earlier statement of the same kind. */
const kinds: Record<string, (n: number) => Record<string, unknown>> = {
  'hr.SkillsTrainingCompleted.v1': (n) => ({
    course: '汽修',
    completedOn: `2024-0${1 + (n % 9)}-01`,
    soldierDischargedForOwnWork: true,
  }),
  'hr.EmploymentStarted.v1': (n) => ({
    employerUscc: '91430300MA4L000000',
    postKind: '设备维护',
    via: '招聘会',
    startedOn: `2024-0${1 + (n % 9)}-02`,
  }),
  'hr.BusinessJobsReported.v1': (n) => ({
    businessUscc: `U${n % 2}`,
    jobs: 1 + (n % 7),
    asOf: `2024-0${1 + (n % 9)}-03`,
  }),
  'veteran-affairs.CondolenceVisitMade.v1': (n) => ({
    occasion: '边海防慰问',
    moneyFen: 100_000 * (1 + (n % 5)),
    goodsFen: 20_000,
  }),
  'veteran-affairs.VeteranRegistered.v2': () => ({
    name: '谭志强',
    sex: '男',
    birthDate: '1968-03-14',
    hukouRegion: '430302001',
  }),
}
const types = Object.keys(kinds)

const step = fc.record({
  type: fc.constantFrom(...types),
  person: fc.constantFrom(...persons),
  what: fc.constantFrom('say', 'say', 'correct', 'retract'),
  n: fc.nat(50),
  day: fc.integer({ min: 0, max: 300 }),
})

const saidOf = (steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[]): Said[] => {
  const said: (Said & { person: string })[] = []
  for (const [index, { type, person, what, n, day }] of steps.entries()) {
    const department = type.split('.')[0]!
    const earlier = said.filter((one) => one.person === person && one.type.startsWith(`${department}.`))
    const target = what === 'retract' ? earlier[n % earlier.length] : earlier.filter((one) => one.type === type)[0]
    const taken = what !== 'say' && target !== undefined
    const retracts = taken && what === 'retract'
    said.push({
      type: retracts ? `${department}.FactRetracted.v1` : type,
      person,
      stream: `person-${person}`,
      id: String(index),
      time: at(day),
      recordedtime: at(index * 2),
      data: { ...act, ...(retracts ? { reason: '误报' } : kinds[type]!(n)) },
      ...(taken ? { replaces: target.id } : {}),
    })
  }
  return said
}

let reading: ReturnType<typeof openSampleReading>
beforeAll(async () => {
  reading = openSampleReading()
  for (const steps of fc.sample(fc.array(step, { minLength: 160, maxLength: 160 }), { numRuns: 1, seed: 7 }))
    await reading.say(saidOf(steps))
})
afterAll(() => reading.close())

const moment = fc.record({
  asOf: fc.option(fc.integer({ min: 0, max: 320 }).map(at), { nil: undefined }),
  recorded: fc.integer({ min: 0, max: 330 }).map(at),
})
const resolved = ({ asOf, recorded }: { asOf: string | undefined; recorded: string }) =>
  reading.reader.resolveMoment({ asOf, asKnownAt: { time: recorded } })
const reportAt = ({ ordinal, asOf }: ReportMoment) =>
  reading.reader.workReport({ ordinal, ...(asOf === undefined ? {} : { asOf }) })
const whole = (value: number) => Math.round(value * 1e12)

describe('comparing the work report at two moments', () => {
  it('gives both values, and parts that add up to their difference exactly', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(moment, moment, (one, other) => {
        const [a, b] = [resolved(one), resolved(other)]
        const [before, after] = [reportAt(a), reportAt(b)]
        const compared = reading.reader.compareReport(a, b).differences(figures)
        for (const [index, figure] of figures.entries()) {
          const { a: was, b: is, difference, parts } = compared[index]!
          expect([figure.key, was, is]).toEqual([figure.key, before.value(figure), after.value(figure)])
          if (was === null || is === null) {
            expect(difference).toBe(null)
            continue
          }
          expect(whole(difference!)).toBe(whole(is) - whole(was))
          expect(parts.reduce((sum, part) => sum + whole(part.difference!), 0)).toBe(whole(difference!))
          if (!('derived' in figure)) expect(parts.reduce((sum, part) => sum + part.difference!, 0)).toBe(is - was)
          for (const part of parts) if (part.difference !== 0) seen.add(part.cause)
        }
      }),
      { numRuns: 40, seed: 11 },
    )
    // Worth something only if every cause has come up.
    expect([...seen].sort()).toEqual(['CORRECTED', 'LATE', 'NEW', 'RETRACTED'])
  })

  it('opens a count into the facts that came and went', () => {
    const counts = figures.filter(
      (figure) => 'aggregate' in figure && figure.aggregate.kind === 'count' && !figure.of.each,
    )
    fc.assert(
      fc.property(moment, moment, (one, other) => {
        const [a, b] = [resolved(one), resolved(other)]
        const comparison = reading.reader.compareReport(a, b)
        for (const [index, { difference }] of comparison.differences(counts).entries()) {
          const changes = comparison.changes(counts[index]!)
          const sum = changes.reduce((total, { kind }) => total + (kind === 'ADDED' ? 1 : -1), 0)
          expect(sum).toBe(difference)
        }
      }),
      { numRuns: 20, seed: 5 },
    )
  })
})
