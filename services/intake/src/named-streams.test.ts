import { eventsOf } from '@hub/schemas/catalogue.ts'
import { exampleEvent } from '@hub/schemas/example-event.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSampleIntake, readSampleReceipt, sampleEvent } from './sample-intake.fixture.ts'

let intake: Awaited<ReturnType<typeof openSampleIntake>>
beforeAll(async () => {
  intake = await openSampleIntake()
})
afterAll(() => intake.close())

const post = (payload: string) =>
  intake.http.inject({
    method: 'POST',
    url: '/civil-affairs/events',
    headers: { 'content-type': 'application/cloudevents+json' },
    payload,
  })
const faultsOf = async (event: unknown): Promise<string[]> =>
  ((await post(JSON.stringify(event))).json().errors ?? []).map(
    ({ code, pointer }: { code: string; pointer: string }) => `${code} ${pointer}`,
  )

describe('the stream of an event', () => {
  it('of a person is named by nobody outside: every subject has the same answer', async () => {
    const { receipt } = (await post(JSON.stringify(sampleEvent()))).json()
    const { stream } = readSampleReceipt(receipt)
    for (const subject of [stream, 'person-1', '', 7, `person-1${'a'.repeat(26)}`])
      expect(await faultsOf(sampleEvent({ subject }, { diedOn: 'never' }))).toEqual(['SUBJECT_OF_A_PERSON /subject'])
  })

  it('is not named by a person id in the data either', async () => {
    const { stream } = readSampleReceipt((await post(JSON.stringify(sampleEvent()))).json().receipt)
    for (const personId of [stream.slice('person-'.length), `1${'a'.repeat(26)}`, 'anything'])
      expect(await faultsOf(sampleEvent({}, { person: { personId } }))).toEqual(['PERSON_BY_ID /data/person/personId'])
  })

  it('that is no person’s may be the subject as the data names it, and nothing else may', async () => {
    const hr = await openSampleIntake({ department: 'hr' })
    const held = exampleEvent(eventsOf('hr').find(({ name }) => name === 'JobFairHeld')!)
    const send = async (subject: string, fairId: string) => {
      const answer = await hr.http.inject({
        method: 'POST',
        url: '/hr/events',
        headers: { 'content-type': 'application/cloudevents+json' },
        payload: JSON.stringify({ ...held, subject, data: { ...held.data, fairId } }),
      })
      return answer.json().errors?.[0].code ?? answer.statusCode
    }
    const fair = `fair-${'b'.repeat(26)}`
    expect(await send(fair, fair)).toBe(202)
    expect(await send(fair, '12')).toBe('SUBJECT_DIFFERS')
    expect(await send('12', '12')).toBe('SUBJECT_DIFFERS')
    expect(await send(`fair-${'c'.repeat(26)}`, fair)).toBe('SUBJECT_DIFFERS')
    await hr.close()
  })

  it('of a retraction is named by exactly one of person and stream, and the fact by replaces', async () => {
    const { diedOn: _d, evidence: _e, certificateNo: _c, ...data } = sampleEvent().data as Record<string, unknown>
    const retraction = (changes: object, attributes = {}) => ({
      ...sampleEvent({ type: 'civil-affairs.FactRetracted.v1', ...attributes }),
      data: { ...data, reason: '误报', ...changes },
    })
    const replaces = '/departments/civil-affairs/deaths#M-0'
    expect(await faultsOf(retraction({}))).toEqual(['REPLACES_NEEDED /replaces'])
    expect(await faultsOf(retraction({ person: undefined }, { replaces }))).toEqual(['PERSON_OR_STREAM /data'])
    expect(await faultsOf(retraction({ person: undefined, stream: 'fair-12' }, { replaces }))).toEqual([
      'REFERENCE_CATEGORY /data/stream',
    ])
    const byId = { person: undefined, stream: `person-1${'a'.repeat(26)}` }
    expect(await faultsOf(retraction(byId, { replaces }))).toEqual(['PERSON_BY_ID /data/stream'])
    expect((await post(JSON.stringify(retraction({}, { replaces })))).statusCode).toBe(202)
  })
})
