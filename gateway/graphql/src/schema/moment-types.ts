import { builder } from './builder.ts'

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
