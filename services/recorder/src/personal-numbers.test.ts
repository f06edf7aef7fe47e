import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedEventStore } from '@hub/event-store/embedded-event-store.ts'
import type { EventStore } from '@hub/event-store/event-store.ts'
import { SubmissionRejected } from '@hub/schemas/hub/events.ts'
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  admittedMessage,
  delivered,
  type ExampleSubmission,
  exampleRecorderKeys,
  exampleStream,
} from './admitted-message.fixture.ts'
import { openKeptMessage } from './kept-message.ts'
import { createRecorder } from './record.ts'

let folder = ''
let store: EventStore
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recorder-'))
  store = openEmbeddedEventStore({ file: join(folder, 'events.db') })
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

const number = '430302195803121239'
const recorder = () =>
  createRecorder({
    store,
    keys: exampleRecorderKeys,
    now: () => Date.parse('2025-03-05T00:00:00.000Z'),
    simulated: false,
  })

it.each<[string, Partial<ExampleSubmission>]>([
  ['an id', { id: `A-${number}` }],
  ['open data', { data: { amount: 100, note: `电话 ${number}` } }],
  ['a source', { source: `/departments/finance/${number}` }],
  ['the name of a stream', { stream: `roll-${number}` }],
  ['a type that this version does not know', { type: `finance.Unheard.v${number}` }],
  ['a sequence', { said: { sequence: number } }],
])(
  'an admitted message with a citizen number in %s is kept as rejected, in a box, and holds nothing up',
  async (_where, example) => {
    const batch = delivered([{ id: '1' }, { id: '2', ...example }, { id: '3' }].map(admittedMessage))
    const expected = { recorded: 2, duplicates: 0, rejected: ['PERSONAL_NUMBER'], notAdmitted: [] }
    expect(await recorder().record(batch)).toMatchObject(expected)
    expect(await recorder().record(batch)).toMatchObject({ ...expected, recorded: 2 })
    expect(await store.readStream(exampleStream)).toHaveLength(2)
    const events = await store.readAll()
    const [rejection, ...others] = events.filter(({ type }) => type === SubmissionRejected.type)
    expect(others).toEqual([])
    const kept = JSON.parse(rejection!.data)
    expect(openKeptMessage(exampleRecorderKeys.rejections, rejection!.id, kept.boxedMessage)).toContain(number)
    for (const name of ['events.db', 'events.db-wal'])
      expect(readFileSync(join(folder, name)).includes(number), name).toBe(false)
  },
)
