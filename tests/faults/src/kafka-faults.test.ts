import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Broker, BrokerUnavailable } from '@hub/broker/broker.ts'
import { openKafkaBroker } from '@hub/broker/kafka-broker.ts'
import { kafkaConnection } from '@hub/broker/kafka-connection.ts'
import { type RunningFace, startFace } from '@hub/contracts/grpc-face/running-face.ts'
import { openEventStore } from '@hub/event-store/open-event-store.ts'
import { type LocalKafka, startKafka } from '@hub/local/kafka.ts'
import { missingKafka } from '@hub/local/kafka-jars.ts'
import { submittingDepartments } from '@hub/schemas/department.ts'
import { topicOf } from '@hub/schemas/envelope.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { audit } from './audit.ts'
import { departmentSender, type Sender } from './department-sender.ts'
import { type KeptRecorder, keptRecorder } from './kept-recorder.ts'
import { NoAnswer } from './killable-hub.ts'
import { seededRandom } from './seeded-random.ts'

const missing = missingKafka()
if (missing !== undefined && process.env.REQUIRE_REAL === '1') throw new Error(missing)

const seed = Number(process.env.SEED ?? Date.now() % 1_000_000)
const sessionMs = 6_000
const topics = submittingDepartments.map(topicOf)
const sources = [
  { source: '/departments/veteran-affairs/archive', type: 'veteran-affairs.MeritRecorded.v1' },
  { source: '/departments/finance/treasury', type: 'finance.PaymentDisbursed.v2' },
]
const streams = ['a', 'b', 'c'].map((letter) => `person-1${letter.repeat(26)}`)

const until = async (what: string, isSo: () => boolean | Promise<boolean>) => {
  for (let waited = 0; !(await isSo()); waited += 50) {
    if (waited > 120_000) throw new Error(`${what} has not come`)
    await pause(50)
  }
}

describe.skipIf(missing !== undefined)(missing ?? `on a real Kafka (SEED=${seed})`, () => {
  let folder = ''
  let kafka: LocalKafka
  let face: RunningFace
  let broker: Broker
  let recorders: KeptRecorder[]
  let senders: Sender[]
  let sending = true
  let working: Promise<unknown>

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hub-kafka-faults-'))
    kafka = await startKafka({ folder })
    face = await startFace({ alone: true })
    broker = await openKafkaBroker({ connection: kafkaConnection(kafka.url), topics, patienceMs: 5_000 })
    recorders = []
    const random = seededRandom(seed)
    const hub = {
      publish: (messages: Parameters<Broker['publish']>[0]) =>
        broker.publish(messages).catch((error: Error) => {
          throw error instanceof BrokerUnavailable ? new NoAnswer(error.message) : error
        }),
    }
    senders = sources.flatMap((one) => streams.map((stream) => departmentSender({ hub, ...one, stream, random })))
    sending = true
    working = Promise.all(
      senders.map(async ({ step }) => {
        while (sending) {
          await step()
          await pause(50)
        }
      }),
    )
  }, 180_000)

  afterEach(async () => {
    sending = false
    await Promise.all(recorders.map((recorder) => recorder.stop()))
    await broker?.close()
    await kafka?.stop()
    await face?.end()
    rmSync(folder, { recursive: true, force: true })
  }, 120_000)

  const joining = () => {
    const recorder = keptRecorder(kafka.url, face.url, String(sessionMs))
    recorders.push(recorder)
    return recorder
  }
  const acknowledged = () => senders.reduce((sum, { order }) => sum + order.length, 0)
  const untilMoreAcknowledged = async () => {
    const before = acknowledged()
    await until('an acknowledgement', () => acknowledged() > before + 5)
  }
  const shared = (...of: KeptRecorder[]) =>
    until('the sharing of the partitions', () => of.reduce((sum, one) => sum + one.partitions(), 0) === 24)

  /** Everything acknowledged is recorded, once and in order; nothing else is there; receipts tell the truth. */
  const settle = async () => {
    sending = false
    await working
    await until('the end of the lag', async () => (await broker.lag()).messages === 0)
    const store = await openEventStore({ url: face.url })
    await audit(store, senders)
    await store.close()
    expect(acknowledged()).toBeGreaterThan(10)
  }

  it('records everything once when the broker is killed and comes back, twice', async () => {
    await shared(joining())
    for (let kill = 0; kill < 2; kill++) {
      await untilMoreAcknowledged()
      await kafka.kill()
      await pause(2_000)
      await kafka.restart()
      await untilMoreAcknowledged()
    }
    await settle()
  }, 400_000)
})
