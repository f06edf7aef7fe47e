import { expect, it } from 'vitest'
import { problemOf } from './decision-answer.ts'
import { refusalFault } from './refusals.ts'

it('tells what has to change from what can be asked again as it is', () => {
  expect(problemOf([{ code: 'NOT_YET', pointer: '' }])).toMatchObject({ code: 'DECISION_NOT_NOW', status: 503 })
  expect(problemOf([{ code: 'NAME_TAKEN', pointer: '/reportName' }])).toMatchObject({
    code: 'DECISION_REFUSED',
    status: 422,
  })
})

it('says no number that stands in the name of a field', () => {
  expect(refusalFault('UNKNOWN_FIELD', `/430302196803142018`).pointer).toBe('/…')
})
