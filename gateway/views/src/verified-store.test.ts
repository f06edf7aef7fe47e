import { join } from 'node:path'
import { recordedEvent } from '@hub/event-store/recorded-event.fixture.ts'
import { lookUpType } from '@hub/schemas/catalogue.ts'
import { canonicalJson } from '@hub/schemas/format/canonical-json.ts'
import { eventIdOf } from '@hub/schemas/format/event-id.ts'
import { deriveHubKeys } from '@hub/schemas/format/hub-keys.ts'
import { sealEvent } from '@hub/sealing/sealing.ts'
import { openSqlite } from '@hub/sqlite/sqlite-connection.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readCheckpoint } from './checkpoint.ts'
import { openViews, type Views } from './open-views.ts'
import { createProjector } from './project.ts'
import { countFaults, readFaults } from './projections/faults.ts'
import { rebuild } from './rebuild.ts'
import { openSampleHub } from './sample-hub.fixture.ts'
import { first, sampleLife, second } from './sample-life.fixture.ts'
import { verifyViews } from './verify/verify-views.ts'

let hub: ReturnType<typeof openSampleHub>
let views: Views
beforeEach(async () => {
  hub = openSampleHub()
  views = openViews({ file: join(hub.folder, 'views.sqlite') })
  for (const said of sampleLife(first, second, '钟一山')) await hub.record(said)
})
afterEach(async () => {
  views.close()
  await hub.close()
})

/** Changes a row of the store as nobody may. */
const change = (sql: string, ...values: (string | number)[]) => {
  const connection = openSqlite({ file: join(hub.folder, 'store.sqlite') })
  connection.database.prepare(sql).run(...values)
  connection.close()
}
const stream = `person-${first}`
const row = async () => (await hub.store.readStream(stream))[0]!
const factsOf = (from: Views) =>
  from.database.prepare('SELECT ordinal, event_id FROM facts WHERE known_from = ordinal ORDER BY ordinal').all()

const others = deriveHubKeys(new Uint8Array(32).fill(1))

/** The first event's metadata, changed. */
const withMetadata = async (changes: (metadata: Record<string, unknown>) => object) => {
  const { metadata } = await row()
  change(
    'UPDATE events SET metadata = ? WHERE stream = ? AND revision = 0',
    canonicalJson(changes(JSON.parse(metadata))),
    stream,
  )
}
const flipped = (text: string, at: number) => text.slice(0, at) + (text[at] === '7' ? '8' : '7') + text.slice(at + 1)

describe('an event of the store', () => {
  it.each<[string, string, () => Promise<void>]>([
    ['without an admission', 'MISSING', () => withMetadata(({ admission: _, ...rest }) => rest)],
    ['that no recorder has recorded', 'MISSING', () => withMetadata(({ recording: _, ...rest }) => rest)],
    [
      "with another department's admission",
      'OF_ANOTHER',
      async () => {
        const { type, data, metadata } = await row()
        const { id, time, recordedtime } = JSON.parse(metadata)
        const own = { type, id, stream, revision: 0, data, time, recordedtime }
        const { hr } = hub.hubKeys.admission
        const admission = { ...hub.hubKeys.admission, 'veteran-affairs': hr, 'civil-affairs': hr }
        const forged = recordedEvent({ admission }, own)
        change('UPDATE events SET metadata = ? WHERE stream = ? AND revision = 0', forged.metadata, stream)
      },
    ],
    [
      "with another hub's admission",
      'ALTERED',
      async () => {
        const { type, data, metadata } = await row()
        const { id, time, recordedtime } = JSON.parse(metadata)
        const forged = recordedEvent(others, { type, id, stream, revision: 0, data, time, recordedtime })
        change('UPDATE events SET metadata = ? WHERE stream = ? AND revision = 0', forged.metadata, stream)
      },
    ],
    [
      'with a flipped byte in its data',
      'ALTERED',
      async () => {
        const { data } = await row()
        const at = data.indexOf('"region":"') + 12
        change('UPDATE events SET data = ? WHERE stream = ? AND revision = 0', flipped(data, at), stream)
      },
    ],
    [
      'with a flipped byte in its box',
      'ALTERED',
      async () => {
        const { data } = await row()
        const at = data.indexOf('"box":"') + 40
        change('UPDATE events SET data = ? WHERE stream = ? AND revision = 0', flipped(data, at), stream)
      },
    ],
    [
      'with a later time of recording',
      'ALTERED',
      () => withMetadata((metadata) => ({ ...metadata, recordedtime: '9999-01-01T00:00:00.000Z' })),
    ],
    [
      'that is no JSON any more',
      'ALTERED',
      async () => change('UPDATE events SET metadata = ? WHERE stream = ? AND revision = 0', '{"', stream),
    ],
  ])('%s is not folded, by the projector and a rebuild alike, and is named', async (_what, fault, alter) => {
    await alter()
    await createProjector({ ...hub, views, batchSize: 2 }).catchUp()
    const place = { ordinal: 1, stream, revision: 0, fault }
    expect([countFaults(views), readFaults(views, 10)]).toEqual([1, [place]])
    expect(factsOf(views).map(({ ordinal }) => ordinal)).not.toContain(1)
    expect(readCheckpoint(views).knownTime < '2026').toBe(true)

    const anew = openViews({ file: await rebuild({ ...hub, folder: hub.folder, name: 'anew.sqlite' }), readOnly: true })
    expect(readFaults(anew, 10)).toEqual([place])
    expect(factsOf(anew)).toEqual(factsOf(views))
    anew.close()

    const faulty: unknown[] = []
    const verified = await verifyViews({
      ...hub,
      viewsFile: views.file,
      onDifference: () => undefined,
      onFaulty: (event) => faulty.push(event),
    })
    expect([verified.differences, verified.faulty, faulty]).toEqual([0, 1, [place]])
  })

  it('that was altered after it was folded is found by who verifies', async () => {
    await createProjector({ ...hub, views }).catchUp()
    await withMetadata(({ admission: _, ...rest }) => rest)
    const faulty: unknown[] = []
    const verified = await verifyViews({
      ...hub,
      viewsFile: views.file,
      onDifference: () => undefined,
      onFaulty: (event) => faulty.push(event),
    })
    expect(verified.differences).toBeGreaterThan(0)
    expect(faulty).toEqual([{ ordinal: 1, stream, revision: 0, fault: 'MISSING' }])
  })

  it('that came a second time at another place of its stream counts once', async () => {
    const { id, type, data, metadata } = await row()
    const { length } = await hub.store.readStream(stream)
    await hub.store.append([{ stream, expectedRevision: length - 1, events: [{ id, type, data, metadata }] }])
    await createProjector({ ...hub, views }).catchUp()
    expect(readFaults(views, 10)).toMatchObject([{ stream, revision: length, fault: 'ALTERED' }])
  })
})

it('a box that does not open under a key that is there is damaged, and never erased', async () => {
  const said = { ...sampleLife(first, second, '欧阳小月')[0]!, id: 'damaged', stream }
  const { definition } = lookUpType(said.type)!
  const wrongKey = new Map([first, second].map((person) => [person, { version: 1, key: new Uint8Array(32).fill(4) }]))
  const [department] = said.type.split('.')
  const eventId = eventIdOf(`/departments/${department}/ledger`, said.id, stream)
  const data = { person: { personId: first }, ...said.data }
  const sealed = sealEvent(definition, eventId, data, stream, { keys: wrongKey, tokenOf: (text) => text })
  if (sealed.status !== 'sealed') throw new Error('the sample is not sealed')
  const { length } = await hub.store.readStream(stream)
  const at = { time: said.time, recordedtime: '2025-06-01T00:00:00.000Z' }
  const about = { type: said.type, id: said.id, stream, revision: length, data: canonicalJson(sealed.data), ...at }
  await hub.store.append([{ stream, expectedRevision: length - 1, events: [recordedEvent(hub.hubKeys, about)] }])

  await createProjector({ ...hub, views }).catchUp()
  expect(readFaults(views, 10)).toMatchObject([{ stream, revision: length, fault: 'DAMAGED' }])
  const anew = openViews({ file: await rebuild({ ...hub, folder: hub.folder, name: 'anew.sqlite' }), readOnly: true })
  expect(readFaults(anew, 10)).toEqual(readFaults(views, 10))
  anew.close()
})
