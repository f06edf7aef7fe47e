import { z } from 'zod'
import { valueKinds } from './value-kinds.ts'

const daysInMonth = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** Whether a text is a real calendar day `YYYY-MM-DD`. */
export const isDay = (text: string): boolean => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1800 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** A calendar day `YYYY-MM-DD` in Asia/Shanghai. */
export const day = z
  .string()
  .refine(isDay, { error: 'a real date YYYY-MM-DD is needed', params: { fault: 'DAY' } })
  .register(valueKinds, { kind: 'day' })

/** A month `YYYY-MM`. */
export const month = z
  .string()
  .regex(/^(1[89]|[2-9]\d)\d{2}-(0[1-9]|1[0-2])$/, 'a month YYYY-MM is needed')
  .register(valueKinds, { kind: 'month' })

/** A date of which old records may know only the year or the month: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export const partialDate = z
  .string()
  .refine((text) => isDay(text.length === 4 ? `${text}-01-01` : text.length === 7 ? `${text}-01` : text), {
    error: 'YYYY, YYYY-MM or YYYY-MM-DD is needed',
    params: { fault: 'PARTIAL_DATE' },
  })
  .register(valueKinds, { kind: 'partialDate' })

const isInstant = (text: string): boolean => {
  const at = Date.parse(text)
  // `Date.parse` rolls 30 February and 24:00 over into the next day: only what comes back as it was is an instant.
  return !Number.isNaN(at) && new Date(at).toISOString() === text && text.length === 24
}

/** An instant in UTC with exactly three decimals, `2025-03-01T00:00:00.000Z`. */
export const instant = z
  .string()
  .refine(isInstant, {
    error: 'an instant YYYY-MM-DDThh:mm:ss.sssZ is needed',
    params: { fault: 'INSTANT' },
  })
  .register(valueKinds, { kind: 'instant' })

/** The calendar day in Asia/Shanghai of an instant. */
export const dayOf = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10)

/** The month in Asia/Shanghai of an instant. */
export const monthOf = (at: string): string => dayOf(at).slice(0, 7)

/** The instant at which a day begins in Asia/Shanghai, in UTC. */
export const startOfDay = (text: string): string => new Date(Date.parse(`${text}T00:00:00.000+08:00`)).toISOString()
