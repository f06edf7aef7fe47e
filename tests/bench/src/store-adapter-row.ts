import { randomUUID } from 'node:crypto'
import { EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client'
import { startFace } from '@hub/contracts/grpc-face/running-face.ts'
import { freshStream } from '@hub/contracts/samples.ts'
import type { StreamWrite } from '@hub/event-store/event-store.ts'
import { openEventStoreDb } from '@hub/event-store/eventstoredb-event-store.ts'
import { type Measured, paired, type Row } from './measure.ts'

const [calls, streamsACall, eventsAStream] = [16, 250, 2]
const events = calls * streamsACall * eventsAStream

/** Calls as the recorder makes them: many streams, a few sealed events each. */
const sampleCalls = (): StreamWrite[][] =>
  Array.from({ length: calls }, () =>
    Array.from({ length: streamsACall }, () => ({
      stream: freshStream('person'),
      expectedRevision: 'no-stream' as const,
      events: Array.from({ length: eventsAStream }, () => ({
        id: randomUUID(),
        type: 'finance.PaymentDisbursed.v2',
        data: JSON.stringify({
          amount: 88_800,
          region: '430302',
          sealed: [{ box: 'a'.repeat(220), of: randomUUID() }],
        }),
        metadata: JSON.stringify({
          contentdigest: 'b'.repeat(64),
          id: randomUUID(),
          source: '/departments/finance/treasury',
        }),
      })),
    })),
  )

type Cost = { ms: number; cpuMs: number }
const measured = async (work: () => Promise<void>): Promise<Cost> => {
  const [began, cpu] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { ms: performance.now() - began, cpuMs: (user + system) / 1_000 }
}

const throughAdapter = async (url: string): Promise<Cost> => {
  const writes = sampleCalls()
  const store = openEventStoreDb({ url, timeLimit: 60_000 })
  await store.head()
  const cost = await measured(async () => {
    for (const call of writes)
      if ((await store.append(call)).some(({ status }) => status !== 'appended'))
        throw new Error('an append was not taken')
  })
  await store.close()
  return cost
}

/** The same appends by the client alone, from data that is parsed already. */
const throughClient = async (url: string): Promise<Cost> => {
  const writes = sampleCalls().map((call) =>
    call.map((write) => ({
      stream: write.stream,
      events: write.events.map(({ id, type, data, metadata }) =>
        jsonEvent({ id, type, data: JSON.parse(data), metadata: JSON.parse(metadata) }),
      ),
    })),
  )
  const client = EventStoreDBClient.connectionString(url)
  for await (const _ of client.readAll({ maxCount: 1 })) void _
  const cost = await measured(async () => {
    for (const call of writes)
      await Promise.all(
        call.map((write) => client.appendToStream(write.stream, write.events, { expectedRevision: NO_STREAM })),
      )
  })
  await client.dispose()
  return cost
}

/** The store's adapter over gRPC against the client that it is made of. */
export const storeAdapterRow: Row = {
  name: 'store-adapter',
  title:
    'EventStoreDB adapter, pipelined appends of 250 streams, through the gRPC face; limit: the bare client doing the same appends',
  reach: { least: 0.8 },
  unit: '× the limit',
  measure: async (): Promise<Measured> => {
    const face = await startFace({ alone: true })
    const cpu = { ours: [] as number[], limit: [] as number[] }
    const side = (kind: keyof typeof cpu, run: (url: string) => Promise<Cost>) => async () => {
      const { ms, cpuMs } = await run(face.url)
      cpu[kind].push(cpuMs)
      return ms
    }
    const { ours, limit, ratio } = await paired(7, side('ours', throughAdapter), side('limit', throughClient))
    await face.end()
    const rate = (ms: number) => Math.round((events * 1_000) / ms)
    const cpuAnEvent = (all: readonly number[]) => Math.round((Math.min(...all) * 1_000) / events)
    return {
      value: ratio,
      details: {
        events,
        'hub events/s': rate(ours),
        'limit events/s': rate(limit),
        'hub µs CPU an event': cpuAnEvent(cpu.ours),
        'limit µs CPU an event': cpuAnEvent(cpu.limit),
      },
    }
  },
}
