import { EventEmitter } from 'node:events'
import { askReceipts, receiptsAtOnce } from './follow-receipts.ts'
import { NotInOutbox, type Outbox, openOutbox } from './outbox.ts'
import { type EventName, isSettled, type OutboxEntry } from './outbox-entry.ts'
import { lockForSending } from './outbox-file.ts'
import { type Backoff, backoffMs, createAlarm } from './pause.ts'
import { type BatchSize, type Hindrance, sendSource } from './send-source.ts'

/**
 * What keeps a client from sending, or from following receipts; it holds nothing of any event. `status` is 0 where nothing
 * that can be read answered; `OUTBOX_FAILED` is the code where the outbox itself can't be read or written.
 */
export type Trouble = Hindrance & {
  /** The source that waits; undefined where receipts can't be followed. */
  source: string | undefined
  /** After so long it tries again. */
  waitMs: number
}

export type HubClientOptions = {
  /** The hub, or the proxy in front of it: `https://hub.example`. */
  url: string
  /** The file of the outbox. It holds personal data until that is recorded: only its owner may read it (mode 0600). */
  outbox: string
  /** Headers of each request, for a proxy that asks who comes. */
  headers?: () => Readonly<Record<string, string>>
  /** Default 100 events, and 4 MB. */
  batch?: Partial<BatchSize>
  /** Waits after failures; default from half a second, doubled up to a minute. `Retry-After` goes before it. */
  backoff?: Backoff
  /** After this long a request is given up and made again, ms; default 60,000. */
  timeoutMs?: number
  /** How often it looks for what other processes have put in, and for receipts, ms; default 500. */
  pollMs?: number
}

/** What a client tells as it happens; neither carries a value that was sent. */
export type HubClientEvents = { changed: [OutboxEntry]; trouble: [Trouble] }

type OfOutbox = Pick<Outbox, 'put' | 'entry' | 'body' | 'sendAgain' | 'drop' | 'forgetRecorded' | 'counts'>

export type HubClient = OfOutbox & {
  /** `changed`: an event has come further; `trouble`: something keeps the client from sending. */
  readonly events: EventEmitter<HubClientEvents>
  /**
   * Each event of the outbox as it stands, in the order of the changes, and then as they come. After a restart
   * `after: entry.change` goes on where one was; of changes in between only the last is told.
   */
  changes(from?: { after?: number; signal?: AbortSignal }): AsyncGenerator<OutboxEntry, void, void>
  /** Resolves when nothing more happens to an event by itself: recorded, a duplicate, refused or rejected. */
  settled(name: EventName): Promise<OutboxEntry>
  /** Ends what is under way, and closes the outbox. What was not sent stays in it. */
  stop(): Promise<void>
}

const defaults = { batch: { events: 100, bytes: 4_000_000 }, backoff: { firstMs: 500, mostMs: 60_000 } }
const changesAtOnce = 500
/** So long a request that is under way may take at a stop. */
const stopGraceMs = 5_000

/**
 * Opens an outbox and sends from it until it is stopped: every event is recorded once, in the order of its source, over
 * restarts, kills and days without a hub.
 * @throws {OutboxInUse} where another process sends from it
 * @example
 * const hub = openHubClient({ url: 'https://hub.example', outbox: '/var/lib/payments/outbox.db' })
 * const [id] = hub.put({ type: 'finance.PaymentStopped.v1', source: '/departments/finance/treasury', time, data })
 * for await (const { id, state, faults } of hub.changes()) if (state === 'refused') console.log(id, faults)
 */
export const openHubClient = (options: HubClientOptions): HubClient => {
  const { url, headers, backoff = defaults.backoff, timeoutMs = 60_000, pollMs = 500 } = options
  const cutting = new AbortController()
  const hub = { url, headers, timeoutMs, cut: cutting.signal }
  const lock = lockForSending(options.outbox)
  let outbox: Outbox
  try {
    outbox = openOutbox(options.outbox)
  } catch (error) {
    lock.release()
    throw error
  }
  const events = new EventEmitter<HubClientEvents>()
  const told = new EventEmitter<{ change: [] }>().setMaxListeners(0)
  const toSend = createAlarm()
  const toFollow = createAlarm()
  const stopping = new AbortController()
  const stopped = () => stopping.signal.aborted

  const tell = <Name extends keyof HubClientEvents>(name: Name, ...what: HubClientEvents[Name]) => {
    try {
      ;(events as EventEmitter).emit(name, ...what)
    } catch (error) {
      // A listener's fault is its own: it ends the process, not the sending alone.
      queueMicrotask(() => {
        throw error
      })
    }
  }
  const onNews = (news: readonly OutboxEntry[]) => {
    for (const entry of news) tell('changed', entry)
    if (news.length > 0) told.emit('change')
    if (news.some(({ state }) => state === 'taken')) toFollow.ring()
    // What was recorded may be what a correction waits for.
    if (news.some((entry) => isSettled(entry) || entry.state === 'waiting')) toSend.ring()
  }
  const inTrouble = (source: string | undefined, hindrance: Hindrance, failures: number): number => {
    const waitMs = Math.round(hindrance.afterMs ?? backoffMs(backoff, failures, Math.random()))
    tell('trouble', { source, ...hindrance, waitMs })
    return waitMs
  }

  const outboxFailed = (cause: unknown): Hindrance => ({ status: 0, code: 'OUTBOX_FAILED', afterMs: undefined, cause })
  const context = { hub, outbox, size: { ...defaults.batch, ...options.batch }, onNews, stopped }
  const lanes = new Map<string, { failures: number; notBefore: number; running: Promise<void> | undefined }>()
  const runLane = async (source: string, lane: { failures: number; notBefore: number }) => {
    const hindrance = await sendSource(context, source).catch(outboxFailed)
    lane.failures = hindrance ? lane.failures + 1 : 0
    if (hindrance) lane.notBefore = Date.now() + inTrouble(source, hindrance, lane.failures)
  }
  const sendAll = async () => {
    while (!stopped()) {
      for (const source of outbox.sourcesWaiting()) {
        const lane = lanes.get(source) ?? { failures: 0, notBefore: 0, running: undefined }
        lanes.set(source, lane)
        if (lane.running || lane.notBefore > Date.now()) continue
        lane.running = runLane(source, lane).finally(() => {
          lane.running = undefined
        })
      }
      const waits = [...lanes.values()].map(({ notBefore }) => notBefore - Date.now()).filter((ms) => ms > 0)
      await toSend.sleep(Math.min(pollMs, ...waits))
    }
    await Promise.all([...lanes.values()].map(({ running }) => running))
  }

  /** Asks for some receipts, from those after `key` on; answers where to go on, and what hinders. */
  const follow = async (key: number): Promise<{ next: number; came: boolean; hindrance?: Hindrance }> => {
    const taken = outbox.taken(key, receiptsAtOnce)
    const news = taken.length > 0 ? await askReceipts(hub, taken) : []
    if (!news) return { next: 0, came: false, hindrance: { status: 0, code: undefined, afterMs: undefined } }
    onNews(outbox.note(news))
    return { next: taken.length === receiptsAtOnce ? taken.at(-1)!.key : 0, came: news.length > 0 }
  }
  const followAll = async () => {
    let failures = 0
    let key = 0
    while (!stopped()) {
      const { next, came, hindrance } = await follow(key).catch((cause: unknown) => ({
        next: 0,
        came: false,
        hindrance: outboxFailed(cause),
      }))
      key = next
      failures = hindrance ? failures + 1 : 0
      if (hindrance && !stopped()) await toFollow.sleep(inTrouble(undefined, hindrance, failures))
      else if (next === 0) await toFollow.sleep(came ? Math.min(20, pollMs) : pollMs)
    }
  }

  const working = Promise.all([sendAll(), followAll()])
  const changes: HubClient['changes'] = async function* ({ after = 0, signal } = {}) {
    let last = after
    const ended = AbortSignal.any([stopping.signal, ...(signal ? [signal] : [])])
    while (!ended.aborted) {
      const alarm = createAlarm()
      told.once('change', alarm.ring)
      ended.addEventListener('abort', alarm.ring, { once: true })
      const entries = outbox.changedAfter(last, changesAtOnce)
      for (const entry of entries) {
        last = entry.change
        yield entry
        if (ended.aborted) return
      }
      if (entries.length === 0) await alarm.sleep(pollMs)
      told.off('change', alarm.ring)
      ended.removeEventListener('abort', alarm.ring)
    }
  }

  return {
    put: (...facts) => {
      const ids = outbox.put(...facts)
      toSend.ring()
      told.emit('change')
      return ids
    },
    entry: outbox.entry,
    body: outbox.body,
    sendAgain: (name, corrected) => {
      outbox.sendAgain(name, corrected)
      toSend.ring()
      told.emit('change')
    },
    drop: (name) => {
      outbox.drop(name)
      // What corrects it waits no longer.
      toSend.ring()
    },
    forgetRecorded: outbox.forgetRecorded,
    counts: outbox.counts,
    events,
    changes,
    settled: async (name) => {
      for (;;) {
        if (stopped()) throw new Error('the client was stopped before the event had come to its end')
        const entry = outbox.entry(name)
        if (!entry) throw new NotInOutbox('the outbox has no such event')
        if (isSettled(entry)) return entry
        await new Promise<void>((resolve) => told.once('change', resolve))
      }
    },
    stop: async () => {
      if (stopped()) return
      stopping.abort()
      toSend.ring()
      toFollow.ring()
      told.emit('change')
      // What is cut off is sent again some day, and is not stored twice.
      const patience = setTimeout(() => cutting.abort(), stopGraceMs)
      await working
      clearTimeout(patience)
      outbox.close()
      lock.release()
    },
  }
}
