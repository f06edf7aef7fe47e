import type { EventDefinition } from '@hub/schemas/define-event.ts'
import type { ReplacesReason } from '@hub/schemas/envelope.ts'
import type { Position } from '@hub/schemas/format/position.ts'

/**
 * What of what was sealed is not there: what was said of others or all of it, gone for good with a destroyed key; or a
 * box that does not open under a key that is there, which is a fault to be mended and never an erasure.
 */
export type Loss = 'nothing' | 'others' | 'all' | 'damaged'

const weight: Readonly<Record<Loss, number>> = { nothing: 0, others: 1, damaged: 2, all: 3 }

/** The greater of two losses. */
export const greaterLoss = (one: Loss, other: Loss): Loss => (weight[other] > weight[one] ? other : one)

/** Why a sealed value that is not there is not; undefined where nobody said it. `ofAnother`: it describes another person. */
export const reasonGone = (loss: Loss, ofAnother: boolean): 'ERASED' | 'DAMAGED' | undefined => {
  if (loss === 'damaged') return 'DAMAGED'
  return loss === 'all' || (loss === 'others' && ofAnother) ? 'ERASED' : undefined
}

/** Whether something is gone for good with a key. */
export const isErased = (loss: Loss): boolean => loss === 'all' || loss === 'others'

/** A stored event as the file reads it: data of today's version, as far as the keys open it. */
export type Fact = {
  eventId: string
  /** As stored, with its version. */
  type: string
  /** The type's name without department and version. */
  name: string
  department: string
  stream: string
  revision: number
  position: Position
  /** Dense count over the hub's events in store order, 1 for the first. */
  ordinal: number
  /** When it happened: UTC, three decimals. */
  time: string
  /** When the hub knew it: the running maximum of recorded time in store order. */
  knownTime: string
  source: string
  /** The id that the sender gave. */
  id: string
  /** `<source>#<id>` of the fact that this one corrects or retracts. */
  replaces?: string
  replacesReason?: ReplacesReason
  /** The acting office. */
  region?: string
  data: Record<string, unknown>
  /** What of it is not there that was sealed. */
  lost: Loss
  /** Missing for types that this hub does not know. */
  definition?: EventDefinition
}

/** What is said of an event in the open, beside its data. */
export type EventHead = Pick<
  Fact,
  | 'eventId'
  | 'type'
  | 'name'
  | 'department'
  | 'stream'
  | 'revision'
  | 'position'
  | 'ordinal'
  | 'time'
  | 'knownTime'
  | 'definition'
>

/**
 * The order in which facts are folded: by time, then as they became known, then by stream and revision. Known time
 * grows with the revision, so inside a stream this is (time, revision); comparing event ids across streams instead
 * would not be transitive where two facts of one stream became known at once.
 */
export const compareFacts = (one: FoldKey, other: FoldKey): number =>
  compareText(one.time, other.time) ||
  compareText(one.knownTime, other.knownTime) ||
  compareText(one.stream, other.stream) ||
  one.revision - other.revision

/** What the fold order looks at. */
export type FoldKey = Pick<Fact, 'time' | 'knownTime' | 'stream' | 'revision'>

/** The order of two texts by their code units, which is the same on every machine. */
export const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
