import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openEmbeddedEventStore } from '@hub/event-store/embedded-event-store.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { admittedMessage, delivered, exampleRecorderKeys } from './admitted-message.fixture.ts'
import { createRecorder } from './record.ts'
import { storeKept } from './store-mark.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mark-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const opened = (name: string) => {
  const store = openEmbeddedEventStore({ file: join(folder, name) })
  const recorder = createRecorder({
    store,
    keys: exampleRecorderKeys,
    now: Date.now,
    simulated: false,
  })
  return {
    ...storeKept(store),
    close: store.close,
    record: (id: string) => recorder.record(delivered([admittedMessage({ id })])),
  }
}

describe('the mark of a store', () => {
  it('is nothing for an empty one, and kept for as long as its event is', async () => {
    const store = opened('one.db')
    expect(await store.mark()).toBe('')
    await store.record('1')
    const mark = await store.mark()
    await store.record('2')
    expect(await store.lacks(mark)).toBe(false)
    expect(await store.lacks(await store.mark())).toBe(false)
    await store.close()
  })

  it('is lacked by an older copy, also after that has grown in another way', async () => {
    const first = opened('one.db')
    await first.record('1')
    await first.close()
    cpSync(join(folder, 'one.db'), join(folder, 'backup.db'))
    const store = opened('one.db')
    await store.record('2')
    await store.record('3')
    const mark = await store.mark()
    await store.close()
    const restored = opened('backup.db')
    expect(await restored.lacks(mark)).toBe(true)
    for (const id of ['7', '8', '9']) await restored.record(id)
    expect(await restored.lacks(mark)).toBe(true)
    await restored.close()
  })
})
