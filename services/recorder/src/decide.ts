import { parseType } from '@hub/schemas/catalogue.ts'
import { departmentOfSource, parseReplaces } from '@hub/schemas/envelope.ts'
import { eventIdOf } from '@hub/schemas/format/event-id.ts'
import type { Admitted, Refusal } from './admitted.ts'
import type { Known, StreamState } from './stream-memory.ts'

/** What becomes of one submission. */
export type Decision =
  | { outcome: 'record' }
  /** It is there already; `again`: from this very message, whose commit did not come through. */
  | { outcome: 'duplicate'; again: boolean }
  | { outcome: 'reject'; refusal: Refusal }

const reject = (reason: Refusal['reason'], detail: string): Decision => ({
  outcome: 'reject',
  refusal: { reason, detail },
})

const decideReplacement = (event: Admitted, replaces: string, find: (id: string) => Known | undefined): Decision => {
  const target = parseReplaces(replaces)
  const department = departmentOfSource(event.metadata.source)
  if (departmentOfSource(target.source) !== department)
    return reject('REPLACES_OTHER_DEPARTMENT', 'the fact that is to be replaced is of another department')
  const stored = find(eventIdOf(target.source, target.id, event.stream))
  if (!stored)
    return reject('REPLACES_UNKNOWN', 'the fact that is to be replaced is not in this stream: send the fact first')
  const own = parseType(event.type)
  const replaced = parseType(stored.type)
  if (replaced?.department !== department)
    return reject('REPLACES_OTHER_DEPARTMENT', 'the fact that is to be replaced is of another department')
  if (own?.name !== 'FactRetracted' && own?.name !== replaced?.name)
    return reject(
      'REPLACES_OTHER_TYPE',
      'a correction has the type of the fact that it replaces; retract the fact to take it back',
    )
  return { outcome: 'record' }
}

/** Decides on one submission, given the stored events of its stream and those that go before it. */
export const decideOne = (event: Admitted, find: (id: string) => Known | undefined): Decision => {
  const stored = find(event.eventId)
  if (stored)
    return stored.digest === event.metadata.contentdigest
      ? { outcome: 'duplicate', again: stored.origin === event.metadata.origin }
      : reject(
          'ID_REUSED_WITH_OTHER_CONTENT',
          'this source has used this id for other content in this stream: correct the fact with replaces, or give a new id',
        )
  const { replaces } = event.metadata
  return replaces === undefined ? { outcome: 'record' } : decideReplacement(event, replaces, find)
}

/** What is done with the first `taken` submissions of a stream. */
export type StreamDecision = {
  taken: number
  record: readonly Admitted[]
  duplicates: number
  /** As many are recorded already, from the very messages that came again. */
  again: number
  reject: readonly { event: Admitted; refusal: Refusal }[]
}

/**
 * Decides on the submissions of one stream in order, as many as `fits` lets into one write: it is asked with those
 * already to be recorded and the next one.
 */
export const decideStream = (
  state: StreamState,
  submissions: readonly Admitted[],
  fits: (soFar: number, next: Admitted) => boolean,
): StreamDecision => {
  const ahead = new Map<string, Known>()
  const find = (id: string) => ahead.get(id) ?? state.events.get(id)
  const record: Admitted[] = []
  const rejected: { event: Admitted; refusal: Refusal }[] = []
  let [duplicates, again] = [0, 0]
  let taken = 0
  for (const event of submissions) {
    const decision = decideOne(event, find)
    if (decision.outcome === 'record') {
      if (!fits(record.length, event)) break
      record.push(event)
      const { contentdigest: digest, origin } = event.metadata
      ahead.set(event.eventId, { digest, type: event.type, origin })
    } else if (decision.outcome === 'reject') rejected.push({ event, refusal: decision.refusal })
    else if (decision.again) again++
    else duplicates++
    taken++
  }
  return { taken, record, duplicates, again, reject: rejected }
}
