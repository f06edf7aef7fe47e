import { Refused } from '@hub/schemas/refusal.ts'
import { isDay } from '@hub/schemas/values/day.ts'
import { readingRefusals } from '../reading-refusals.ts'
import type { Condition, DayWindow, Figure, ReportWindow, Selection, TimeLimit } from './figure.ts'
import { figureOf, figures } from './figures.ts'
import { unitWords } from './unit-words.ts'

/** What is asked for a window: days for one of days, a number for a time limit. */
export type WindowValue = { from?: string; to?: string; value?: number }

/** The same with what is not said as undefined or null. */
type Said = { [Part in keyof WindowValue]: WindowValue[Part] | null | undefined }

/** A window as it is asked for, by its name. */
export type AskedWindow = Said & { name: string }

const dropUnsaid = ({ from, to, value }: Said): WindowValue => ({
  ...(from == null ? {} : { from }),
  ...(to == null ? {} : { to }),
  ...(value == null ? {} : { value }),
})

/** The windows that were asked for, by name; those not in it are their defaults. */
export type SetWindows = Readonly<Record<string, WindowValue>>

/** First and last day that a window of days can reach to. */
export const reachOfDays = { first: '1900-01-01', last: '2100-12-31' } as const

export const isTimeLimit = (window: ReportWindow): window is TimeLimit => 'default' in window

/** The days that a figure counts. */
export const daysCounted = (window: DayWindow, set: SetWindows = {}): Pick<WindowValue, 'from' | 'to'> =>
  set[window.name] ?? window

/** How long a time limit is. */
export const limitIn = (limit: TimeLimit, set: SetWindows = {}): number => set[limit.name]?.value ?? limit.default

const limitsOfCondition = (condition: Condition): readonly TimeLimit[] => {
  if ('anyOf' in condition) return limitsOf(condition.anyOf)
  const inner = 'where' in condition ? limitsOf(condition.where) : []
  if ('also' in condition) return condition.withinDays ? [...inner, condition.withinDays] : inner
  if ('pastPromise' in condition) return [condition.pastPromise]
  if ('atMost' in condition) return [condition.atMost]
  return 'hours' in condition ? [condition.hours] : inner
}

const limitsOf = (conditions: Selection['where'] = []): readonly TimeLimit[] => conditions.flatMap(limitsOfCondition)

/** The figures from which a figure is computed; itself where it is counted. */
const partsOf = (figure: Figure): readonly Figure[] => {
  if (!('derived' in figure)) return [figure]
  const { derived } = figure
  const keys = 'part' in derived ? [derived.part, derived.whole] : [derived.from, derived.to]
  return keys.flatMap((key) => {
    const part = figureOf(key)
    return part ? partsOf(part) : []
  })
}

const onceByName = (windows: readonly ReportWindow[]): readonly ReportWindow[] => [
  ...new Map(windows.map((window) => [window.name, window])).values(),
]

/** The windows that bound a figure, of one that is computed those of its parts: its days first. */
export const windowsOf = (figure: Figure): readonly ReportWindow[] =>
  onceByName(partsOf(figure).flatMap((part) => ('derived' in part ? [] : [part.window, ...limitsOf(part.of.where)])))

/** Every window of the report, in the order of its table. */
export const reportWindows: readonly ReportWindow[] = onceByName(figures.flatMap(windowsOf))

/** A window as it was counted by. */
export type UsedWindow = WindowValue & { window: ReportWindow; asked: boolean }

/** By what a window was counted. */
export const usedWindow = (window: ReportWindow, set: SetWindows = {}): UsedWindow => ({
  window,
  asked: window.name in set,
  ...(isTimeLimit(window) ? { value: limitIn(window, set) } : dropUnsaid(daysCounted(window, set))),
})

const takenBy = (window: ReportWindow, { from, to, value }: WindowValue): boolean => {
  if (isTimeLimit(window))
    return (
      from === undefined &&
      to === undefined &&
      Number.isSafeInteger(value) &&
      value! >= window.min &&
      value! <= window.max
    )
  const days = [from, to].filter((day) => day !== undefined)
  return (
    value === undefined &&
    days.length > 0 &&
    days.every((day) => isDay(day) && day >= reachOfDays.first && day <= reachOfDays.last) &&
    !(from !== undefined && to !== undefined && from > to)
  )
}

/** A window and what was counted by, as an official reads it. */
export const usedWindowText = ({ window, from, to, value, asked }: UsedWindow): string => {
  const counted = isTimeLimit(window) ? `${value} ${unitWords[window.unit].zh}` : `${from ?? '不限'} 至 ${to ?? '不限'}`
  return `${window.titleZh} ${window.name}: ${counted}${asked ? '（指定）' : ''}`
}

/** What a window takes, in both languages. */
const takes = (window: ReportWindow): { en: string; zh: string } => {
  if (!isTimeLimit(window))
    return {
      en: `the window ${window.name} takes a first day, a last day or both, in order, from ${reachOfDays.first} to ${reachOfDays.last}`,
      zh: `“${window.titleZh}”（${window.name}）应填起日、止日或两者，起日不晚于止日，并在 ${reachOfDays.first} 至 ${reachOfDays.last} 之内`,
    }
  const { en, zh } = unitWords[window.unit]
  return {
    en: `the window ${window.name} takes a whole number from ${window.min} to ${window.max}, in ${en}`,
    zh: `“${window.titleZh}”（${window.name}）应为 ${window.min} 至 ${window.max} 的整数，单位为${zh}`,
  }
}

/**
 * The windows that are asked for, by name.
 * @throws {Refused} REPORT_WINDOW_UNKNOWN for a name that the report has not, REPORT_WINDOW_VALUE for one said twice or
 * with a value that it does not take
 */
export const setWindows = (asked: readonly AskedWindow[]): SetWindows => {
  const set: Record<string, WindowValue> = {}
  for (const [index, { name, ...said }] of asked.entries()) {
    const [pointer, value] = [`/windows/${index}`, dropUnsaid(said)]
    const window = reportWindows.find((known) => known.name === name)
    if (!window) throw new Refused(readingRefusals.REPORT_WINDOW_UNKNOWN, { pointer })
    if (window.name in set || !takenBy(window, value))
      throw new Refused(readingRefusals.REPORT_WINDOW_VALUE, { pointer, exact: takes(window) })
    set[window.name] = value
  }
  return set
}

/** What was counted by earlier, as far as today's windows take it: one that is gone or takes something else is left out. */
export const windowsAgain = (counted: readonly AskedWindow[]): SetWindows =>
  Object.fromEntries(
    counted.flatMap(({ name, ...said }) => {
      const value = dropUnsaid(said)
      const window = reportWindows.find((known) => known.name === name)
      if (!window) return []
      // Days without an end are no days to ask for, but may have been the default.
      const again = isTimeLimit(window) ? takenBy(window, value) : value.value === undefined
      return again ? [[name, value]] : []
    }),
  )

const asText = /^(?<name>[a-z0-9-]{1,60})=(?:(?<value>\d{1,9})|(?<from>\d{4}-\d\d-\d\d)?\.\.(?<to>\d{4}-\d\d-\d\d)?)$/

/**
 * A window as a text: `name=90`, or `name=2025-04-01..2025-04-10` with either end left out; undefined where it is none.
 * @example readWindow('employed-within=90') // { name: 'employed-within', value: 90 }
 */
export const readWindow = (text: string): AskedWindow | undefined => {
  const { name, value, from, to } = asText.exec(text)?.groups ?? {}
  if (name === undefined) return undefined
  return { name, ...(value === undefined ? dropUnsaid({ from, to }) : { value: Number(value) }) }
}

/** A window and its value as `readWindow` reads it. */
export const windowText = ({ name, from, to, value }: AskedWindow): string =>
  `${name}=${value === undefined ? `${from ?? ''}..${to ?? ''}` : value}`
