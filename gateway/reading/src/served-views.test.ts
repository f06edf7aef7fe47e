import { randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { openEmbeddedEventStore } from '@hub/event-store/embedded-event-store.ts'
import type { ProjectorNews } from '@hub/views/projector-thread.ts'
import { openSampleHub } from '@hub/views/sample-hub.fixture.ts'
import { first, sampleLife, second } from '@hub/views/sample-life.fixture.ts'
import { currentViewFile, pointTo, viewPrefix } from '@hub/views/view-files.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anybody } from './caller.ts'
import { sampleStoreId } from './sample-reading.fixture.ts'
import { type ServedViews, serveViews, ViewsNotBuilt } from './served-views.ts'

let hub: ReturnType<typeof openSampleHub>
let views: ServedViews | undefined
let faults: ProjectorNews[]

beforeEach(() => {
  hub = openSampleHub()
  faults = []
})
afterEach(async () => {
  await views?.close()
  await hub.close()
})

const caller = anybody('test')
const folder = () => join(hub.folder, 'views')
const filesThere = () => readdirSync(folder()).filter((name) => name.endsWith('.sqlite') || name.endsWith('.building'))

const serve = () => {
  views = serveViews({
    ...hub,
    storeId: sampleStoreId,
    folder: folder(),
    onFault: (news) => faults.push(news),
    onCrash: (reason) => {
      throw new Error(reason)
    },
  })
  return views
}

const recordAll = async (said: ReturnType<typeof sampleLife>) => {
  for (const one of said) await hub.record(one)
}
const caughtUp = async (served: ServedViews) => {
  const head = await hub.store.head()
  while (served.checkpoint().position < head) await sleep(5)
  return head
}

describe('served views', () => {
  it('are built where there are none, and follow the store', async () => {
    await recordAll(sampleLife(first, second, '钟一山'))
    const served = serve()
    expect(() => served.readerFor(caller)).toThrow(ViewsNotBuilt)
    await served.ready
    await caughtUp(served)
    await recordAll(sampleLife(second, first, '欧阳小月'))
    await caughtUp(served)
    expect((await served.readerFor(caller).file(second))?.identity.name?.value).toBe('欧阳小月')
  })

  it('go on while they are built anew; who holds the old ones reads on in them', async () => {
    await recordAll(sampleLife(first, second, '钟一山'))
    const served = serve()
    await served.ready
    const seen = await caughtUp(served)
    const held = served.readerFor(caller)
    const before = served.file()
    const building = served.rebuild()
    expect(served.file()).toBe(before)
    await building
    const next = served.readerFor(caller)
    expect(served.file()).not.toBe(before)
    expect(next.checkpoint().position >= seen).toBe(true)
    await recordAll(sampleLife(second, first, '欧阳小月'))
    await caughtUp(served)
    expect(held.checkpoint().position).toBe(seen)
    expect((await held.file(first))?.identity.name?.value).toBe('钟一山')
    expect(await held.file(second)).toEqual(await held.file(second, held.resolveMoment()))
    expect(filesThere()).toHaveLength(2)
    await served.rebuild()
    expect(filesThere()).toHaveLength(2)
  })

  it('are what the pointer says at any time', async () => {
    await recordAll(sampleLife(first, second, '钟一山'))
    const served = serve()
    await served.ready
    const before = served.file()
    const building = served.rebuild()
    for (let n = 0; served.file() === before; n++) {
      await hub.record({ ...sampleLife(first, second, '钟一山')[3]!, id: `later-${n}` })
      expect(currentViewFile(folder())).toBe(served.file())
      await sleep(2)
    }
    await building
    expect(currentViewFile(folder())).toBe(served.file())
  })

  it('of an older vocabulary are served until they are built anew', async () => {
    await recordAll(sampleLife(first, second, '钟一山'))
    let served = serve()
    await served.ready
    await served.close()
    const file = currentViewFile(folder())!
    const older = `${viewPrefix.replace(/[0-9a-f]{12}$/, '0'.repeat(12))}-0.sqlite`
    new DatabaseSync(file).prepare('VACUUM INTO ?').run(join(folder(), older))
    pointTo(folder(), older)
    expect(currentViewFile(folder())).toBeUndefined()
    served = serve()
    await served.ready
    const before = served.file()
    expect((await served.readerFor(caller).file(first))?.identity.name?.value).toBe('钟一山')
    while (served.file() === before) await sleep(5)
    expect(currentViewFile(folder())).toBeDefined()
  })

  it('are built anew for a store that was set back, also where that has grown again', async () => {
    await recordAll(sampleLife(first, second, '钟一山'))
    const file = join(hub.folder, 'store.sqlite')
    const copy = join(hub.folder, 'copy.sqlite')
    new DatabaseSync(file).prepare('VACUUM INTO ?').run(copy)
    await recordAll(sampleLife(second, first, '欧阳小月'))
    let served = serve()
    await served.ready
    await caughtUp(served)
    await served.close()
    const restored = openEmbeddedEventStore({ file: copy })
    const events = await hub.store.readAll({ limit: 1 })
    const again = events.map((event) => ({ ...event, id: randomUUID() }))
    const writes = Array.from({ length: 60 }, (_, index) => ({
      stream: `fair-${'a'.repeat(24)}${index}`,
      expectedRevision: 'no-stream' as const,
      events: again,
    }))
    await restored.append(writes)
    served = views = serveViews({
      ...hub,
      storeId: sampleStoreId,
      store: restored,
      settings: { ...hub.settings, store: { file: copy } },
      folder: folder(),
      onCrash: (reason) => {
        throw new Error(reason)
      },
    })
    await served.ready
    expect(served.checkpoint().position).toBe(await restored.head())
    expect((await served.readerFor(caller).file(first))?.identity.name?.value).toBe('钟一山')
    expect((await served.readerFor(caller).file(second))?.identity.name?.value).toBeUndefined()
    await served.close()
    views = undefined
    await restored.close()
  })

  it('keep events of a type and of a version that this hub does not know, and fold what stands around them', async () => {
    await recordAll(sampleLife(first, second, '钟一山'))
    const newer = { stream: `person-${first}`, time: '2025-02-01T00:00:00.000Z', data: { honour: 'of a later year' } }
    const unknown = await hub.record({ ...newer, id: 'N-1', type: 'veteran-affairs.VeteranPraised.v1' })
    const later = await hub.record({ ...newer, id: 'N-2', type: 'veteran-affairs.VeteranRegistered.v9' })
    await recordAll(sampleLife(second, first, '欧阳小月'))
    const served = serve()
    await served.ready
    await caughtUp(served)
    const reader = served.readerFor(caller)
    expect((await reader.file(first))?.identity.name?.value).toBe('钟一山')
    expect((await reader.file(second))?.identity.name?.value).toBe('欧阳小月')
    for (const id of [unknown, later]) expect((await reader.event(id))?.data).toMatchObject(newer.data)
  })

  it('keep nothing of a rebuild that was broken off', async () => {
    await recordAll(sampleLife(first, second, '钟一山'))
    let served = serve()
    await served.ready
    const file = currentViewFile(folder())!
    const broken = served.rebuild()
    broken.catch(() => undefined)
    await served.close()
    new DatabaseSync(join(folder(), 'views-1-broken.sqlite.building')).exec('CREATE TABLE half (done)')
    served = serve()
    await served.ready
    expect(existsSync(file)).toBe(true)
    expect(filesThere()).not.toContain('views-1-broken.sqlite.building')
    await caughtUp(served)
  })

  it('wait out a fault of the keys, and follow again', async () => {
    await recordAll(sampleLife(first, second, '钟一山'))
    let served = serve()
    await served.ready
    await served.close()
    const masterKeyFile = join(hub.folder, 'master.key')
    const right = readFileSync(masterKeyFile)
    writeFileSync(masterKeyFile, 'ab'.repeat(32))
    served = serve()
    await served.ready
    while (faults.length < 2) await sleep(5)
    expect(faults[0]).toMatchObject({ transient: 'KeysUnavailable' })
    writeFileSync(masterKeyFile, right)
    await recordAll(sampleLife(second, first, '欧阳小月'))
    await caughtUp(served)
  })
})
