import { EventStoreUnavailable } from '@hub/event-store/event-store.ts'
import { EntryTooLarge } from '@hub/event-store/hub-event.ts'
import { createHttpService } from '@hub/runtime/http.ts'
import { createLogger } from '@hub/runtime/log.ts'
import { expect, it } from 'vitest'
import { DecisionContended } from './decide-and-append.ts'
import { sendDecision } from './decision-answer.ts'

const answerTo = async (fault: Error) => {
  const http = await createHttpService({
    name: 'test',
    logger: createLogger({ level: 'silent' }),
    ready: async () => true,
  })
  http.post('/decision', (_request, reply) =>
    sendDecision(reply, Promise.reject(fault), (taken) => ({ status: 200, body: taken })),
  )
  const response = await http.inject({ method: 'POST', url: '/decision' })
  await http.close()
  return { status: response.statusCode, codes: response.json().errors?.map(({ code }: { code: string }) => code) }
}

it.each([
  ['others, again and again', new DecisionContended('x'), 503, 'DECISION_CONTENDED'],
  ['a store that is away', new EventStoreUnavailable('x'), 503, 'STORE_AWAY'],
  ['the bounds of an entry', new EntryTooLarge('x'), 422, 'DECISION_TOO_LARGE'],
])('refuses a decision that met %s', async (_what, fault, status, code) => {
  expect(await answerTo(fault)).toEqual({ status, codes: [code] })
})

it('leaves what is a fault of the hub a fault', async () => {
  expect(await answerTo(new Error('x'))).toMatchObject({ status: 500 })
})
