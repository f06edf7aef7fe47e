import { setTimeout as sleep } from 'node:timers/promises'
import type { Moment as MomentOfViews, Reader } from '../views/read-types.ts'
import { builder } from './builder.ts'
import { refusal } from './errors.ts'

/** A moment as asked for; nothing set means now. */
export type MomentAsked = {
  asOf?: string | null | undefined
  asKnownAt?: { time?: string | null | undefined; position?: string | null | undefined } | null | undefined
  atLeast?: string | null | undefined
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
    atLeast: t.field({
      type: 'Position',
      required: false,
      description:
        'Wait until the views have come here, e.g. to what one has just sent; NOT_YET when that takes too long.',
    }),
  }),
})

/** The moment that an answer is for. */
export type MomentView = { asOf?: string | undefined; position: string; knownTime?: string | undefined }

export const Moment = builder.objectRef<MomentView>('Moment').implement({
  description:
    'The moment that an answer is for. Asking again with its `asOf` and `position` gives the same answer for ever.',
  fields: (t) => ({
    asOf: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'Only what had happened by then counts; null when all does.',
      resolve: ({ asOf }) => asOf ?? null,
    }),
    asKnownAt: t.field({
      type: 'DateTime',
      nullable: true,
      description: 'The recorded time of the last event that counts; null for an empty log.',
      resolve: ({ knownTime }) => knownTime || null,
    }),
    position: t.field({
      type: 'Position',
      description: 'The position of the last event that counts.',
      resolve: ({ position }) => position,
    }),
  }),
})

/** How long a query waits for the views to come to `atLeast`, ms. */
const patience = 2_000

/** Waits until the views have come to a position. @throws a refusal `NOT_YET` */
export const waitFor = async (reader: Reader, position: string): Promise<void> => {
  const until = performance.now() + patience
  while (reader.checkpoint().position < position) {
    if (performance.now() > until)
      throw refusal('NOT_YET', 'the views have not come to that position yet; ask again shortly', {
        position: reader.checkpoint().position,
      })
    await sleep(20)
  }
}

/** The moment that is asked for, pinned, once the views have come to `atLeast`. @throws a refusal `NOT_YET` */
export const pinnedMoment = async (reader: Reader, asked: MomentAsked | null | undefined): Promise<MomentOfViews> => {
  if (asked?.atLeast) await waitFor(reader, asked.atLeast)
  const { time, position } = asked?.asKnownAt ?? {}
  return reader.resolveMoment({
    ...(asked?.asOf ? { asOf: asked.asOf } : {}),
    ...(position ? { asKnownAt: { position } } : time ? { asKnownAt: { time } } : {}),
  })
}
