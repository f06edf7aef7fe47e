import { eventsOf } from '@hub/schemas/catalogue.ts'
import { submittingDepartments } from '@hub/schemas/department.ts'
import { exampleEvent } from '@hub/schemas/example-event.ts'
import { describe, expect, it } from 'vitest'
import { openSampleIntake } from './sample-intake.fixture.ts'

describe.each(submittingDepartments)('the OpenAPI page of %s', (department) => {
  it('has examples that its intake takes', async () => {
    const intake = await openSampleIntake({ department })
    const examples = eventsOf(department).map(exampleEvent)
    const answer = await intake.http.inject({
      method: 'POST',
      url: `/${department}/events`,
      headers: { 'content-type': 'application/cloudevents-batch+json' },
      payload: JSON.stringify(examples),
    })
    const items: { id: string; status: string; problem?: { errors: unknown } }[] = answer.json().items
    expect(items.filter(({ status }) => status !== 'accepted').map(({ id, problem }) => [id, problem?.errors])).toEqual(
      [],
    )
    const page = (await intake.http.inject('/openapi.json')).json()
    const { content } = page.paths[`/${department}/events`].post.requestBody
    expect(Object.keys(content['application/cloudevents+json'].examples).length).toBe(examples.length)
    expect(page.paths).toHaveProperty('/receipts/{token}')
    await intake.close()
  })
})
