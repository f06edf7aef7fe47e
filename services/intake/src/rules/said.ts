import type { EventDefinition } from '@hub/schemas/define-event.ts'
import { namedBy } from '@hub/schemas/named-in.ts'
import { beginningOf } from '@hub/schemas/own-time.ts'
import { birth, eventTime, today } from '@hub/schemas/rules/rule.ts'
import { stepsOf, valueAt } from '@hub/schemas/value-at.ts'
import { saidByNumber } from '@hub/schemas/values/citizen-number.ts'
import { dayOf } from '@hub/schemas/values/day.ts'

type Data = Readonly<Record<string, unknown>>

/** An event whose schema has passed, as its sender said it: persons by citizen number, the version of today. */
export type Said = {
  definition: EventDefinition
  data: Data
  /** The envelope's time, UTC. */
  time: string
  /** The day by the hub's clock in Asia/Shanghai. */
  today: string
}

/** The value at a path of the data, `totals.posts`. */
export const saidAt = (data: Data, path: string): unknown => valueAt(data, stepsOf(path))

/** The citizen number by which a person is named. */
export const numberOf = (person: unknown): string | undefined =>
  typeof person === 'object' && person !== null && 'citizenNumber' in person ? String(person.citizenNumber) : undefined

/** The citizen number of the person of whom the event speaks. */
export const ownNumber = ({ definition, data }: Said): string | undefined =>
  definition.personField === undefined ? undefined : numberOf(data[definition.personField])

/** The numbers of all whom the event names. */
export const numbersIn = ({ definition, data }: Said): readonly string[] =>
  namedBy(data, definition.personPaths).flatMap((person) => numberOf(person) ?? [])

/** The day, month, partial date or instant in a field, or in what stands in the place of one. */
export const dateAt = (said: Said, field: string): string | undefined => {
  if (field === eventTime) return dayOf(said.time)
  if (field === today) return said.today
  if (field === birth) {
    const number = ownNumber(said)
    return number === undefined ? undefined : saidByNumber(number).birthDate
  }
  const value = saidAt(said.data, field)
  return typeof value === 'string' ? value : undefined
}

/** The person's age in whole years on a date, by the citizen number; on one that is less exact, the most it can be. */
export const ageOn = (said: Said, date: string): number | undefined => {
  const number = ownNumber(said)
  if (number === undefined) return undefined
  const born = saidByNumber(number).birthDate
  const years = Number(date.slice(0, 4)) - Number(born.slice(0, 4))
  return date.slice(5) < born.slice(5, date.length) ? years - 1 : years
}

/** From when what the event says is so. */
export const ownDay = ({ definition, data, time }: Said): string => beginningOf(definition, data, time)
