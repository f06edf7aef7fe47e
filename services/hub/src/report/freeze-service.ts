import { setTimeout as sleep } from 'node:timers/promises'
import type { AppendOutcome, EventStore, StreamWrite } from '@hub/event-store/event-store.ts'
import { pinnedMoment } from '@hub/reading/moment.ts'
import type { Reader } from '@hub/reading/reader-types.ts'
import { ReadingRefused } from '@hub/reading/reading-refused.ts'
import { type FrozenContent, freezeFigures } from '@hub/reading/report/frozen-report.ts'
import { isoOf } from '@hub/runtime/clock.ts'
import { eventIdOf } from '@hub/schemas/format/event-id.ts'
import type { HubKeys } from '@hub/schemas/format/hub-keys.ts'
import { streamIdOf, streamName } from '@hub/schemas/format/stream-name.ts'
import { ReportFrozen } from '@hub/schemas/hub/report-frozen.ts'
import { ownEvent } from '../own-event.ts'
import { type FreezeRefusal, type FreezeRequest, freeze, refusalOf, refused } from './freeze-report.ts'

const source = '/hub/reports'
/** How long a freeze waits for the views to come to what is recorded, ms. */
const patience = 10_000

export type FreezeOutcome =
  | { status: 'frozen' | 'already-frozen'; eventId: string; stream: string; report: FrozenContent }
  | { status: 'refused'; refusal: FreezeRefusal }

export type FreezeService = { freeze(request: FreezeRequest): Promise<FreezeOutcome> }

/** Freezes reports: load, count, append as the first event of the name's stream; whoever comes second is given the first's. */
export const createFreezeService = (hub: {
  store: Pick<EventStore, 'readStream' | 'head'>
  append: (writes: readonly StreamWrite[]) => Promise<readonly AppendOutcome[]>
  /** The reader of the views in use at the time. */
  reader: () => Reader
  hubKeys: Pick<HubKeys, 'localIds'>
  now: () => number
}): FreezeService => {
  const comeTo = async (position: string): Promise<boolean> => {
    const until = performance.now() + patience
    while (hub.reader().checkpoint().position < position) {
      if (performance.now() > until) return false
      await sleep(20)
    }
    return true
  }

  /** @throws a refusal of a moment that can't be answered for */
  const count = ({ reportName, frozenBy, note, asOf, asKnownAt, ofRegion }: FreezeRequest): FrozenContent => {
    const reader = hub.reader()
    const moment = pinnedMoment(reader, { asOf, asKnownAt })
    const scope = {
      ordinal: moment.ordinal,
      ...(moment.asOf === undefined ? {} : { asOf: moment.asOf }),
      ...(ofRegion === undefined ? {} : { region: ofRegion }),
    }
    return {
      reportName,
      ...(moment.asOf === undefined ? {} : { asOf: moment.asOf }),
      position: moment.position,
      asKnownAt: moment.knownTime,
      ...(ofRegion === undefined ? {} : { ofRegion }),
      figures: freezeFigures(reader, scope),
      frozenBy,
      ...(note === undefined ? {} : { note }),
    }
  }

  const counting = (request: FreezeRequest): FrozenContent | FreezeRefusal => {
    try {
      return count(request)
    } catch (error) {
      if (error instanceof ReadingRefused) return refused('MOMENT_NOT_ANSWERED')
      throw error
    }
  }

  const decide: FreezeService['freeze'] = async (request) => {
    const refusal = refusalOf(request)
    if (refusal) return { status: 'refused', refusal }
    if (!(await comeTo(await hub.store.head()))) return { status: 'refused', refusal: refused('NOT_YET') }
    const stream = streamName('report', streamIdOf(hub.hubKeys.localIds, source, request.reportName))
    const [stored] = await hub.store.readStream(stream, { limit: 1 })
    const frozen = stored && (JSON.parse(stored.data) as FrozenContent)
    const counted = counting(request)
    if ('code' in counted) return { status: 'refused', refusal: counted }
    const decided = freeze(counted, frozen, request)
    if ('code' in decided) return { status: 'refused', refusal: decided }
    const [report] = decided
    if (!report) return { status: 'already-frozen', eventId: stored!.id, stream, report: frozen! }
    const eventId = eventIdOf(source, 'frozen', stream)
    const event = ownEvent({
      eventId,
      source,
      id: 'frozen',
      type: ReportFrozen.type,
      stream,
      data: ReportFrozen.data.parse(report),
      at: isoOf(hub.now()),
    })
    const [outcome] = await hub.append([{ stream, expectedRevision: 'no-stream', events: [event] }])
    if (outcome?.status === 'appended') return { status: 'frozen', eventId, stream, report }
    if (outcome?.status === 'conflict') return decide(request)
    throw new Error(`the store refused a frozen report: ${outcome?.message ?? 'no outcome'}`)
  }
  return { freeze: decide }
}
