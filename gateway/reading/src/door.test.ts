import { join } from 'node:path'
import { openViews, type Views } from '@hub/views/open-views.ts'
import { createProjector } from '@hub/views/project.ts'
import { rebuild } from '@hub/views/rebuild.ts'
import { openSampleHub } from '@hub/views/sample-hub.fixture.ts'
import { first, sampleLife, second } from '@hub/views/sample-life.fixture.ts'
import { newViewName } from '@hub/views/view-files.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { anybody } from './caller.ts'
import { openDoor } from './door.ts'
import { sampleStoreId } from './sample-reading.fixture.ts'

let hub: ReturnType<typeof openSampleHub>
let views: Views

beforeEach(() => {
  hub = openSampleHub()
  views = openViews({ file: join(hub.folder, 'views.sqlite') })
})

afterEach(async () => {
  views.close()
  await hub.close()
})

const project = (batchSize = 2) => createProjector({ ...hub, views, batchSize }).catchUp()
const recordAll = async (said: ReturnType<typeof sampleLife>) => {
  for (const one of said) await hub.record(one)
}
const reader = () => openDoor({ ...hub, views, storeId: sampleStoreId }).readerFor(anybody('test'))

const rowsOf = ({ database }: Views) => ({
  facts: database.prepare('SELECT * FROM facts ORDER BY ordinal, known_from').all(),
  files: database.prepare('SELECT * FROM files ORDER BY person').all(),
  tokens: database.prepare('SELECT * FROM tokens ORDER BY token, person').all(),
  links: database.prepare('SELECT * FROM links ORDER BY a, b, known_from').all(),
  mentions: database.prepare('SELECT * FROM mentions ORDER BY person, file').all(),
  checkpoint: database.prepare('SELECT * FROM checkpoint').all(),
})

describe('the projector', () => {
  it('gives the same views in batches of any size, and built anew', async () => {
    await recordAll(sampleLife(first, second, '钟一山'))
    await project(1)
    await recordAll(sampleLife(second, first, '欧阳小月'))
    await project(3)
    const progress: string[] = []
    const file = await rebuild({
      ...hub,
      name: newViewName(0),
      folder: join(hub.folder, 'views'),
      onProgress: ({ step }) => progress.push(step),
    })
    const rebuilt = openViews({ file, readOnly: true })
    expect(rowsOf(rebuilt)).toEqual(rowsOf(views))
    expect(progress).toEqual(expect.arrayContaining(['events', 'files', 'catching-up']))
    rebuilt.close()
  })

  it('keeps no personal value in the open', async () => {
    await recordAll(sampleLife(first, second, '钟一山'))
    await project()
    expect(JSON.stringify(rowsOf(views))).not.toMatch(/钟一山|莲花巷|1968-03/)
  })

  it('follows the store until it is told to stop', async () => {
    const stop = new AbortController()
    const projector = createProjector({ ...hub, views, onBatch: () => stop.abort() })
    const running = projector.run(stop.signal)
    await hub.record(sampleLife(first, second, '钟一山')[0]!)
    await running
    expect(projector.caughtUpTo()).toBe(await hub.store.head())
  })

  it('puts a fact that comes late in its place', async () => {
    const life = sampleLife(first, second, '钟一山')
    await recordAll([life[0]!, life[3]!])
    await project()
    await recordAll([{ ...life[3]!, id: '0', time: '2019-01-01T00:00:00.000Z' }])
    await project()
    const file = await reader().file(first)
    expect(file?.employment.jobs.map(({ source }) => source.occurredAt.slice(0, 4))).toEqual(['2019', '2022'])
  })
})

describe('facts in streams of their own', () => {
  const stream = `case-${'d'.repeat(26)}`
  const approved = {
    type: 'veteran-affairs.BenefitApproved.v1',
    stream,
    id: 'c1',
    time: '2024-05-01T02:00:00.000Z',
    data: { person: { personId: first }, region: '430302', item: '生活补助', monthly: 80_000 },
  }
  const retracted = {
    type: 'veteran-affairs.FactRetracted.v1',
    stream,
    id: 'c2',
    time: '2024-05-02T02:00:00.000Z',
    data: { stream, region: '430302', reason: '误报' },
    replaces: 'c1',
  }

  it.each([1, 500])(
    'belong to whom they name, and so does a retraction that names nobody (batches of %i)',
    async (size) => {
      await recordAll([sampleLife(first, second, '钟一山')[0]!, approved])
      await project(size)
      expect((await reader().file(first))?.benefits.approvals).toHaveLength(1)
      const then = reader().resolveMoment()
      await hub.record(retracted)
      await project(size)
      expect((await reader().file(first))?.benefits.approvals).toEqual([])
      expect((await reader().file(first, then))?.benefits.approvals).toHaveLength(1)
      const file = await rebuild({ ...hub, folder: hub.folder, name: newViewName(1) })
      const rebuilt = openViews({ file, readOnly: true })
      expect(rowsOf(rebuilt)).toEqual(rowsOf(views))
      rebuilt.close()
    },
  )
})

describe('a person of whom nothing was ever said', () => {
  const nothingRetracted = {
    type: 'veteran-affairs.FactRetracted.v1',
    stream: `person-${second}`,
    id: 'r1',
    time: '2024-05-02T02:00:00.000Z',
    data: { region: '430302', reason: '误报' },
    replaces: 'never-said',
  }

  it.each([1, 500])('has no file and is in no list, whatever is taken back of them (batches of %i)', async (size) => {
    await recordAll(sampleLife(first, first, '钟一山').slice(0, 1))
    await hub.record(nothingRetracted)
    await project(size)
    expect(rowsOf(views).files.map(({ person }) => person)).toEqual([first])
    expect(await reader().file(second)).toBeUndefined()
    const file = await rebuild({ ...hub, folder: hub.folder, name: newViewName(2) })
    const rebuilt = openViews({ file, readOnly: true })
    expect(rowsOf(rebuilt)).toEqual(rowsOf(views))
    rebuilt.close()
    await recordAll(sampleLife(second, first, '欧阳小月').slice(0, 1))
    await project(size)
    expect(await reader().file(second)).toBeDefined()
  })
})

describe('the reader', () => {
  it('reads a file as it stands, and as it was known', async () => {
    await recordAll(sampleLife(first, second, '钟一山'))
    await project()
    const now = await reader().file(first)
    expect(now?.identity.name?.value).toBe('钟一山')
    expect(now?.identities.disability?.value.data.grade).toBe(5)
    expect(now?.status.alive).toBeUndefined()
    const seventh = (await reader().events({}, { after: 6, first: 1 })).items[0]!
    const then = reader().resolveMoment({ asKnownAt: { position: seventh.position } })
    expect(then.ordinal).toBe(7)
    const before = await reader().file(first, then)
    expect(before?.identities.disability?.value.data.grade).toBe(4)
    expect(before?.status.alive?.value).toBe(false)
    expect(reader().resolveMoment({ asKnownAt: { time: then.knownTime } })).toEqual(then)
  })

  it('reads a file as of a day', async () => {
    await recordAll(sampleLife(first, second, '钟一山'))
    await project()
    const file = await reader().file(first, reader().resolveMoment({ asOf: '2022-04-14' }))
    expect(file?.employment.jobs).toEqual([])
    expect(file?.family.marriages).toHaveLength(1)
    expect(await reader().file(first, reader().resolveMoment({ asOf: '1990-01-01' }))).toBeUndefined()
  })

  it('finds by surname, initials and region, and pages with a stable order', async () => {
    await recordAll([...sampleLife(first, second, '钟一山'), ...sampleLife(second, first, '欧阳小月')])
    await project()
    const { search, searchTokens } = reader()
    const found = (by: Parameters<typeof searchTokens>[0]) =>
      search({ tokens: searchTokens(by), first: 10 }).items.map(({ personId }) => personId)
    expect(found({ surname: '欧阳' })).toEqual([second])
    expect(found({ initials: 'zy' })).toEqual([first])
    expect(found({ name: '钟一' })).toEqual([])
    expect(search({ region: '430300', first: 1 })).toMatchObject({ hasMore: true, totalCount: 2 })
    const [one] = search({ first: 1 }).items
    const [other] = search({ first: 1, after: one! }).items
    expect(new Set([one?.personId, other?.personId])).toEqual(new Set([first, second]))
    expect(search({ first: 1, before: other! }).items).toEqual([one])
  })

  it('folds linked persons together while they are linked', async () => {
    await recordAll([...sampleLife(first, second, '钟一山'), ...sampleLife(second, first, '欧阳小月')])
    const link = { stream: `identity-${first}`, time: '2025-01-01T00:00:00.000Z', data: { persons: [first, second] } }
    await hub.record({ ...link, id: 'l1', type: 'hub.IdentityLinked.v1' })
    await project()
    const linked = reader().resolveMoment()
    expect((await reader().file(second))?.persons).toEqual([first, second])
    expect((await reader().file(second))?.employment.jobs).toHaveLength(2)
    await hub.record({ ...link, id: 'l2', type: 'hub.IdentityUnlinked.v1' })
    await project()
    expect((await reader().file(second))?.persons).toEqual([second])
    expect((await reader().file(second, linked))?.persons).toEqual([first, second])
  })

  it('shows an erased person without what was sealed', async () => {
    await recordAll(sampleLife(first, second, '钟一山'))
    await project()
    await hub.keys.destroy(first)
    await hub.record({
      id: 'e',
      type: 'hub.PersonErased.v1',
      stream: 'erasure-1',
      time: '2025-06-01T00:00:00.000Z',
      data: { person: { personId: first } },
    })
    await project()
    const file = await reader().file(first)
    expect(file?.lost).toBe('all')
    expect(file?.identity.name).toBeUndefined()
    expect(file?.identity.sex).toBeUndefined()
    expect(file?.identity.registeredOn?.value).toBe('2020-01-06')
    expect(views.database.prepare('SELECT * FROM tokens').all()).toEqual([])
  })

  it('gives a timeline, newest first, and single events with their personal fields', async () => {
    await recordAll(sampleLife(first, second, '钟一山'))
    await project()
    const page = await reader().timeline(first, { first: 4 })
    const { time, ordinal } = page.items.at(-1)!
    const rest = await reader().timeline(first, { first: 10, after: [time, ordinal] })
    expect(page.items.length + rest.items.length).toBe(9)
    expect(rest.items.at(-1)?.name).toBe('MarriageRegistered')
    const registration = (await reader().events({ names: ['VeteranRegistered'] }, { first: 5 })).items[0]!
    expect((await reader().event(registration.eventId))?.data.name).toBe('钟一山')
    expect((await reader().factsOf([3, 1])).map(({ ordinal }) => ordinal)).toEqual([3, 1])
  })
})
