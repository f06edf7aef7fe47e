import { expect, it } from 'vitest'
import { allChecks } from './all-checks.ts'
import { type Checks, fault } from './fault.ts'

const refusing = (name: string, code: string): Checks => ({ [name]: { [code]: () => [fault('CODE_WITHDRAWN', '/x')] } })

it('checks a type by all that its topics check of it', () => {
  const checks = allChecks(refusing('Moved', 'ONE'), refusing('Born', 'ONE'), refusing('Moved', 'OTHER'))
  expect(Object.keys(checks.Moved!)).toEqual(['ONE', 'OTHER'])
  expect(Object.keys(checks.Born!)).toEqual(['ONE'])
})
