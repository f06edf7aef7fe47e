import type { Said } from '@hub/views/sample-hub.fixture.ts'
import { first, sampleLife, second } from '@hub/views/sample-life.fixture.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSampleGateway } from '../sample-gateway.fixture.ts'

const third = `1${'d'.repeat(26)}`
const act = { region: '430302', handledBy: [{ officialId: 'O-1', duty: '经办' }] }
const said = (person: string, type: string, id: string, day: string, data: object, replaces?: string): Said => ({
  type,
  stream: `person-${person}`,
  id,
  time: `${day}T02:00:00.000Z`,
  data: { ...act, ...data },
  ...(replaces === undefined ? {} : { replaces }),
})
const job = { employerUscc: '91430300MA4L000000', postKind: '保安', via: '自主', startedOn: '2024-01-15' }
const item = '生活补助'

let gateway: ReturnType<typeof openSampleGateway>
/** Known before the death was taken back, and before the job was corrected. */
let before: object
/** A false death; a benefit stopped and resumed; a job that is corrected. */
beforeAll(async () => {
  gateway = openSampleGateway()
  await gateway.say([
    sampleLife(first, second, '谭志强')[0]!,
    said(first, 'civil-affairs.DeathRegistered.v1', 'death', '2024-03-12', {
      diedOn: '2024-03-05',
      evidence: '医学证明',
    }),
    said(first, 'veteran-affairs.BenefitSuspended.v1', 'stop', '2024-03-18', {
      item,
      from: '2024-04',
      reasonCode: '死亡',
    }),
    said(first, 'hr.EmploymentStarted.v1', 'job', '2024-01-15', job),
  ])
  before = { asKnownAt: { position: await gateway.store.head() } }
  const resumed = { item, from: '2024-06', reasonCode: '其他', backPayFrom: '2024-04' }
  await gateway.say([
    said(first, 'civil-affairs.FactRetracted.v1', 'back', '2024-05-20', { reason: '误报，当事人健在' }, 'death'),
    said(first, 'veteran-affairs.BenefitResumed.v1', 'resume', '2024-05-27', resumed),
    said(first, 'hr.EmploymentStarted.v1', 'job-2', '2024-01-15', { ...job, postKind: '保安队长' }, 'job'),
    said(first, 'hr.EmploymentStarted.v1', 'job-3', '2024-01-15', { ...job, postKind: '保安组长' }, 'job-2'),
  ])
  await gateway.say(sampleLife(second, first, '某某'))
})
afterAll(() => gateway.close())

const query = `query ($claim: ID!, $moment: MomentInput) { why(claim: $claim, moment: $moment) {
  claim path value visibility source { type } reasons { role said visibility event { __typename } by { __typename } } } }`
type Answered = {
  claim: string
  path: string
  value: unknown
  visibility: string
  reasons: { role: string; said: unknown; visibility: string; event: { __typename: string } }[]
}
const why = async (claim: string, moment?: object): Promise<Answered> => {
  const { data, errors } = await gateway.ask<{ why: Answered }>(query, { claim, moment })
  expect(errors).toBeUndefined()
  return data.why
}

const claims = `query ($who: ID!, $moment: MomentInput) { veteran(by: { personId: $who }, moment: $moment) {
  identity { name { id } } status { deceasedOn { id } } identities { disability { id value { id grade { id } } } }
  benefits { suspensions { id item { id } reasonCode { id value { code } } } }
  employment { jobs { id postKind { id value } } } } }`
type Id = { id: string }
type Claims = {
  identity: { name: Id }
  status: { deceasedOn: Id }
  identities: { disability: Id & { value: (Id & { grade: Id }) | null } }
  benefits: { suspensions: (Id & { reasonCode: Id })[] }
  employment: { jobs: (Id & { postKind: Id & { value: string } })[] }
}
const claimsOf = async (who: string, moment?: object): Promise<Claims> => {
  const { data, errors } = await gateway.ask<{ veteran: Claims }>(claims, { who, moment })
  expect(errors).toBeUndefined()
  return data.veteran
}

describe('the id of a claim', () => {
  it('is the same at every moment, whatever has been corrected, and says nothing personal', async () => {
    const [then, now] = [await claimsOf(first, before), await claimsOf(first)]
    expect(now.status).toEqual(then.status)
    const [was, is] = [then.employment.jobs[0]!, now.employment.jobs[0]!]
    expect([was.postKind.value, is.postKind.value]).toEqual(['保安', '保安组长'])
    expect([is.id, is.postKind.id]).toEqual([was.id, was.postKind.id])
    const all = JSON.stringify(now).match(/"id":"[^"]+"/g) ?? []
    expect(new Set(all).size).toBe(all.length)
    for (const id of all)
      expect(Buffer.from(id.slice(6, -1), 'base64url').toString()).toMatch(/^Claim:1b{26}:[\w.#/-]+$/)
  })

  it('is looked up for all entries of an answer at once', async () => {
    const { statements, stop } = gateway.countStatements()
    const counted = async (selection: string) => {
      const start = statements()
      await gateway.ask(
        `{ veteran(by: { personId: "${first}" }) { benefits { suspensions { ${selection} } } employment { jobs { ${selection} } } } }`,
      )
      return statements() - start
    }
    const plain = await counted('name')
    expect((await counted('id')) - plain).toBe(1)
    stop()
  })

  it.each([
    'x',
    'Veteran:1a',
    'Claim:1a:status',
    'Claim:1a:status.nothing',
    'Claim:1a:toString.length',
    'Claim:1a:benefits.approvals',
    `Claim:1a:status.alive#${'0'.repeat(36)}`,
    'Claim:1a:status.alive/grade',
    'Claim:1a:identities.disability/nothing',
    'Claim:1a:status.alive',
  ])('that is none, as %s, is not found', async (text) => {
    const { errors } = await gateway.ask(query, { claim: Buffer.from(text).toString('base64url') })
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND'])
  })
})

describe('why', () => {
  it('names the fact that was taken back, and by what', async () => {
    const { status } = await claimsOf(first)
    expect(await why(status.deceasedOn.id)).toEqual({
      claim: status.deceasedOn.id,
      path: 'status.deceasedOn',
      value: null,
      visibility: 'UNKNOWN',
      source: null,
      reasons: [
        {
          role: 'RETRACTED',
          said: '2024-03-05',
          visibility: 'VISIBLE',
          event: { __typename: 'DeathRegistered' },
          by: { __typename: 'CivilAffairsFactRetracted' },
        },
      ],
    })
    expect(await why(status.deceasedOn.id, before)).toMatchObject({
      value: '2024-03-05',
      source: { type: 'civil-affairs.DeathRegistered.v1' },
      reasons: [{ role: 'RULES', by: null }],
    })
  })

  it('names what was corrected, of an entry and of one field of it', async () => {
    const { disability } = (await claimsOf(second)).identities
    const rated = await why(disability.id)
    expect((rated.value as { data: object }).data).toMatchObject({ grade: 5 })
    const roles = ['CORRECTED', 'RULES', 'RETRACTED']
    expect(rated.reasons.map(({ role }) => role)).toEqual(roles)
    const grade = await why(disability.value!.grade.id)
    expect([grade.path, grade.value]).toEqual(['identities.disability.grade', 5])
    expect(grade.reasons.map(({ role, said: one }) => [role, one])).toEqual([6, 5, 4].map((one, n) => [roles[n], one]))
  })

  it('names all that says more of an entry, and who last said a field of it', async () => {
    const [suspension] = (await claimsOf(first)).benefits.suspensions
    const whole = await why(suspension!.id)
    expect(whole.reasons.map(({ role, event }) => [role, event.__typename])).toEqual([
      ['RULES', 'BenefitSuspended'],
      ['ADDS', 'BenefitResumed'],
    ])
    const reason = await why(suspension!.reasonCode.id)
    expect(reason.value).toBe('其他')
    expect(reason.reasons.map(({ role, said: one }) => [role, one])).toEqual([
      ['SUPERSEDED', '死亡'],
      ['RULES', '其他'],
    ])
  })

  it('follows an entry through the corrections of what began it', async () => {
    const [held] = (await claimsOf(first, before)).employment.jobs
    const post = await why(held!.postKind.id)
    expect(post.value).toBe('保安组长')
    expect(post.reasons.map(({ role, said: one }) => [role, one])).toEqual([
      ['CORRECTED', '保安'],
      ['CORRECTED', '保安队长'],
      ['RULES', '保安组长'],
    ])
  })

  it('takes the claim of a change', async () => {
    const { data } = await gateway.ask<{ compareFile: { changes: { change: { path: string; claim: string } }[] } }>(
      `query ($who: ID!, $a: MomentInput!) { compareFile(by: { personId: $who }, a: $a) { changes { change { path claim } } } }`,
      { who: first, a: before },
    )
    const { changes } = data.compareFile
    for (const { change } of changes) expect((await why(change.claim)).path).toBe(change.path.split('#')[0])
    expect(changes.length).toBeGreaterThan(2)
  })

  it('says so where a value is erased', async () => {
    await gateway.say([
      said(third, 'veteran-affairs.VeteranRegistered.v2', '1', '2020-01-06', {
        name: '司马长风',
        sex: '男',
        birthDate: '1968-03-14',
        hukouRegion: '430302001',
        addressLine: '莲花巷',
      }),
    ])
    const { identity } = await claimsOf(third)
    expect(await why(identity.name.id)).toMatchObject({ value: '司马长风', visibility: 'VISIBLE' })
    await gateway.keys.destroy(third)
    expect(await why(identity.name.id)).toMatchObject({ value: null, visibility: 'ERASED', reasons: [] })
  })
})
