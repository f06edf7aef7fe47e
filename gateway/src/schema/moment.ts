import { builder } from './builder.ts'

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

/** What the reader takes: absent where nothing was said. */
export const momentAsked = (moment: MomentAsked | null | undefined) => {
  const { time, position } = moment?.asKnownAt ?? {}
  return {
    ...(moment?.asOf ? { asOf: moment.asOf } : {}),
    ...(position ? { asKnownAt: { position } } : time ? { asKnownAt: { time } } : {}),
  }
}
