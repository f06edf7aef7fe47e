import { type HubAddress, request } from './hub-address.ts'
import type { News, Outbox, WaitingEvent } from './outbox.ts'
import { type BatchAnswer, readBatchAnswer } from './read-answer.ts'

/** How much goes into a batch. */
export type BatchSize = { events: number; bytes: number }

/** Why nothing more is sent of a source for now. */
export type Hindrance = Omit<Extract<BatchAnswer, { kind: 'later' }>, 'kind'> & { cause?: unknown }

export type SendContext = {
  hub: HubAddress
  outbox: Pick<Outbox, 'nextOf' | 'note'>
  size: BatchSize
  /** Told what is durable in the outbox. */
  onNews: (news: ReturnType<Outbox['note']>) => void
  stopped: () => boolean
}

const departmentIn = (source: string) => encodeURIComponent(source.split('/')[2] ?? '')

const post = async ({ hub }: SendContext, source: string, events: readonly WaitingEvent[]): Promise<BatchAnswer> => {
  const body = `[${events.map((event) => event.body).join(',')}]`
  const answer = await request(hub, `/${departmentIn(source)}/events`, {
    type: 'application/cloudevents-batch+json',
    body,
  })
  return readBatchAnswer(
    answer,
    events.map(({ id }) => id),
  )
}

/** Sends events in their order, in halves where they can't be taken together; what hinders, where something does. */
const send = async (
  context: SendContext,
  source: string,
  events: readonly WaitingEvent[],
): Promise<Hindrance | undefined> => {
  const answer = await post(context, source, events)
  if (answer.kind === 'later') return answer
  if (answer.kind === 'whole' && events.length > 1) {
    const half = Math.ceil(events.length / 2)
    return (await send(context, source, events.slice(0, half))) ?? (await send(context, source, events.slice(half)))
  }
  const { faults } = answer.kind === 'whole' ? answer : { faults: [] }
  const verdicts = answer.kind === 'whole' ? [{ state: 'refused' as const, told: { faults } }] : answer.verdicts
  const news: News[] = verdicts.flatMap((verdict, index) =>
    verdict.state === 'waiting' ? [] : [{ key: events[index]!.key, ...verdict }],
  )
  context.onNews(context.outbox.note(news))
  const left = verdicts.length - news.length
  return left > 0
    ? { status: 503, code: 'UNAVAILABLE', afterMs: 'afterMs' in answer ? answer.afterMs : undefined }
    : undefined
}

/**
 * Sends what waits of one source, one batch at a time: the next goes when the one before has been answered, so that the
 * order of the outbox is that of the hub. Answers what hinders; undefined when nothing is left to send.
 */
export const sendSource = async (context: SendContext, source: string): Promise<Hindrance | undefined> => {
  while (!context.stopped()) {
    const events = context.outbox.nextOf(source, context.size)
    if (events.length === 0) return undefined
    const hindrance = await send(context, source, events)
    if (hindrance) return hindrance
  }
  return undefined
}
