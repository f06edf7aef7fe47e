import { setTimeout as sleep } from 'node:timers/promises'
import { dayOf, startOfDay } from '@hub/schemas/values/day.ts'
import type { Fact } from '../file/fact.ts'
import type { Moment as MomentOfViews, Reader } from '../views/read-types.ts'
import { builder } from './builder.ts'
import { refusal } from './errors.ts'

/** A moment as asked for; nothing set means now. */
export type MomentAsked = {
  asOf?: string | null | undefined
  asKnownAt?: { time?: string | null | undefined; position?: string | null | undefined } | null | undefined
}

const KnownAtInput = builder.inputType('KnownAtInput', {
  description: 'What was known at a time, or at a position of the log.',
  isOneOf: true,
  fields: (t) => ({
    time: t.field({ type: 'DateTime', required: false, description: 'Everything recorded up to this instant.' }),
    position: t.field({ type: 'Position', required: false, description: 'Everything up to and with this position.' }),
  }),
})

export const MomentInput = builder.inputType('MomentInput', {
  description:
    'The moment for which is asked: what was true then, and what was known then. Both at once is what an auditor asks.',
  fields: (t) => ({
    asOf: t.field({ type: 'DateTime', required: false, description: 'Only what had happened by then.' }),
    asKnownAt: t.field({ type: KnownAtInput, required: false, description: 'Only what the hub knew then.' }),
  }),
})

/** The moment that an answer is for. */
export type MomentView = { asOf?: string | undefined; position: string; knownTime?: string | undefined }

export const Moment = builder.objectRef<MomentView>('Moment').implement({
  description:
    'The moment that an answer is for. Asking again with its `asOf` and `position` gives the same answer for ever.',
  fields: (t) => ({
    asOf: t.expose('asOf', {
      type: 'DateTime',
      nullable: true,
      description: 'Only what had happened by then counts; null when all does.',
    }),
    asKnownAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'The recorded time of the last event that counts; null for an empty log.',
      resolve: ({ knownTime }) => knownTime || null,
    }),
    position: t.expose('position', {
      type: 'Position',
      description: 'The position of the last event that counts.',
    }),
  }),
})

/** The argument `moment` of a root field. */
export const momentArgument = {
  type: MomentInput,
  required: false,
  description: 'As of when, and as known when; now where nothing is said.',
} as const

/** The argument `atLeast` of a root field. */
export const atLeastArgument = {
  type: 'Position',
  required: false,
  description:
    'Wait until the views have come here, e.g. to what one has just sent; NOT_YET with the lag when that takes too long. The whole answer waits.',
} as const

/** Whether an event counts at a moment: it was known, and had happened. */
export const countsAt = ({ ordinal, time }: Pick<Fact, 'ordinal' | 'time'>, moment: MomentOfViews): boolean =>
  ordinal <= moment.ordinal && (moment.asOf === undefined || time <= moment.asOf)

/** How long a query waits for the views to come to `atLeast`, ms. */
const patience = 2_000

const oneDay = 86_400_000

const notYet = (reader: Reader) => {
  const { position, knownTime } = reader.checkpoint()
  const lagSeconds = knownTime === '' ? null : Math.max(0, Math.round((Date.now() - Date.parse(knownTime)) / 1000))
  return refusal('NOT_YET', 'the views have not come to that position yet; ask again shortly', {
    position,
    asKnownAt: knownTime || null,
    lagSeconds,
  })
}

/** Waits until the views have come to a position. @throws a refusal `NOT_YET` that says how far they are */
export const waitFor = async (reader: Reader, position: string): Promise<void> => {
  const until = performance.now() + patience
  while (reader.checkpoint().position < position) {
    if (performance.now() > until) throw notYet(reader)
    await sleep(20)
  }
}

/** The end of the day in which an instant lies, in Asia/Shanghai. */
const endOfDay = (at: number): string =>
  new Date(Date.parse(startOfDay(dayOf(new Date(at).toISOString()))) + oneDay - 1).toISOString()

/**
 * The moment that is asked for, pinned to how far the views have come, or to `upTo`. What is known at a time to come is
 * not yet known, and would not be the same answer for ever.
 * @throws a refusal `MOMENT_IN_FUTURE`, `BEFORE_FOUNDING`, `NOT_YET` or `OTHER_STORE`
 */
export const pinnedMoment = (
  reader: Reader,
  asked: MomentAsked | null | undefined,
  upTo = reader.checkpoint(),
): MomentOfViews => {
  const { time, position } = asked?.asKnownAt ?? {}
  // A simulated clock may be ahead of this one.
  const now = Math.max(Date.now(), upTo.knownTime === '' ? 0 : Date.parse(upTo.knownTime))
  if (asked?.asOf && asked.asOf > endOfDay(now))
    throw refusal('MOMENT_IN_FUTURE', 'asOf lies after today: nothing has happened yet that would be true then')
  if (time && time > new Date(now).toISOString())
    throw refusal('MOMENT_IN_FUTURE', 'asKnownAt lies in the future: what will be known then is not known')
  if (position && position > upTo.position) throw notYet(reader)
  const at = reader.resolveMoment({
    ...(asked?.asOf ? { asOf: asked.asOf } : {}),
    ...(position ? { asKnownAt: { position } } : time ? { asKnownAt: { time } } : {}),
    upTo,
  })
  if (asked?.asKnownAt && at.ordinal === 0)
    throw refusal('BEFORE_FOUNDING', 'nothing was known then: the store was founded later')
  if (position && at.position !== position)
    throw refusal('OTHER_STORE', 'no event of this store stands at this position')
  return at
}
