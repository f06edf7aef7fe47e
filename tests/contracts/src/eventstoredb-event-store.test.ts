import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { EventStoreUnavailable } from '@hub/event-store/event-store.ts'
import { openEventStoreDb } from '@hub/event-store/eventstoredb-event-store.ts'
import { startPosition } from '@hub/schemas/format/position.ts'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type FaceOptions, startFace } from './grpc-face/running-face.ts'
import { appendInTime, atTheEnd, endAll, following, someWrites, start } from './grpc-face/store-over-face.ts'
import { freshStream, newStream, sampleEvent, sampleEvents } from './samples.ts'

// Every case has a server of its own, which is a process.
vi.setConfig({ testTimeout: 90_000 })
afterEach(endAll)

describe('an append', () => {
  it('that is written and not acknowledged is answered as it was when it comes again', async () => {
    const { face, store } = await start()
    const write = newStream(freshStream(), sampleEvents(3))
    face.loseNextAnswer()
    await expect(store.append([write])).rejects.toThrow(EventStoreUnavailable)
    const stored = await store.readStream(write.stream)
    expect(stored).toHaveLength(3)
    expect(await store.append([write])).toEqual([{ status: 'appended', revision: 2, position: stored[2]?.position }])
    expect(await store.readStream(write.stream)).toEqual(stored)
  })

  it('with a known id is said to be appended, whatever it holds: the position tells that it is an old one', async () => {
    const { face, store } = await start()
    const write = newStream(freshStream(), sampleEvents(1))
    await store.append([write])
    await face.kill()
    await face.start()
    const head = await (async () => {
      for (;;)
        try {
          return await store.head()
        } catch {}
    })()
    const altered = { ...write, events: [{ ...write.events[0]!, data: '{"note":"altered"}' }] }
    const [outcome] = await store.append([altered])
    expect(outcome).toMatchObject({ status: 'appended', revision: 0 })
    expect(outcome?.status === 'appended' && outcome.position <= head).toBe(true)
    expect((await store.readStream(write.stream))[0]?.data).toBe(write.events[0]?.data)
    const more = { ...write, events: [...write.events, sampleEvent()] }
    expect(await store.append([more])).toEqual([{ status: 'conflict', actualRevision: 0 }])
  })

  it('races another one for a revision: one of them conflicts', async () => {
    const { store } = await start()
    const stream = freshStream()
    const outcomes = await Promise.all([
      store.append([newStream(stream, sampleEvents(2))]),
      store.append([newStream(stream, sampleEvents(3))]),
    ])
    expect(
      outcomes
        .flat()
        .map(({ status }) => status)
        .toSorted(),
    ).toEqual(['appended', 'conflict'])
  })

  it('is refused where its text would not come back as it is, or nobody would see its stream', async () => {
    const { store } = await start()
    const refused = async (stream: string, event: object) =>
      expect(await store.append([newStream(stream, [{ ...sampleEvent(), ...event }])])).toMatchObject([
        { status: 'refused', reason: 'INVALID' },
      ])
    await refused(freshStream(), { data: '{ "spaced": 1 }' })
    await refused(freshStream(), { data: '{"b":1,"1":2}' })
    await refused(freshStream(), { metadata: '{"n":1.0}' })
    await refused(`order-${randomUUID()}`, {})
    expect(await store.readAll()).toEqual([])
  })
})

describe('other people’s streams', () => {
  it('are passed over in every read, however many there are', async () => {
    const { store } = await start()
    const writes = someWrites(60)
    for (const write of writes) await store.append([write])
    const all = await store.readAll()
    expect(all.map(({ stream }) => stream)).toEqual(writes.map(({ stream }) => stream))
    expect((await store.readAll({ direction: 'backwards' })).toReversed()).toEqual(all)
    expect(await store.readAll({ limit: 7, after: all[20]!.position })).toEqual(all.slice(21, 28))
    expect(await store.head()).toBe(all.at(-1)?.position)
    expect(await following(store, startPosition, 60).done).toEqual(all)
  })
})

describe('a connection string', () => {
  const reach = async (url: string) => {
    const store = openEventStoreDb({ url, timeLimit: 3_000 })
    return store.append(someWrites(1)).finally(store.close)
  }
  const face = async (options: FaceOptions = {}) => {
    const started = await startFace(options)
    atTheEnd(() => started.end())
    return started
  }

  it('names user and authority: the server knows who calls over TLS', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hub-tls-'))
    atTheEnd(async () => rmSync(folder, { recursive: true, force: true }))
    const [cert, key] = [join(folder, 'ca.pem'), join(folder, 'key.pem')]
    const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=IP:127.0.0.1,DNS:localhost']
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-days',
        '2',
        '-keyout',
        key,
        '-out',
        cert,
        ...subject,
      ],
      { stdio: 'ignore' },
    )
    const server = await face({ login: 'hub:geheim', tls: { cert, key } })
    expect(await reach(server.url)).toMatchObject([{ status: 'appended' }])
    await expect(reach(server.url.replace('geheim', 'wrong'))).rejects.toThrow(/does not let this user in/)
    await expect(reach(server.url.replace(/&tlsCAFile.*/, ''))).rejects.toThrow(EventStoreUnavailable)
  })

  it('names a cluster: the leader is found, though a node is gone', async () => {
    const leader = await face()
    const outcomes = await reach(`esdb://127.0.0.1:1,127.0.0.1:${leader.port}?tls=false&nodePreference=leader`)
    expect(outcomes).toMatchObject([{ status: 'appended' }])
  })

  it('names a cluster that is gone: unavailable now, there later', async () => {
    const leader = await face()
    await leader.kill()
    const url = `esdb://127.0.0.1:1,127.0.0.1:${leader.port}?tls=false&nodePreference=leader&maxDiscoverAttempts=2`
    const store = openEventStoreDb({ url, timeLimit: 3_000 })
    atTheEnd(() => store.close())
    await expect(store.append(someWrites(1))).rejects.toThrow(EventStoreUnavailable)
    await leader.start()
    expect(await appendInTime(store, someWrites(1))).toMatchObject([{ status: 'appended' }])
  })

  it('is refused without being said again: it may hold a password', () => {
    for (const url of ['http://u:secret@host', 'esdb://u:secret@host?tls=maybe', 'esdb://u:secret@host:port', '']) {
      let message = ''
      try {
        void openEventStoreDb({ url }).close()
      } catch (error) {
        message = `${error} ${(error as Error).cause ?? ''}`
      }
      expect(message).toMatch(/EVENT_STORE_URL/)
      expect(message).not.toMatch(/secret/)
    }
  })

  it('is one at a time in a thread', async () => {
    const { store } = await start()
    expect(() => openEventStoreDb({ url: 'esdb://elsewhere:2113?tls=false' })).toThrow(/one EventStoreDB at a time/)
    await store.close()
    await openEventStoreDb({ url: 'esdb://elsewhere:2113?tls=false' }).close()
  })
})

describe('closing', () => {
  it('waits for what was sent, and is unavailable then, to followers too', async () => {
    const { store } = await start()
    const { ready, done } = following(store, startPosition, 1)
    await ready
    const sent = store.append(someWrites(20))
    const ended = expect(done).rejects.toThrow(EventStoreUnavailable)
    await store.close()
    expect(await sent).toHaveLength(20)
    await ended
    await expect(store.append(someWrites(1))).rejects.toThrow(EventStoreUnavailable)
    await expect(store.head()).rejects.toThrow(EventStoreUnavailable)
  })
})
