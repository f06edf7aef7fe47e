import { startPosition } from '@hub/schemas/format/position.ts'
import { endOfDay } from '@hub/schemas/values/day.ts'
import { type Checkpoint, readCheckpoint } from '@hub/views/checkpoint.ts'
import type { Views } from '@hub/views/open-views.ts'
import type { Moment, MomentQuery } from './reader.ts'

/** The last instant of a day in Asia/Shanghai; an instant stays as it is. */
const instantOf = (asOf: string) => (/^\d{4}-\d\d-\d\d$/.test(asOf) ? endOfDay(asOf) : asOf)

const beginning: Checkpoint = { position: startPosition, ordinal: 0, knownTime: '' }

const lastKnown = (views: Views, condition: string, order: string, value: string): Checkpoint =>
  (views
    .statement(
      `SELECT position, ordinal, known_time AS knownTime FROM facts WHERE ${condition} AND known_from = ordinal ORDER BY ${order} LIMIT 1`,
    )
    .get(value) as Checkpoint | undefined) ?? beginning

/**
 * Pins a question to a prefix of the log: all that is known now, up to a position, or up to a time. With both, the
 * earlier. What is later than the views have come answers as of how far they have.
 */
export const resolveMoment = (views: Views, { asOf, asKnownAt, upTo }: MomentQuery = {}): Moment => {
  const cuts = [upTo ?? readCheckpoint(views)]
  if (asKnownAt?.position !== undefined)
    cuts.push(lastKnown(views, 'position <= ?', 'position DESC', asKnownAt.position))
  if (asKnownAt?.time !== undefined)
    cuts.push(lastKnown(views, 'known_time <= ?', 'known_time DESC, ordinal DESC', instantOf(asKnownAt.time)))
  const known = cuts.reduce((one, other) => (other.ordinal < one.ordinal ? other : one))
  return { ...(asOf === undefined ? {} : { asOf: instantOf(asOf) }), ...known }
}
