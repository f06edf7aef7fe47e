import { openIntakeParts } from '@hub/intake/sample-intake.fixture.ts'
import { eventsOf } from '@hub/schemas/catalogue.ts'
import { exampleEvent } from '@hub/schemas/example-event.ts'
import { expect, it } from 'vitest'
import { createCivilAffairsApp } from './app.ts'

it('takes every example of its vocabulary, checks and all', async () => {
  const parts = openIntakeParts()
  const app = await createCivilAffairsApp(parts.options)
  const answer = await app.inject({
    method: 'POST',
    url: '/civil-affairs/events',
    headers: { 'content-type': 'application/cloudevents-batch+json' },
    payload: JSON.stringify(eventsOf('civil-affairs').map(exampleEvent)),
  })
  expect(answer.json()).toMatchObject({ refused: 0, retry: 0, accepted: eventsOf('civil-affairs').length })
  await app.close()
  await parts.close()
})
