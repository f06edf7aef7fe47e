import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { subscribe } from '@hub/graphql/schema/sample-subscriber.fixture.ts'
import { openSampleHub } from '@hub/views/sample-hub.fixture.ts'
import { first, second } from '@hub/views/sample-life.fixture.ts'
import { afterAll, expect, it } from 'vitest'
import { isLong, seed } from './long-form.ts'
import { seededRandom } from './seeded-random.ts'

/** In the long form as often as an oversight office has clients. */
const kills = isLong ? 50 : 5
const subscribers = 50
const program = fileURLToPath(new URL('./gateway-process.ts', import.meta.url))

const hub = openSampleHub()
const settings = JSON.stringify({ ...hub.settings, hubKeys: undefined })
let gateway: ChildProcess | undefined
afterAll(async () => {
  gateway?.kill('SIGKILL')
  await hub.close()
})

const start = async (port: string): Promise<string> => {
  gateway = fork(program, [hub.folder, settings, port], {
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = once(gateway, 'exit').then(() => Promise.reject(new Error('the gateway did not start')))
  ended.catch(() => undefined)
  const [{ url }] = (await Promise.race([once(gateway, 'message'), ended])) as [{ url: string }]
  return url
}
const kill = async () => {
  const exit = once(gateway!, 'exit')
  gateway!.kill('SIGKILL')
  await exit
}

const recordJob = (n: number) =>
  hub.record({
    type: 'hr.EmploymentStarted.v1',
    stream: `person-${n % 2 === 0 ? first : second}`,
    id: `job-${n}`,
    time: '2024-01-01T00:00:00.000Z',
    data: {
      region: '430302',
      handledBy: [{ officialId: 'O-1', duty: '经办' }],
      employerUscc: '91430300MA4L000000',
      postKind: '设备维护',
      via: '自主',
      startedOn: '2024-01-01',
    },
  })

type Came = { recordedEvents: { cursor: string; events: { eventId: string }[] } }
const query = 'subscription ($after: String) { recordedEvents(after: $after) { cursor events { eventId } } }'

it(`brings every event once through ${kills} kills, views built anew among them, to ${subscribers} (SEED=${seed})`, async () => {
  const random = seededRandom(seed)
  const recorded: string[] = []
  let recording = true
  const writing = (async () => {
    while (recording) {
      recorded.push(await recordJob(recorded.length))
      await pause(random() * 20)
    }
  })()
  const url = await start('0')
  const { port } = new URL(url)

  let listening = true
  let cutOff = 0
  const follow = async (): Promise<string[]> => {
    const seen: string[] = []
    let after = '0'.repeat(32)
    while (listening && (recording || seen.length < recorded.length)) {
      const { payloads, leave } = subscribe<Came>(`${url}/graphql`, query, { after })
      try {
        for await (const { data } of payloads) {
          if (!data) break
          seen.push(...data.recordedEvents.events.map(({ eventId }) => eventId))
          after = data.recordedEvents.cursor
          if (!recording && seen.length >= recorded.length) break
        }
      } catch {
        cutOff++
        await pause(20 + random() * 80)
      }
      leave()
    }
    return seen
  }
  const following = Array.from({ length: subscribers }, follow)

  for (let round = 1; round <= kills; round++) {
    await pause(200 + random() * 600)
    await kill()
    if (round % 5 === 0) rmSync(join(hub.folder, 'served-views'), { recursive: true })
    await start(port)
  }
  await pause(500)
  recording = false
  await writing
  const late = setTimeout(() => {
    listening = false
  }, 120_000)
  for (const seen of await Promise.all(following)) expect(seen).toEqual(recorded)
  clearTimeout(late)
  // Worth something only if the kills did come between.
  expect(cutOff).toBeGreaterThan(subscribers)
})
