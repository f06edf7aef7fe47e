import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedEventStore } from '@hub/event-store/embedded-event-store.ts'
import { exampleSource, recordedEvent } from '@hub/event-store/recorded-event.fixture.ts'
import { openEmbeddedPersonKeys } from '@hub/keys/embedded-person-keys.ts'
import { loadOrCreateKeyFile } from '@hub/keys/key-files.ts'
import { lookUpType } from '@hub/schemas/catalogue.ts'
import { canonicalJson } from '@hub/schemas/format/canonical-json.ts'
import { eventIdOf } from '@hub/schemas/format/event-id.ts'
import { deriveHubKeys } from '@hub/schemas/format/hub-keys.ts'
import { numberTokenOf, openTokenOf, parseStreamName } from '@hub/schemas/format/stream-name.ts'
import type { TokenOf } from '@hub/schemas/open-field.ts'
import { personsDescribed, sealEvent } from '@hub/sealing/sealing.ts'
import type { ViewsSettings } from './engines.ts'
import { verifiedStore } from './verified-store.ts'

/** What is said in a test. */
export type Said = {
  type: string
  stream: string
  id: string
  time: string
  data: Record<string, unknown>
  /** Id of the fact that it corrects or retracts. */
  replaces?: string
  /** What it says that it came of. */
  causationid?: string
  recordedtime?: string
}

/** What a type that no vocabulary has is said with: nothing of it is sealed. */
const notSealed = { personField: undefined, sealedFields: [], openFields: [] }

/** The keys of the hub that tests have. */
export const sampleHubKeys = deriveHubKeys(new Uint8Array(32).fill(9))

/** A store, keys and a folder for views that are removed by `close`; `record` seals and appends as the intake and recorder do. */
export const openSampleHub = () => {
  const folder = mkdtempSync(join(tmpdir(), 'views-'))
  const store = openEmbeddedEventStore({ file: join(folder, 'store.sqlite') })
  const masterKeyFile = join(folder, 'master.key')
  const keys = openEmbeddedPersonKeys({
    file: join(folder, 'keys.sqlite'),
    masterKey: loadOrCreateKeyFile(masterKeyFile),
  })
  const hubKeys = sampleHubKeys
  let recorded = 0

  const record = async (said: Said) => {
    const source = exampleSource(said.type)
    const eventId = eventIdOf(source, said.id, said.stream)
    const { category, id } = parseStreamName(said.stream)
    const data = category === 'person' ? { person: { personId: id }, ...said.data } : said.data
    const entry = lookUpType(said.type)
    const marks = entry?.earlier ?? entry?.definition ?? notSealed
    const own = category === 'person' ? [id] : []
    const found = await keys.ensure([...personsDescribed(marks, data, said.stream), ...own])
    const { localIds } = hubKeys
    const tokenOf: TokenOf = (text, of) => (of ? numberTokenOf(localIds, of, text) : openTokenOf(localIds, text))
    const sealed = sealEvent(marks, eventId, data, said.stream, { keys: found, tokenOf })
    if (sealed.status !== 'sealed') throw new Error(`a sample is not sealed: ${sealed.status}`)
    const at = said.recordedtime ?? new Date(Date.UTC(2025, 0, 1) + 1000 * ++recorded).toISOString()
    const { type, id: saidId, time, stream, causationid } = said
    const replaces = said.replaces === undefined ? undefined : `${source}#${said.replaces}`
    const [last] = await store.readStream(stream, { direction: 'backwards', limit: 1 })
    const revision = last ? last.revision + 1 : 0
    const text = canonicalJson(sealed.data)
    const about = { type, id: saidId, stream, revision, time, recordedtime: at, replaces, causationid }
    const event = recordedEvent(hubKeys, { ...about, data: text })
    await store.append([{ stream, expectedRevision: last?.revision ?? 'no-stream', events: [event] }])
    return eventId
  }

  const close = async () => {
    await store.close()
    await keys.close()
    rmSync(folder, { recursive: true, force: true })
  }
  /** What a thread opens for itself. */
  const settings: ViewsSettings = {
    store: { file: join(folder, 'store.sqlite') },
    keys: { file: join(folder, 'keys.sqlite'), masterKeys: { file: masterKeyFile } },
    hubKeys,
  }
  return { folder, store: verifiedStore(store, hubKeys.admission), keys, hubKeys, settings, record, close }
}
