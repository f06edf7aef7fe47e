import type { EventStore } from '@hub/event-store/event-store.ts'
import { hubEventIdOf, hubSourceOf } from '@hub/event-store/hub-event.ts'
import { isoOf } from '@hub/runtime/clock.ts'
import type { HubKeys } from '@hub/schemas/format/hub-keys.ts'
import { streamIdOf, streamName } from '@hub/schemas/format/stream-name.ts'
import { dayOf, endOfDay, isDay } from '@hub/schemas/values/day.ts'
import { type DecisionStore, decideAndAppend } from '../decide-and-append.ts'
import type { DecisionAnswer } from '../decision-answer.ts'
import { type CountFigures, momentNotAnswered } from './count-figures.ts'
import { type FreezeRequest, type FrozenReport, freeze, type ReportAsked, refusalsOf, reports } from './reports.ts'

/** What freezing needs besides the store: the read side, and the key that names the stream of a report's name. */
export type FreezingStore = DecisionStore & {
  store: Pick<EventStore, 'readStream' | 'head'>
  countFigures: CountFigures
  hubKeys: Pick<HubKeys, 'localIds'>
}

const instantOf = (time: string): string => (isDay(time) ? endOfDay(time) : time)

/** What is asked with a day as its last instant. What is known on a day that is not over yet is all that is known. */
const inInstants = ({ asOf, asKnownAt, ofRegion, windows }: ReportAsked, now: string): ReportAsked => {
  const { time } = asKnownAt ?? {}
  const known = time === undefined ? asKnownAt : { time: instantOf(time) }
  const isToday = time !== undefined && isDay(time) && time === dayOf(now)
  return {
    asOf: asOf === undefined ? undefined : instantOf(asOf),
    asKnownAt: isToday ? undefined : known,
    ofRegion,
    windows,
  }
}

/** Freezes the work report under a name; whoever comes second is given the first one's report. */
export const freezeReport = async (
  request: FreezeRequest,
  hub: FreezingStore,
): Promise<DecisionAnswer<{ report: FrozenReport }>> => {
  const refusals = refusalsOf(request)
  if (refusals.length > 0) return { status: 'refused', refusals }
  const { reportName } = request
  const asked = inInstants(request, isoOf(hub.now()))
  const head = await hub.store.head()
  const beyond = asked.asKnownAt?.position !== undefined && asked.asKnownAt.position > head
  const counted = beyond ? momentNotAnswered(asked) : await hub.countFigures(asked, head)
  if ('refused' in counted) return { status: 'refused', refusals: counted.refused }
  const stream = streamName('report', streamIdOf(hub.hubKeys.localIds, hubSourceOf('reports'), reportName))
  const outcome = await decideAndAppend(reports, stream, (frozen) => freeze(request, counted, frozen), hub)
  if (outcome.status === 'refused') return outcome
  const { status, state: report } = outcome
  if (!report) throw new Error(`${stream} holds no report after one was decided`)
  return { status, stream, eventId: hubEventIdOf('reports', 'frozen', stream), report }
}
