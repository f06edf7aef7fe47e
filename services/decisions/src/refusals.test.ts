import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { formFaults } from '@hub/runtime/form-faults.ts'
import { expect, it } from 'vitest'
import { problemOf } from './decision-answer.ts'
import { refusalFault, refusals } from './refusals.ts'

const folder = fileURLToPath(new URL('.', import.meta.url))
const sources = globSync('**/*.ts', { cwd: folder })
  .filter((path) => !path.endsWith('.test.ts') && path !== 'refusals.ts')
  .map((path) => readFileSync(folder + path, 'utf8'))
  .join('\n')

it('has no reason that no decision is refused for', () => {
  const own = Object.keys(refusals).filter((code) => !Object.hasOwn(formFaults, code))
  expect(own.filter((code) => !sources.includes(`'${code}'`))).toEqual([])
})

it('says each reason in both languages, with its place', () => {
  for (const code of Object.keys(refusals) as (keyof typeof refusals)[]) {
    const { pointer, message, messageZh, whatToDo, whatToDoZh } = refusalFault(code, '/place')
    expect(pointer).toBe('/place')
    expect(message && whatToDo).toMatch(/[a-z]/)
    expect(messageZh && whatToDoZh).toMatch(/[一-龥]/)
  }
})

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
