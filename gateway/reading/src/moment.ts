import { setTimeout as sleep } from 'node:timers/promises'
import type { Fact } from '@hub/file/fact.ts'
import { httpRefusals } from '@hub/runtime/problem.ts'
import { Refused } from '@hub/schemas/refusal.ts'
import { dayOf, endOfDay } from '@hub/schemas/values/day.ts'
import type { Moment, Reader } from './reader.ts'
import { readingRefusals } from './reading-refusals.ts'

/** A moment as asked for; nothing set means now. */
export type MomentAsked = {
  asOf?: string | null | undefined
  asKnownAt?: { time?: string | null | undefined; position?: string | null | undefined } | null | undefined
}

/** Whether an event counts at a moment: it was known, and had happened. */
export const countsAt = ({ ordinal, time }: Pick<Fact, 'ordinal' | 'time'>, moment: Moment): boolean =>
  ordinal <= moment.ordinal && (moment.asOf === undefined || time <= moment.asOf)

/** How long a query waits for the views to come to `atLeast`, ms. */
const patience = 2_000

const notYet = (reader: Reader) => {
  const { position, knownTime } = reader.checkpoint()
  const lagSeconds = knownTime === '' ? null : Math.max(0, Math.round((Date.now() - Date.parse(knownTime)) / 1000))
  return new Refused(httpRefusals.NOT_YET, { details: { position, asKnownAt: knownTime || null, lagSeconds } })
}

/** Waits until the views have come to a position. @throws {Refused} `NOT_YET`, which says how far they are */
export const waitFor = async (reader: Reader, position: string): Promise<void> => {
  const until = performance.now() + patience
  while (reader.checkpoint().position < position) {
    if (performance.now() > until) throw notYet(reader)
    await sleep(20)
  }
}

/**
 * The moment that is asked for, pinned to how far the views have come, or to `upTo`. A future `asKnownAt` is refused:
 * its answer could still change.
 * @throws {Refused} `MOMENT_IN_FUTURE`, `BEFORE_FOUNDING`, `NOT_YET` or `OTHER_STORE`
 */
export const pinnedMoment = (
  reader: Reader,
  asked: MomentAsked | null | undefined,
  upTo = reader.checkpoint(),
): Moment => {
  const { time, position } = asked?.asKnownAt ?? {}
  // A simulated clock may be ahead of this one.
  const now = Math.max(Date.now(), upTo.knownTime === '' ? 0 : Date.parse(upTo.knownTime))
  if (asked?.asOf && asked.asOf > endOfDay(dayOf(new Date(now).toISOString())))
    throw new Refused(readingRefusals.MOMENT_IN_FUTURE, {
      pointer: '/asOf',
      exact: {
        en: 'asOf lies after today: nothing has happened yet that would be true then',
        zh: 'asOf 晚于今天：届时的事实尚未发生',
      },
    })
  if (time && time > new Date(now).toISOString())
    throw new Refused(readingRefusals.MOMENT_IN_FUTURE, {
      pointer: '/asKnownAt',
      exact: {
        en: 'asKnownAt lies in the future: what will be known then is not known',
        zh: 'asKnownAt 在未来：届时所知尚不可知',
      },
    })
  if (position && position > upTo.position) throw notYet(reader)
  const at = reader.resolveMoment({
    ...(asked?.asOf ? { asOf: asked.asOf } : {}),
    ...(position ? { asKnownAt: { position } } : time ? { asKnownAt: { time } } : {}),
    upTo,
  })
  if (asked?.asKnownAt && at.ordinal === 0)
    throw new Refused(readingRefusals.BEFORE_FOUNDING, { pointer: '/asKnownAt' })
  if (position && at.position !== position)
    throw new Refused(readingRefusals.OTHER_STORE, {
      pointer: '/asKnownAt',
      exact: { en: 'no event of this store stands at this position', zh: '本存储库中没有位于该位置的事件' },
    })
  return at
}
