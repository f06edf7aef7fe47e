import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { simulatedClock } from '@hub/runtime/clock.ts'
import { openSqlite } from '@hub/sqlite/sqlite-connection.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BrokerUnavailable, type Message } from './broker.ts'
import { embeddedBrokerOver, openEmbeddedBroker } from './embedded-broker.ts'

const message = (note: number, size = 1): Message => ({
  topic: 'hr',
  key: 'fair-aaaaaaaaaaaaaaaaaaaaaaaaaa',
  headers: { ce_id: String(note) },
  value: JSON.stringify({ note, text: 'a'.repeat(size) }),
})

describe('the embedded broker', () => {
  let folder = ''
  let file = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'broker-'))
    file = join(folder, 'hub.db')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  it('writes calls of one turn in one transaction', async () => {
    await openEmbeddedBroker({ file }).close()
    const connection = openSqlite({ file })
    let transactions = 0
    const counting = {
      ...connection,
      immediately: <T>(work: () => T): T => {
        transactions += 1
        return connection.immediately(work)
      },
    }
    const broker = embeddedBrokerOver(counting)
    await Promise.all(Array.from({ length: 200 }, (_, note) => broker.publish([message(note)])))
    expect(transactions).toBe(1)
    expect((await broker.lag()).messages).toBe(200)
    await broker.close()
  })

  it('is unavailable while the disk is full, takes nothing of those calls, and goes on when there is room', async () => {
    await openEmbeddedBroker({ file }).close()
    const connection = openSqlite({ file })
    const broker = embeddedBrokerOver(connection)
    connection.database.exec('PRAGMA max_page_count = 40')
    await broker.publish([message(0)])
    const full = Array.from({ length: 40 }, (_, note) => broker.publish([message(note, 10_000)]))
    const answers = await Promise.allSettled(full)
    for (const answer of answers)
      expect(answer.status === 'rejected' && answer.reason).toBeInstanceOf(BrokerUnavailable)
    expect((await broker.lag()).messages).toBe(1)
    connection.database.exec('PRAGMA max_page_count = 10000')
    await broker.publish([message(1, 10_000)])
    expect((await broker.lag()).messages).toBe(2)
    await broker.close()
  })

  it('takes the time of waiting from its clock', async () => {
    const at = Date.parse('2024-03-01T08:00:00.000Z')
    const broker = openEmbeddedBroker({ file, clock: simulatedClock(at) })
    await broker.publish([message(0)])
    expect((await broker.lag()).oldest).toBe('2024-03-01T08:00:00.000Z')
    await broker.close()
  })

  it('writes what was published just before it is closed', async () => {
    const broker = openEmbeddedBroker({ file })
    const published = broker.publish([message(0)])
    await broker.close()
    await published
    const again = openEmbeddedBroker({ file })
    expect((await again.lag()).messages).toBe(1)
    await again.close()
  })

  it('is unavailable after it was closed, to its reader too', async () => {
    const broker = openEmbeddedBroker({ file })
    const reading = broker.consume({
      topics: ['hr'],
      signal: new AbortController().signal,
      handle: async () => undefined,
    })
    await broker.close()
    await expect(reading).rejects.toThrow(BrokerUnavailable)
    await expect(broker.publish([message(0)])).rejects.toThrow(BrokerUnavailable)
    await expect(broker.lag()).rejects.toThrow(BrokerUnavailable)
    await broker.close()
  })

  it('is unavailable where its file cannot be opened', () => {
    expect(() => openEmbeddedBroker({ file: join(folder, 'no', 'hub.db') })).toThrow(BrokerUnavailable)
  })

  it('never gives an offset twice, when the queue was empty neither', async () => {
    const offsets: string[] = []
    for (let round = 0; round < 3; round++) {
      const broker = openEmbeddedBroker({ file })
      const controller = new AbortController()
      await broker.publish([message(round)])
      await broker.consume({
        topics: ['hr'],
        signal: controller.signal,
        handle: async (batch) => {
          offsets.push(...batch.map(({ offset }) => offset))
          controller.abort()
        },
      })
      await broker.close()
    }
    expect(offsets).toEqual(['1', '2', '3'])
  })
})
