import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ProjectorNews } from './projector-thread.ts'
import { openSampleHub } from './sample-hub.ts'
import { first, sampleLife, second } from './sample-life.ts'
import { type ServedViews, serveViews, ViewsNotBuilt } from './served-views.ts'
import { currentViewFile, pointTo, viewPrefix } from './view-files.ts'

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

const folder = () => join(hub.folder, 'views')
const filesThere = () => readdirSync(folder()).filter((name) => name.endsWith('.sqlite') || name.endsWith('.building'))

const serve = () => {
  views = serveViews({
    ...hub,
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
  while (served.reader().checkpoint().position < head) await sleep(5)
  return head
}

describe('served views', () => {
  it('are built where there are none, and follow the store', async () => {
    await recordAll(sampleLife(first, second, '钟一山'))
    const served = serve()
    expect(() => served.reader()).toThrow(ViewsNotBuilt)
    await served.ready
    await caughtUp(served)
    await recordAll(sampleLife(second, first, '欧阳小月'))
    await caughtUp(served)
    expect((await served.reader().file(second))?.identity.name?.value).toBe('欧阳小月')
  })

  it('go on while they are built anew; who holds the old ones reads on in them', async () => {
    await recordAll(sampleLife(first, second, '钟一山'))
    const served = serve()
    await served.ready
    const seen = await caughtUp(served)
    const held = served.reader()
    const building = served.rebuild()
    expect(served.reader()).toBe(held)
    await building
    const next = served.reader()
    expect(next).not.toBe(held)
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
    const before = served.reader()
    expect((await before.file(first))?.identity.name?.value).toBe('钟一山')
    while (served.reader() === before) await sleep(5)
    expect(currentViewFile(folder())).toBeDefined()
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
    expect(faults[0]).toMatchObject({ faltering: 'KeysUnavailable' })
    writeFileSync(masterKeyFile, right)
    await recordAll(sampleLife(second, first, '欧阳小月'))
    await caughtUp(served)
  })
})
