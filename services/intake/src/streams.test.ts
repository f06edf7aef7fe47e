import { eventsOf } from '@hub/schemas/catalogue.ts'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import { exampleEvent } from '@hub/schemas/example-event.ts'
import { streamIdOf } from '@hub/schemas/format/stream-name.ts'
import { afterEach, describe, expect, it } from 'vitest'
import { openSampleIntake, readSampleReceipt, sampleEvent, sampleHubKeys } from './sample-intake.fixture.ts'

let intake: Awaited<ReturnType<typeof openSampleIntake>>
afterEach(() => intake.close())

const send = async (department: SubmittingDepartment, event: unknown) => {
  const answer = await intake.http.inject({
    method: 'POST',
    url: `/${department}/events`,
    headers: { 'content-type': 'application/cloudevents+json' },
    payload: JSON.stringify(event),
  })
  const body = answer.json()
  return { ...body, faults: body.errors?.map((one: { code: string; pointer: string }) => `${one.code} ${one.pointer}`) }
}
const example = (department: SubmittingDepartment, name: string, data: object = {}, attributes: object = {}) => {
  const event = exampleEvent(eventsOf(department).find((definition) => definition.name === name)!)
  return { ...event, ...attributes, data: { ...event.data, ...data } }
}

describe('a stream', () => {
  it('is named by the owner’s local id, apart for each of its systems', async () => {
    intake = await openSampleIntake({ department: 'hr' })
    const source = '/departments/hr/fairs'
    const one = await send('hr', example('hr', 'JobFairHeld', { fairId: '12' }, { source }))
    const two = await send('hr', example('hr', 'JobFairHeld', { fairId: '12' }, { source: '/departments/hr/other' }))
    expect(one.stream).toBe(`fair-${streamIdOf(sampleHubKeys.localIds, source, '12')}`)
    expect(two.stream).toMatch(/^fair-/)
    expect(two.stream).not.toBe(one.stream)
    const named = await send('hr', example('hr', 'JobFairClosed', { fairId: one.stream }))
    expect(named.stream).toBe(one.stream)
  })

  it('of another department is named by the hub’s stream name, never by its local id', async () => {
    intake = await openSampleIntake({ department: 'finance' })
    const owned = `case-${'b'.repeat(26)}`
    expect((await send('finance', example('finance', 'BudgetReserved', { caseId: owned }))).stream).toBe(owned)
    expect((await send('finance', example('finance', 'BudgetReserved', { caseId: 'YF-1' }))).faults).toEqual([
      'REFERENCE_NOT_OWNED /data/caseId',
    ])
    const fair = `fair-${'b'.repeat(26)}`
    expect((await send('finance', example('finance', 'BudgetReserved', { caseId: fair }))).faults).toEqual([
      'REFERENCE_CATEGORY /data/caseId',
    ])
  })
})

describe('a stream that is named inside an object', () => {
  const survivor = (relatedPerson: object) =>
    send('veteran-affairs', example('veteran-affairs', 'FamilyMemberRegistered', { relatedPerson }))

  it('is named by the hub’s stream name or the owner’s local id, as everywhere', async () => {
    intake = await openSampleIntake({ department: 'veteran-affairs' })
    const named = [{ martyrId: 'LS-0042' }, { martyrId: `martyr-${'b'.repeat(26)}` }, { name: '谭守义' }]
    for (const relatedPerson of named) expect((await survivor(relatedPerson)).faults).toBeUndefined()
    expect((await survivor({ martyrId: `fair-${'b'.repeat(26)}` })).faults).toEqual([
      'REFERENCE_CATEGORY /data/relatedPerson/martyrId',
    ])
  })

  it('is one of the three namings of a martyr, of which there is exactly one', async () => {
    intake = await openSampleIntake({ department: 'veteran-affairs' })
    for (const relatedPerson of [{}, { martyrId: 'LS-0042', name: '谭守义' }]) {
      const { faults, errors } = await survivor(relatedPerson)
      expect(faults).toEqual(['VALUE /data/relatedPerson'])
      expect([errors[0].message, errors[0].messageZh].join()).toMatch(
        /exactly one of person, martyrId and name.*三者之一/,
      )
    }
  })
})

describe('a person whose key was destroyed', () => {
  it('gets no new facts', async () => {
    intake = await openSampleIntake()
    const { stream } = readSampleReceipt((await send('civil-affairs', sampleEvent())).receipt)
    await intake.keys.destroy(stream.slice('person-'.length))
    expect((await send('civil-affairs', sampleEvent({ id: 'M-2' }))).faults).toEqual(['PERSON_ERASED /data'])
  })
})
