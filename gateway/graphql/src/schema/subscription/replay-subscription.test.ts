import { first, sampleLife, second } from '@hub/views/sample-life.fixture.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openListeningGateway, subscribe, take } from '../sample-subscriber.fixture.ts'

type Step = {
  event: { __typename: string; stream: string }
  veteran: { status: { deceasedOn: { value: string | null } } } | null
  changes: { path: string; kind: string; before: unknown; after: unknown }[]
}
type Replayed = { replay: { cursor: string; steps: Step[] } }

const query = `subscription ($filter: EventFilter, $moment: MomentInput, $newestFirst: Boolean, $pace: Float, $after: String) {
  replay(filter: $filter, moment: $moment, newestFirst: $newestFirst, eventsPerSecond: $pace, after: $after) {
    cursor steps { event { __typename stream } veteran { status { deceasedOn { value } } }
      changes { path kind before after } } } }`

let hub: Awaited<ReturnType<typeof openListeningGateway>>
beforeAll(async () => {
  hub = await openListeningGateway()
  await hub.say(sampleLife(first, second, '谭志强'))
  await hub.say(sampleLife(second, first, '某某').slice(0, 4))
})
afterAll(() => hub.close())

const replay = (variables: Record<string, unknown>) => subscribe<Replayed>(hub.url, query, variables).payloads
const stepsOf = async (variables: Record<string, unknown>) =>
  (await take(replay(variables))).flatMap(({ data, errors }) => {
    expect(errors).toBe(undefined)
    return data!.replay.steps
  })
const own = { filter: { personId: first } }
const diedOn = ({ veteran }: Step) => veteran!.status.deceasedOn.value

describe('a replay', () => {
  it('shows each event of a person, the file after it, and what changed', async () => {
    const steps = await stepsOf(own)
    expect(steps.map(({ event }) => event.__typename)).toEqual([
      'VeteranRegistered',
      'DisabilityRated',
      'MarriageRegistered',
      'EmploymentStarted',
      'DisabilityRated',
      'DisabilityRated',
      'DeathRegistered',
      'CivilAffairsFactRetracted',
      'VeteranAffairsFactRetracted',
    ])
    expect(steps.map(diedOn).slice(5)).toEqual([null, '2024-02-18', null, null])
    expect(steps[6]!.changes.filter(({ path }) => path === 'status.deceasedOn')).toEqual([
      { path: 'status.deceasedOn', kind: 'ADDED', before: null, after: '2024-02-18' },
    ])
    expect(steps[7]!.changes).toContainEqual({
      path: 'status.deceasedOn',
      kind: 'REMOVED',
      before: '2024-02-18',
      after: null,
    })
  })

  it('goes backwards with the same states', async () => {
    expect(await stepsOf({ ...own, newestFirst: true })).toEqual((await stepsOf(own)).toReversed())
  })

  it('goes on behind a cursor as if it had not been cut off, also after more was recorded', async () => {
    const [begin] = await take(replay({ ...own, pace: 1000 }), 1)
    await hub.say(sampleLife(second, first, '某某').slice(4, 5))
    const rest = await stepsOf({ ...own, after: begin!.data!.replay.cursor })
    expect([...begin!.data!.replay.steps, ...rest]).toEqual(await stepsOf(own))
    const [last] = await take(replay({ newestFirst: true, pace: 1000 }), 1)
    const before = await stepsOf({ newestFirst: true, after: last!.data!.replay.cursor })
    expect(before).toHaveLength((await stepsOf({})).length - 1)
  })

  it('takes its time at a pace', async () => {
    const started = performance.now()
    expect(await stepsOf({ ...own, pace: 20 })).toHaveLength(9)
    expect(performance.now() - started).toBeGreaterThan(8 * 45)
  })

  it.each([
    ['a stream', { stream: `person-${second}` }, 5],
    ['a department', { departments: ['hr'] }, 2],
    ['a name', { names: ['DeathRegistered'] }, 1],
    ['a region', { regionUnder: '430302', personId: first }, 9],
    ['a province', { regionUnder: '430000', personId: first }, 9],
    ['another region', { regionUnder: '430304' }, 0],
    ['a time', { personId: first, occurredFrom: '2024-01-01T00:00:00Z', occurredBefore: '2024-03-02T00:00:00Z' }, 2],
    ['a time of recording', { recordedBefore: '2025-01-01T00:00:03Z' }, 2],
  ])('is of %s', async (_what, filter, count) => {
    expect(await stepsOf({ filter })).toHaveLength(count)
  })

  it('knows only what was known at the moment', async () => {
    const steps = await stepsOf({ ...own, moment: { asKnownAt: { time: '2025-01-01T00:00:07Z' } } })
    expect(steps.map(diedOn).at(-1)).toBe('2024-02-18')
  })

  it('refuses a cursor of another one, and a pace that is none', async () => {
    const [begin] = await take(replay({ ...own, pace: 1000 }), 1)
    const codeOf = async (variables: Record<string, unknown>) =>
      (await take(replay(variables), 1))[0]?.errors?.[0]?.extensions.code
    expect(await codeOf({ after: begin!.data!.replay.cursor })).toBe('CURSOR_MISMATCH')
    expect(await codeOf({ ...own, pace: 0 })).toBe('BAD_USER_INPUT')
  })
})

describe('compareFile', () => {
  const compare = `query ($by: VeteranBy!, $a: MomentInput!, $b: MomentInput) { compareFile(by: $by, a: $a, b: $b) {
    before { status { deceasedOn { value } } } after { status { deceasedOn { value } } }
    changes { change { path kind before after afterSource { department { key } } } event { __typename } } } }`
  const at = (second: number) => ({ asKnownAt: { time: `2025-01-01T00:00:${String(second).padStart(2, '0')}Z` } })

  it('says what is otherwise, each with its event', async () => {
    const { data } = await hub.ask(compare, { by: { personId: first }, a: at(7), b: at(9) })
    expect(data).toMatchObject({
      compareFile: {
        before: { status: { deceasedOn: { value: '2024-02-18' } } },
        after: { status: { deceasedOn: { value: null } } },
        changes: [
          {
            change: {
              path: 'identities.disability',
              kind: 'CHANGED',
              before: { data: { grade: 4 } },
              after: { data: { grade: 5 } },
            },
            event: { __typename: 'VeteranAffairsFactRetracted' },
          },
          { change: { path: 'status.alive', kind: 'REMOVED' }, event: { __typename: 'CivilAffairsFactRetracted' } },
          {
            change: { path: 'status.deceasedOn', kind: 'REMOVED' },
            event: { __typename: 'CivilAffairsFactRetracted' },
          },
        ],
      },
    })
  })

  it('knows no file of nobody', async () => {
    const { errors } = await hub.ask(compare, { by: { personId: `1${'z'.repeat(26)}` }, a: at(7) })
    expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND')
  })
})
