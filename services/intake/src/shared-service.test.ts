import { KeysUnavailable } from '@hub/keys/person-keys.ts'
import { createHttpService } from '@hub/runtime/http.ts'
import { eventsOf } from '@hub/schemas/catalogue.ts'
import { submittingDepartments } from '@hub/schemas/department.ts'
import { exampleEvent } from '@hub/schemas/example-event.ts'
import { intakeKeys } from '@hub/schemas/format/service-keys.ts'
import { expect, it } from 'vitest'
import { registerIntake } from './intake-app.ts'
import { registerReceipts } from './receipts.ts'
import { openIntakeParts, sampleEvent, sampleHubKeys } from './sample-intake.fixture.ts'

it('lets four departments share one service, its receipts and its other routes', async () => {
  const parts = openIntakeParts()
  const { logger, ready, receiptStates, ...options } = parts.options
  const http = await createHttpService({ name: 'hub', logger, ready })
  for (const department of submittingDepartments)
    await registerIntake(http, { ...options, hubKeys: intakeKeys(sampleHubKeys, department), department, checks: {} })
  registerReceipts(http, { receipts: sampleHubKeys.receipts, storeId: options.storeId, receiptStates })
  http.post('/other', async (request) => ({ got: request.body }))

  for (const department of submittingDepartments) {
    const answer = await http.inject({
      method: 'POST',
      url: `/${department}/events`,
      headers: { 'content-type': 'application/cloudevents+json' },
      payload: JSON.stringify(exampleEvent(eventsOf(department)[1]!)),
    })
    expect(answer.statusCode).toBe(202)
    expect((await http.inject(`/receipts/${answer.json().receipt}`)).json()).toMatchObject({ state: 'PENDING' })
  }
  expect((await http.inject({ method: 'POST', url: '/other', payload: { a: 1 } })).json()).toEqual({ got: { a: 1 } })
  await http.close()
  await parts.close()
})

it('asks to come back while the keys cannot be reached, line by line too, and tells the ids that are safe to tell', async () => {
  const parts = openIntakeParts()
  const { logger, ready, ...options } = parts.options
  const http = await createHttpService({ name: 'hub', logger, ready })
  const ensure = async () => {
    throw new KeysUnavailable('closed for the test')
  }
  const keys = { ...parts.keys, ensure }
  await registerIntake(http, { ...options, keys, department: 'civil-affairs', checks: {} })
  const answer = await http.inject({
    method: 'POST',
    url: '/civil-affairs/events',
    headers: { 'content-type': 'application/x-ndjson' },
    payload: `${JSON.stringify(sampleEvent())}\n{}\n`,
  })
  expect(
    answer.body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toMatchObject([
    { line: 1, id: 'M-1', status: 'retry', problem: { code: 'UNAVAILABLE' } },
    { line: 2, status: 'refused' },
    { summary: { retry: 1, refused: 1 } },
  ])
  await http.close()
  await parts.close()
})
