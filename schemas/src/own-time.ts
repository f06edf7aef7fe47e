import { dayAfter, dayOf, isEarlier } from './values/day.ts'

/** The field that says when something is over: the last day or month that is still part of it, or the first without it. */
export type Until = { last: string } | { firstWithout: string }

/**
 * When what a type says is so in the world, told by fields of its payload that hold a day, a month, a partial date or an
 * instant. What no field says is the envelope's `time`.
 */
export type OwnTime = {
  /** The field that says from when it is so; of several the first that is there. Missing: the envelope's time. */
  from?: string | readonly string[]
  /**
   * How long: a field of its own; `next`: until the next of its thing; `ended`: until an event that ends its thing;
   * `stands`: it is a point in time and stays true; `{ endOfYear }`: to the end of the year in that field. Several: what
   * its own field says, else the rest.
   */
  until: Until | 'next' | 'ended' | 'stands' | { endOfYear: string }
  /** Where the event ends another's span: when that is over. */
  ends?: Until
  /** The field with the first month that is paid, where this is not when it became so. */
  paidFrom?: string
}

type Declared = { time?: OwnTime | undefined }
type Data = Readonly<Record<string, unknown>>

/** When something is over. `at` is a day, month or partial date; `includes`: it is still so then. */
export type Over = { at: string; includes: boolean }

const instant = /^\d{4}-\d\d-\d\dT/
const dated = /^\d{4}(-\d\d(-\d\d)?)?$/

/** The day or month that a field holds; of an instant its day in Asia/Shanghai. */
const dateIn = (data: Data, field: string): string | undefined => {
  const value = data[field]
  if (typeof value !== 'string') return undefined
  if (instant.test(value)) return dayOf(value)
  return dated.test(value) ? value : undefined
}

const overBy = (data: Data, until: Until): Over | undefined => {
  const [field, includes] = 'last' in until ? [until.last, true] : [until.firstWithout, false]
  const at = dateIn(data, field)
  return at === undefined ? undefined : { at, includes }
}

/** The fields that say from when what a type says is so, the most telling first. */
export const beginningFields = ({ time }: Declared): readonly string[] => {
  const from = time?.from ?? []
  return typeof from === 'string' ? [from] : from
}

/** The fields that say when that is over which an event ends. */
export const endingFields = ({ time }: Declared): readonly string[] => {
  const ends = time?.ends
  return ends ? ['last' in ends ? ends.last : ends.firstWithout] : []
}

/** The day, month or partial date in the first of these fields that holds one. */
export const firstDateIn = (data: Data, fields: readonly string[]): string | undefined =>
  fields.map((field) => dateIn(data, field)).find((date) => date !== undefined)

/** From when what an event says is so: a day, month or partial date; the day of the envelope's time where it says none. */
export const beginningOf = (declared: Declared, data: Data, envelopeTime: string): string =>
  firstDateIn(data, beginningFields(declared)) ?? dayOf(envelopeTime)

/** Until when what an event says is so, where it says that itself; undefined where it lasts until something else happens. */
export const ownEndOf = ({ time }: Declared, data: Data): Over | undefined => {
  const until = time?.until
  if (until === undefined || typeof until === 'string') return undefined
  if (!('endOfYear' in until)) return overBy(data, until)
  const year = data[until.endOfYear]
  return typeof year === 'number' ? { at: `${year}-12-31`, includes: true } : undefined
}

/** When that is over which an event ends; the first day without it is that of the envelope's time where it says none. */
export const endingOf = ({ time }: Declared, data: Data, envelopeTime: string): Over =>
  (time?.ends && overBy(data, time.ends)) ?? { at: dayOf(envelopeTime), includes: false }

/** The first month that is paid, where the event says one. */
export const paidFromOf = ({ time }: Declared, data: Data): string | undefined =>
  time?.paidFrom === undefined ? undefined : dateIn(data, time.paidFrom)

/**
 * The day, month or year before: the last that is part of what is first over with this one.
 * @example before('2024-03-01') // 2024-02-29
 * @example before('2024-01') // 2023-12
 */
const before = (date: string): string => {
  if (date.length === 10) return dayAfter(date, -1)
  if (date.length === 4) return String(Number(date) - 1)
  return dayAfter(`${date}-01`, -1).slice(0, 7)
}

/** The last day, month or year that is part of what began at `from`: never before it began. */
export const lastOf = ({ at, includes }: Over, from: string): string => {
  const last = includes ? at : before(at)
  return isEarlier(last, from) ? from : last
}

/** Whether a day, month or year is over, or the day itself, on a day. */
export const isOverOn = (last: string, day: string): boolean => last === day || isEarlier(last, day)
