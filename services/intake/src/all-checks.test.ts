import { expect, it } from 'vitest'
import { allChecks } from './all-checks.ts'
import { type Checks, fault } from './fault.ts'

const refusing = (name: string, pointer: string): Checks => ({ [name]: () => [fault('ORDER_OF_DATES', pointer)] })

const pointersOf = (checks: Checks, name: string) => checks[name]?.({}, '').map(({ pointer }) => pointer)

it('a type that two topics check must pass both, in their order', () => {
  const checks = allChecks(refusing('Moved', '/from'), refusing('Born', '/day'), refusing('Moved', '/to'))
  expect(pointersOf(checks, 'Moved')).toEqual(['/from', '/to'])
  expect(pointersOf(checks, 'Born')).toEqual(['/day'])
  expect(pointersOf(checks, 'Died')).toBeUndefined()
})
