import { lookUpType } from '@hub/schemas/catalogue.ts'
import { exampleEvent } from '@hub/schemas/example-event.ts'
import { citizenCheckCharacter } from '@hub/schemas/values/citizen-number.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSampleIntake } from './sample-intake.fixture.ts'

let intake: Awaited<ReturnType<typeof openSampleIntake>>
beforeAll(async () => {
  intake = await openSampleIntake({ department: 'veteran-affairs' })
})
afterAll(() => intake.close())

const servicePeriod = lookUpType('veteran-affairs.ServicePeriodRecorded.v2')!.definition

/** The answer to a period of service, sent today, that says this. */
const sent = async (said: Record<string, unknown>) => {
  const event = exampleEvent(servicePeriod)
  const answer = await intake.http.inject({
    method: 'POST',
    url: '/veteran-affairs/events',
    headers: { 'content-type': 'application/cloudevents+json' },
    payload: JSON.stringify({ ...event, id: crypto.randomUUID(), data: { ...event.data, ...said } }),
  })
  return { status: answer.statusCode, faults: answer.json().errors ?? [] }
}

describe('a withdrawn code that a department sends', () => {
  it('is taken in a late fact of its time', async () => {
    expect(await sent({ branch: '第二炮兵', enlistedOn: '1986-11' })).toMatchObject({ status: 202 })
    expect(await sent({ branch: '第二炮兵', enlistedOn: '2015-12-30', dischargedOn: '2018' })).toMatchObject({
      status: 202,
    })
  })

  it('is refused for a new fact, and the message names the code that is said instead', async () => {
    const { status, faults } = await sent({ branch: '第二炮兵', enlistedOn: '2015-12-31', dischargedOn: '2018' })
    expect(status).toBe(422)
    expect(faults).toMatchObject([{ code: 'CODE_WITHDRAWN', pointer: '/data/branch' }])
    expect(faults[0].messageZh).toContain('火箭军')
    expect(faults[0].message).toContain('火箭军')
  })
})

describe("a foreigner's permanent residence card", () => {
  const first17 = '94384019700822304'
  const right = citizenCheckCharacter(first17)
  const wrong = right === '0' ? '1' : '0'

  it('names a person by its number, and is refused with a wrong check character', async () => {
    expect(await sent({ person: { citizenNumber: first17 + right } })).toMatchObject({ status: 202 })
    const { status, faults } = await sent({ person: { citizenNumber: first17 + wrong } })
    expect(status).toBe(422)
    expect(faults).toMatchObject([{ code: 'CITIZEN_NUMBER_CHECK_CHARACTER', pointer: '/data/person/citizenNumber' }])
  })
})
