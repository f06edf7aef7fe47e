import type { Said } from '@hub/views/sample-hub.fixture.ts'
import { first, sampleLife, second } from '@hub/views/sample-life.fixture.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSampleGateway } from '../sample-gateway.fixture.ts'

const act = { region: '430302', handledBy: [{ officialId: 'O-1', duty: '经办' }] }
const said = (type: string, id: string, day: string, data: object, more: Partial<Said> = {}): Said => ({
  type,
  stream: `person-${first}`,
  id,
  time: `${day}T02:00:00.000Z`,
  data: { ...act, ...data },
  ...more,
})
const registry = '/departments/civil-affairs/ledger'
const died = { diedOn: '2024-03-05', evidence: '医学证明' }

let gateway: ReturnType<typeof openSampleGateway>
let ids: string[]
/** A false death: reported, payment and card stop because of it, taken back, put right; and a job that is known late. */
beforeAll(async () => {
  gateway = openSampleGateway()
  const told = [
    sampleLife(first, second, '谭志强')[0]!,
    said('civil-affairs.DeathRegistered.v1', 'death', '2024-03-12', died),
    said(
      'veteran-affairs.BenefitSuspended.v1',
      'stop',
      '2024-03-18',
      { item: '生活补助', from: '2024-04', reasonCode: '死亡' },
      { causationid: `${registry}#death` },
    ),
    said(
      'veteran-affairs.PreferentialCardSuspended.v1',
      'card',
      '2024-03-19',
      { kind: '退役军人', cardNo: '1', reason: '死亡' },
      { causationid: `${registry}#death` },
    ),
    said('hr.EmploymentStarted.v1', 'job', '2024-01-15', {
      employerUscc: '91430300MA4L000000',
      postKind: '保安',
      via: '自主',
      startedOn: '2024-01-15',
    }),
    said('civil-affairs.FactRetracted.v1', 'back', '2024-05-20', { reason: '误报，当事人健在' }, { replaces: 'death' }),
  ]
  ids = []
  for (const one of told) ids.push(await gateway.record(one))
  const resumed = { item: '生活补助', from: '2024-06', reasonCode: '其他', backPayFrom: '2024-04' }
  ids.push(
    await gateway.record(
      said('veteran-affairs.BenefitResumed.v1', 'resume', '2024-05-27', resumed, { causationid: ids[5]! }),
    ),
  )
  await gateway.say([])
})
afterAll(() => gateway.close())

const ask = async <T>(query: string, variables: object) => {
  const { data, errors } = await gateway.ask(query, variables as Record<string, unknown>)
  expect(errors).toBe(undefined)
  return data as unknown as T
}
const codeOf = async (query: string, variables: object) =>
  (await gateway.ask(query, variables as Record<string, unknown>)).errors?.[0]?.extensions.code

type Nodes = { nodes: { event: { __typename: string }; depth: number; relation: string }[]; cut: boolean }
const tree = (name: string) =>
  `query ($id: ID!) { ${name}(eventId: $id) { cut nodes { depth relation of event { __typename } } } }`
const shown = ({ nodes }: Nodes) => nodes.map(({ event, depth, relation }) => [depth, relation, event.__typename])

describe('causes and effects', () => {
  it('lists every decision that followed from a false death, and how it was put right', async () => {
    const { effects } = await ask<{ effects: Nodes }>(tree('effects'), { id: ids[1] })
    expect(shown(effects)).toEqual([
      [1, 'CAUSED', 'BenefitSuspended'],
      [1, 'CAUSED', 'PreferentialCardSuspended'],
      [1, 'REPLACES', 'CivilAffairsFactRetracted'],
      [2, 'CAUSED', 'BenefitResumed'],
    ])
    expect(effects.cut).toBe(false)
  })

  it('goes back from a decision to what it came of', async () => {
    const { causes } = await ask<{ causes: Nodes }>(tree('causes'), { id: ids[6] })
    expect(shown(causes)).toEqual([
      [1, 'CAUSED', 'CivilAffairsFactRetracted'],
      [2, 'REPLACES', 'DeathRegistered'],
    ])
    expect(shown((await ask<{ causes: Nodes }>(tree('causes'), { id: ids[0] })).causes)).toEqual([])
    expect(await codeOf(tree('causes'), { id: 'none' })).toBe('NOT_FOUND')
  })
})

describe('decision', () => {
  const query = `query ($id: ID!, $moment: MomentInput) { decision(eventId: $id, moment: $moment) {
    knownThen { __typename } knownLater { __typename } withdrawnSince { fact { __typename } by { __typename } }
    fileAsKnownThen { status { deceasedOn { value } } } fileAsKnownNow { status { deceasedOn { value } } } } }`
  const file = (value: string | null) => ({ status: { deceasedOn: { value } } })

  it('says what it stood on, what was true but not known, and what has been taken back', async () => {
    expect(await ask(query, { id: ids[2] })).toEqual({
      decision: {
        knownThen: [{ __typename: 'VeteranRegistered' }, { __typename: 'DeathRegistered' }],
        knownLater: [{ __typename: 'EmploymentStarted' }],
        withdrawnSince: [{ fact: { __typename: 'DeathRegistered' }, by: { __typename: 'CivilAffairsFactRetracted' } }],
        fileAsKnownThen: file('2024-03-05'),
        fileAsKnownNow: file(null),
      },
    })
  })

  it('looks back as known at a moment', async () => {
    const moment = { asKnownAt: { time: '2025-01-01T00:00:04Z' } }
    expect(await ask(query, { id: ids[2], moment })).toMatchObject({
      decision: { knownLater: [], withdrawnSince: [], fileAsKnownNow: file('2024-03-05') },
    })
    expect(await codeOf(query, { id: ids[5], moment })).toBe('NOT_FOUND')
  })
})
