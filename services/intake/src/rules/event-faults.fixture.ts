import type { Fault } from '@hub/runtime/problem.ts'
import { eventsOf } from '@hub/schemas/catalogue.ts'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import { dayOf } from '@hub/schemas/values/day.ts'
import type { Checks } from '../fault.ts'
import { brokenRules } from './broken-rules.ts'

type Data = Readonly<Record<string, unknown>>

/** All faults of data by the rules of its type and by its department's checks, looked at on the day of the event. */
export const faultsOfEvents =
  (department: SubmittingDepartment, checks: Checks) =>
  (name: string, data: Data, time = '2025-03-01T00:00:00.000Z'): readonly Fault[] => {
    const definition = eventsOf(department).find((one) => one.name === name)!
    const { faults } = brokenRules({ definition, data, time, today: dayOf(time) })
    const own = Object.values(checks[name] ?? {}).flatMap((check) => check(data, time))
    return [...faults.map((one) => ({ ...one, pointer: one.pointer.replace('/data', '') })), ...own]
  }

/** The same, as the code and the field of each. */
export const codesOfEvents = (department: SubmittingDepartment, checks: Checks) => {
  const faults = faultsOfEvents(department, checks)
  return (name: string, data: Data, time?: string): readonly string[] =>
    faults(name, data, time).map(({ code, pointer }) => `${code} ${pointer}`)
}
