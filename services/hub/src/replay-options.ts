import type { EventFilter } from '@hub/reading/reader.ts'
import { catalogue } from '@hub/schemas/catalogue.ts'
import { departments } from '@hub/schemas/department.ts'
import { personIdOfCitizenNumber } from '@hub/schemas/format/stream-name.ts'
import { citizenNumberFault } from '@hub/schemas/values/citizen-number.ts'
import { endOfDay, isDay, readInstant, startOfDay } from '@hub/schemas/values/day.ts'
import { regionCode } from '@hub/schemas/values/region-code.ts'

/** The options of `hub replay` as they are given. */
export type ReplayOptions = {
  person?: string
  case?: string
  stream?: string
  department?: string[]
  type?: string[]
  region?: string
  correlation?: string
  from?: string
  to?: string
  recordedFrom?: string
  recordedTo?: string
  asKnownAt?: string
  backwards?: boolean
  pace?: string
  json?: boolean
  data: string
}

/** What is wrong with an option, in the two languages. The value is not said. */
const fault = (option: string, zh: string, en: string) => new Error(`${option}: ${zh} ${en}`)

const instantOf = (text: string | undefined, option: string, ofDay = startOfDay): string | undefined => {
  if (text === undefined) return undefined
  const instant = isDay(text) ? ofDay(text) : readInstant(text)
  if (instant === undefined)
    throw fault(
      option,
      '应为日期或带时区的时刻，如 2024-03-18 或 2024-03-18T15:00:00+08:00',
      'a day or an instant with its offset is needed, e.g. 2024-03-18 or 2024-03-18T15:00:00+08:00',
    )
  return instant
}

const lastInstantOf = (text: string | undefined, option: string) => instantOf(text, option, endOfDay)

/** The instant just after one that is still included. */
const behind = (instant: string | undefined) => instant && new Date(Date.parse(instant) + 1).toISOString()

const filterOf = (options: ReplayOptions): EventFilter => {
  if (options.department?.some((key) => !Object.hasOwn(departments, key)))
    throw fault('--department', `部门应为 ${Object.keys(departments).join('、')} 之一`, 'one of these is needed')
  if (options.type?.some((name) => !catalogue.some((known) => known.name === name)))
    throw fault('--type', '没有这种事件，名称见 hub schemas', 'there is no such event; `hub schemas` lists their names')
  if (options.region !== undefined && !regionCode.safeParse(options.region).success)
    throw fault('--region', '应为 6、9 或 12 位行政区划代码', 'a division code of 6, 9 or 12 digits is needed')
  return {
    ...(options.department ? { departments: options.department } : {}),
    ...(options.type ? { names: options.type } : {}),
    stream:
      options.case && !options.case.startsWith('case-') ? `case-${options.case}` : (options.case ?? options.stream),
    region: options.region,
    correlation: options.correlation,
    occurredFrom: instantOf(options.from, '--from'),
    occurredBefore: behind(lastInstantOf(options.to, '--to')),
    recordedFrom: instantOf(options.recordedFrom, '--recorded-from'),
    recordedBefore: behind(lastInstantOf(options.recordedTo, '--recorded-to')),
  }
}

const paceOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  const pace = Number(text)
  if (!(pace > 0)) throw fault('--pace', '应为每秒事件数，如 2', 'events a second are needed, e.g. 2')
  return pace
}

/** What `hub replay` is asked. `personIn` gives the person id under the key of a hub. @throws an `Error` that says which option is wrong */
export const readReplayOptions = (options: ReplayOptions) => {
  const { person } = options
  const isNumber = person?.length === 18
  if (isNumber && citizenNumberFault(person))
    throw fault('--person', '公民身份号码有误', 'this is no citizen number: a digit or the check character is wrong')
  return {
    filter: filterOf(options),
    knownAt: lastInstantOf(options.asKnownAt, '--as-known-at'),
    pace: paceOf(options.pace),
    personIn: (key: Uint8Array) => (isNumber ? personIdOfCitizenNumber(key, person) : person),
  }
}
