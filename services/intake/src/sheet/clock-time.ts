import { smallNumberOf } from './han-number.ts'

const marks = '上午|下午|中午|凌晨|清晨|早上|早晨|晚上|夜里|[AaPp]\\.?[Mm]\\.?'
const part = (name: string) => `(?<${name}>\\d{1,2}|[〇零一二三四五六七八九十廿]{1,3})`
const clockForm = new RegExp(
  `(?:T|\\s+|(?<=[日号號)])|(?=${marks}))\\s*(?<before>${marks})?\\s*` +
    `(?:(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?` +
    `|${part('hours')}[时時点點](?:(?<half>半)|整|${part('minutes')}分?(?:${part('seconds')}秒)?)?)` +
    `\\s*(?<behind>${marks})?$`,
)

/**
 * The hour that is meant: with a word for the part of the day it is clear or none. 上午12:30 is half past midnight to Windows
 * and half past noon to people; 晚上12点 is the end of a day, or its beginning.
 */
const hourOf = (hour: number, mark: string): number | undefined => {
  const within = (from: number, to: number) => hour >= from && hour <= to
  if (mark === '') return hour
  if (/^a/i.test(mark)) return within(1, 12) ? hour % 12 : undefined
  if (/^p/i.test(mark)) return within(1, 12) ? (hour % 12) + 12 : undefined
  if (mark === '上午' || mark === '早上' || mark === '早晨' || mark === '清晨') return within(0, 11) ? hour : undefined
  if (mark === '凌晨') return within(0, 6) ? hour : undefined
  if (mark === '中午') return within(11, 13) ? hour : within(1, 2) ? hour + 12 : undefined
  if (within(13, 23)) return hour
  return within(mark === '下午' ? 1 : 5, mark === '下午' ? 12 : 11) ? (hour % 12) + 12 : undefined
}

/** A text whose end says a time of day. */
export type WithClock = {
  /** What stands before the time: the date. */
  date: string
  /** The time of day as it is written. */
  said: string
  /** Milliseconds since midnight, up to 24:00; undefined where it is not clear which hour is meant. */
  at: number | undefined
}

/** The time of day at the end of a text: 09:30, 下午3点半, 9:30:05.250 PM; undefined where none is written. */
export const splitClock = (text: string): WithClock | undefined => {
  const match = clockForm.exec(text)
  if (!match) return undefined
  const { before = '', behind = '', hour, minute, second, fraction = '', hours, half, minutes, seconds } = match.groups!
  const small = (word: string | undefined) => (word === undefined || /^[〇零0]+$/.test(word) ? 0 : smallNumberOf(word))
  const [h = 25, m = 60, s = 60] = [
    small(hour ?? hours),
    half ? 30 : small(minute ?? minutes),
    small(second ?? seconds),
  ]
  if (h > 24 || m > 59 || s > 59 || (h === 24 && m + s > 0)) return undefined
  const meant = before !== '' && behind !== '' ? undefined : hourOf(h, before || behind)
  const at = ((meant ?? 0) * 60 + m) * 60_000 + s * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3))
  const date = text.slice(0, match.index).trim()
  return { date, said: match[0], at: meant === undefined || at > 86_400_000 ? undefined : at }
}
