import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openEmbeddedEventStore } from '@hub/event-store/embedded-event-store.ts'
import { receiptState } from '@hub/event-store/receipt-state.ts'
import { admittedMessage } from '@hub/recorder/admitted-message.fixture.ts'
import { departmentOfSource } from '@hub/schemas/envelope.ts'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { audit } from './audit.ts'
import { type Acknowledged, departmentSender, type SentFact } from './department-sender.ts'
import { type KillableHub, killableHub } from './killable-hub.ts'
import { isLong, seed } from './long-form.ts'
import { seededRandom } from './seeded-random.ts'

const kills = isLong ? 200 : 20

const sources = [
  { source: '/departments/veteran-affairs/archive', type: 'veteran-affairs.MeritRecorded.v1' },
  { source: '/departments/civil-affairs/registry', type: 'civil-affairs.CremationRegistered.v1' },
  { source: '/departments/finance/treasury', type: 'finance.PaymentDisbursed.v2' },
  { source: '/departments/hr/employment', type: 'hr.EmploymentStarted.v1' },
]
const streams = ['a', 'b', 'c'].map((letter) => `person-1${letter.repeat(26)}`)

let folder = ''
let hub: KillableHub
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recorder-kill-'))
  hub = killableHub(folder)
})
afterEach(async () => {
  await hub.kill()
  rmSync(folder, { recursive: true })
})

it(`records everything once through ${kills} kills (SEED=${seed})`, async () => {
  const random = seededRandom(seed)
  const sendTo =
    (stream: string) =>
    async ({ amount, ...fact }: SentFact): Promise<Acknowledged> => {
      const message = admittedMessage({ ...fact, stream, data: { amount } })
      await hub.publish([message])
      const { ce_eventid, ce_contentdigest, ce_submission } = message.headers
      return {
        department: departmentOfSource(fact.source)!,
        stream,
        eventId: ce_eventid!,
        digest: ce_contentdigest!,
        submission: ce_submission!,
      }
    }
  const senders = sources.flatMap((one) =>
    streams.map((stream) => departmentSender({ send: sendTo(stream), ...one, random })),
  )
  let sending = true
  const working = Promise.all(
    senders.map(async ({ step }) => {
      while (sending) await step()
    }),
  )
  for (let kill = 0; kill < kills; kill++) {
    await hub.start()
    await pause(5 + random() * 250)
    await hub.kill()
  }
  sending = false
  await hub.start()
  await working
  await hub.drain()

  const store = openEmbeddedEventStore({ file: join(folder, 'events.db') })
  try {
    const receipt = async (of: Acknowledged) => (await receiptState(store, { store: '', ...of })).state
    const audited = await audit({ store, senders, receiptState: receipt })
    expect(audited).toMatchObject({ lost: 0, doubled: 0, faults: [] })
    const attempts = senders.flatMap((sender) => sender.attempts)
    // The test is worth something only if kills did come between.
    expect(attempts.some(({ acknowledged }) => !acknowledged)).toBe(true)
  } finally {
    await store.close()
  }
})
