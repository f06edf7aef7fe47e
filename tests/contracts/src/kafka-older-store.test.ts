import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type KafkaNotice, openKafkaBroker } from '@hub/broker/kafka-broker.ts'
import { kafkaConnection } from '@hub/broker/kafka-connection.ts'
import { openEmbeddedEventStore } from '@hub/event-store/embedded-event-store.ts'
import { realEngine } from '@hub/local/real-engine.fixture.ts'
import { admittedMessage, exampleRecorderKeys } from '@hub/recorder/admitted-message.fixture.ts'
import { createRecorder } from '@hub/recorder/record.ts'
import { storeKept } from '@hub/recorder/store-mark.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { freshStream } from './samples.ts'

const kafka = await realEngine('kafka')

describe.skipIf(kafka.missing !== undefined)(
  kafka.missing ?? 'a store older than what Kafka’s group has committed',
  () => {
    let folder = ''
    const topic = `older-${crypto.randomUUID()}`
    beforeEach(() => {
      folder = mkdtempSync(join(tmpdir(), 'hub-older-'))
    })
    afterEach(() => rmSync(folder, { recursive: true, force: true }))

    /** A recorder on a store's file, until as many messages have been handled. */
    const record = async (file: string, count: number) => {
      const notices: KafkaNotice[] = []
      const store = openEmbeddedEventStore({ file })
      const broker = await openKafkaBroker({
        connection: kafkaConnection(kafka.url!),
        topics: [topic],
        group: `recorder-${topic}`,
        observe: (notice) => notices.push(notice),
      })
      const recorder = createRecorder({
        store,
        keys: exampleRecorderKeys,
        now: Date.now,
        simulated: false,
      })
      const controller = new AbortController()
      let handled = 0
      const handle = async (batch: Parameters<typeof recorder.record>[0]) => {
        // The topic is this test's own; admitted is what stands on the department's.
        await recorder.record(batch.map((message) => ({ ...message, topic: 'finance' })))
        handled += batch.length
        if (handled >= count) controller.abort()
      }
      await broker.consume({ topics: [topic], signal: controller.signal, handle, kept: storeKept(store) })
      const ids = (await store.readAll()).map(({ id }) => id)
      await broker.close()
      await store.close()
      return { ids, handled, rewound: notices.some(({ kind }) => kind === 'rewound') }
    }
    const publish = async (from: number, to: number) => {
      const broker = await openKafkaBroker({ connection: kafkaConnection(kafka.url!), topics: [topic] })
      const messages = Array.from({ length: to - from }, (_, index) => ({
        ...admittedMessage({ id: `${from + index}`, stream: freshStream('person') }),
        topic,
      }))
      await broker.publish(messages)
      await broker.close()
    }

    it('is noticed: the group is rewound, and every event is in the store once', async () => {
      const [file, backup] = [join(folder, 'store.db'), join(folder, 'backup.db')]
      await publish(0, 20)
      expect(await record(file, 20)).toMatchObject({ handled: 20, rewound: false })
      cpSync(file, backup)
      await publish(20, 50)
      const before = await record(file, 30)
      expect(before).toMatchObject({ handled: 30, rewound: false })
      expect(before.ids).toHaveLength(50)
      const after = await record(backup, 50)
      expect(after).toMatchObject({ handled: 50, rewound: true })
      expect(after.ids).toHaveLength(50)
      expect(new Set(after.ids)).toEqual(new Set(before.ids))
      await publish(50, 51)
      expect(await record(backup, 1)).toMatchObject({ handled: 1, rewound: false })
    }, 240_000)
  },
)
