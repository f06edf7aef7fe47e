import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newRows, waitAfter } from './new-rows.ts'
import { openSqlite, type SqliteConnection } from './sqlite-connection.ts'

const never = new AbortController().signal
/** Looks in vain for so long that only a ring wakes soon. */
const patient = 100

describe('the bell of a file', () => {
  let folder = ''
  let connections: SqliteConnection[] = []
  const open = (name = 'one.db') => {
    const connection = openSqlite({ file: join(folder, name) })
    connections.push(connection)
    return newRows(connection)
  }
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hub-bell-'))
    connections = []
  })
  afterEach(() => {
    for (const connection of connections) connection.close()
    rmSync(folder, { recursive: true })
  })

  const firstOf = async (waits: Record<string, Promise<void>>) =>
    Promise.race(Object.entries(waits).map(([name, wait]) => wait.then(() => name)))

  it('is heard at every connection to the file, and at no other file', async () => {
    const [writer, reader, elsewhere] = [open(), open(), open('other.db')]
    const waits = { elsewhere: elsewhere.wait(patient, never), reader: reader.wait(patient, never) }
    writer.ring()
    expect(await firstOf(waits)).toBe('reader')
    for (const rows of [writer, reader, elsewhere]) rows.close()
  })

  it('is heard from another thread', async () => {
    const [reader, elsewhere] = [open(), open('other.db')]
    const name = `rows of ${connections[0]!.database.location()}`
    const program = `const channel = new BroadcastChannel(${JSON.stringify(name)}); setInterval(() => channel.postMessage(null), 5)`
    const thread = new Worker(program, { eval: true })
    await once(thread, 'online')
    await reader.wait(patient, never)
    expect(await firstOf({ elsewhere: elsewhere.wait(patient, never), reader: reader.wait(patient, never) })).toBe(
      'reader',
    )
    await thread.terminate()
    for (const rows of [reader, elsewhere]) rows.close()
  })

  it('wakes at the end of the time, with the signal, and when it is closed', async () => {
    const reader = open()
    await reader.wait(0, never)
    const controller = new AbortController()
    const stopped = reader.wait(patient, controller.signal)
    controller.abort()
    await stopped
    const closed = reader.wait(patient, never)
    reader.close()
    await closed
  })

  it('looks less and less often, four times a second at last', () => {
    expect([0, 1, 2, 30].map(waitAfter)).toEqual([10, 15, 22.5, 250])
  })
})
