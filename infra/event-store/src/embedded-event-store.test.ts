import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { startPosition } from '@hub/schemas/format/position.ts'
import { openSqlite } from '@hub/sqlite/sqlite-connection.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { embeddedEventStoreOver, openEmbeddedEventStore } from './embedded-event-store.ts'
import { EventStoreUnavailable, type StreamWrite } from './event-store.ts'

const write = (stream: string, count: number, size = 10): StreamWrite => ({
  stream,
  expectedRevision: 'any',
  events: Array.from({ length: count }, () => ({
    id: randomUUID(),
    type: 'hr.FairHeld.v1',
    data: JSON.stringify({ text: 'a'.repeat(size) }),
    metadata: '{}',
  })),
})

describe('the embedded event store', () => {
  let folder = ''
  let file = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'store-'))
    file = join(folder, 'hub.db')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('is unavailable while the disk is full, writes nothing half, and goes on when there is room', async () => {
    openEmbeddedEventStore({ file }).close()
    const connection = openSqlite({ file })
    const store = embeddedEventStoreOver(connection)
    connection.database.exec('PRAGMA max_page_count = 60')
    await store.append([write('fair-first', 3)])
    const full = store.append([write('fair-small', 1), write('fair-large', 40, 10_000)])
    await expect(full).rejects.toThrow(EventStoreUnavailable)
    expect(await store.readAll()).toHaveLength(3)
    connection.database.exec('PRAGMA max_page_count = 10000')
    const outcomes = await store.append([write('fair-small', 1), write('fair-large', 40, 10_000)])
    expect(outcomes.map(({ status }) => status)).toEqual(['appended', 'appended'])
    expect(await store.readAll()).toHaveLength(44)
    await store.close()
  })

  it('is unavailable to read only where there is no store', async () => {
    expect(() => openEmbeddedEventStore({ file, readOnly: true })).toThrow(EventStoreUnavailable)
    openSqlite({ file }).close()
    expect(() => openEmbeddedEventStore({ file, readOnly: true })).toThrow(/no event store/)
  })

  it('is unavailable after it was closed, to followers too', async () => {
    const store = openEmbeddedEventStore({ file })
    const batches = store.follow({ after: startPosition, signal: new AbortController().signal })[Symbol.asyncIterator]()
    await batches.next()
    const waiting = batches.next()
    await store.close()
    await expect(waiting).rejects.toThrow(EventStoreUnavailable)
    await expect(store.head()).rejects.toThrow(EventStoreUnavailable)
    await expect(store.append([write('fair-one', 1)])).rejects.toThrow(EventStoreUnavailable)
  })

  it('refuses an append where it was opened to read only', async () => {
    const writer = openEmbeddedEventStore({ file })
    const reader = openEmbeddedEventStore({ file, readOnly: true })
    await expect(reader.append([write('fair-one', 1)])).rejects.toThrow(/readonly/)
    await reader.close()
    await writer.close()
  })

  it('is followed from another thread, to read only', async () => {
    const store = openEmbeddedEventStore({ file })
    const adapter = new URL('./embedded-event-store.ts', import.meta.url).href
    const program = `
      import { parentPort } from 'node:worker_threads'
      import { openEmbeddedEventStore } from ${JSON.stringify(adapter)}
      const store = openEmbeddedEventStore({ file: ${JSON.stringify(file)}, readOnly: true })
      const controller = new AbortController()
      const ids = []
      for await (const { events } of store.follow({ after: '${startPosition}', batchSize: 7, signal: controller.signal })) {
        if (events.length === 0) parentPort.postMessage('ready')
        ids.push(...events.map(({ id }) => id))
        if (ids.length >= 300) controller.abort()
      }
      await store.close()
      parentPort.postMessage(ids)`
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(program)}`))
    expect(await once(worker, 'message')).toEqual(['ready'])
    const answer = once(worker, 'message')
    const writes = Array.from({ length: 100 }, (_, index) => write(`fair-${index}`, 3))
    for (const one of writes) await store.append([one])
    expect(await answer).toEqual([writes.flatMap(({ events }) => events.map(({ id }) => id))])
    await store.close()
  })
})
