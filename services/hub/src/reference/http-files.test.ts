import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { checkSubmission } from '@hub/intake/check-submission.ts'
import { eventsOf } from '@hub/schemas/catalogue.ts'
import { submittingDepartments } from '@hub/schemas/department.ts'
import { describe, expect, it } from 'vitest'
import { departmentChecks } from '../department-checks.ts'

const folder = fileURLToPath(new URL('../../../../docs/examples/http/', import.meta.url))
const noKeys = { persons: new Uint8Array(32), localIds: new Uint8Array(32) }

describe.each(submittingDepartments)('the requests of %s', (department) => {
  const files = readdirSync(folder + department)
  it('are one file a type', () => {
    expect(files.toSorted()).toEqual(
      eventsOf(department)
        .map(({ name }) => `${name}.http`)
        .toSorted(),
    )
  })

  it('send what the intake takes, first as a dry run', () => {
    for (const file of files) {
      const [, trial, real] = readFileSync(`${folder}${department}/${file}`, 'utf8').split(/^### /m)
      for (const [request, query] of [
        [trial, '?dry-run'],
        [real, ''],
      ] as const) {
        const [head = '', ...rest] = (request ?? '').split('\n\n')
        expect(head.split('\n').slice(1)).toEqual([
          `POST {{hub}}/${department}/events${query}`,
          'Content-Type: application/cloudevents+json',
        ])
        const context = { department, checks: departmentChecks[department], hubKeys: noKeys, now: Date.now() }
        expect(checkSubmission(JSON.parse(rest.join('\n\n')), context), file).not.toHaveProperty('faults')
      }
    }
  })
})
