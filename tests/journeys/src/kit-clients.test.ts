import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openEventStore } from '@hub/event-store/open-event-store.ts'
import { dataFiles } from '@hub/hub/data-files.ts'
import type { Hub } from '@hub/hub/hub.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { citizenNumberOf, hubFolder, startOn } from './running-hub.ts'

const source = '/departments/finance/treasury'
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** An invented payment that was stopped, in the stream of one of three persons. */
const stopped = (id: string, order: number, more: Record<string, unknown> = {}) => ({
  specversion: '1.0',
  id,
  source,
  type: 'finance.PaymentStopped.v1',
  time: '2025-03-04T09:30:00+08:00',
  ...more,
  data: {
    person: { citizenNumber: citizenNumberOf(order % 3) },
    region: '430302',
    handledBy: [{ officialId: 'O-1001', duty: '经办' }],
    orderId: `ZF-${id}`,
    stoppedOn: '2025-03-04',
    reason: '领取人死亡',
  },
})

/** A round's events; the last corrects the first. */
const eventsOfRound = (name: string, round: number, count: number) => {
  const id = (index: number) => `${name}-${round}-${index}`
  return Array.from({ length: count }, (_, index) =>
    index === count - 1 && index > 0
      ? stopped(id(index), round * count, { replaces: `${source}#${id(0)}`, replacesreason: 'clerical-error' })
      : stopped(id(index), round * count + (index === 0 ? 0 : index)),
  )
}

const { folder, remove } = hubFolder()
let hub: Hub
beforeAll(async () => {
  hub = await startOn(folder)
})
afterAll(async () => {
  await hub.stop()
  remove()
})

const clients = [
  {
    name: 'TypeScript',
    command: process.execPath,
    args: [here('./put-and-send.fixture.ts')],
    here: true,
    rounds: 20,
    /** Longest life of a round, ms. */
    life: 1_500,
  },
]

type Ran = { lines: string[]; errors: string; code: number | null }

/** Runs a client on events; kills it after so many ms, where it is told to. */
const run = (client: (typeof clients)[number], outbox: string, events: readonly object[], killAfter?: number) =>
  new Promise<Ran>((resolve) => {
    const child = spawn(client.command, [...client.args, hub.url, outbox], { stdio: ['pipe', 'pipe', 'pipe'] })
    let output = ''
    let errors = ''
    child.stdout.setEncoding('utf8').on('data', (text) => (output += text))
    child.stderr.setEncoding('utf8').on('data', (text) => (errors += text))
    child.stdin.on('error', () => undefined)
    child.stdin.end(events.map((event) => `${JSON.stringify(event)}\n`).join(''))
    const killing = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter)
    child.once('close', (code) => {
      clearTimeout(killing)
      // What was cut off within a line was not said.
      resolve({ lines: output.split('\n').slice(0, -1), errors, code })
    })
  })

/** How often each id of the source stands in the hub's store. */
const recorded = async (): Promise<Map<string, number>> => {
  const store = await openEventStore({ file: dataFiles(folder).store })
  const counts = new Map<string, number>()
  try {
    for (let after: string | undefined; ; ) {
      const events = await store.readAll(after === undefined ? { limit: 500 } : { after, limit: 500 })
      for (const { metadata } of events) {
        const said = JSON.parse(metadata) as { source: string; id: string }
        if (said.source === source) counts.set(said.id, (counts.get(said.id) ?? 0) + 1)
      }
      if (events.length < 500) return counts
      after = events.at(-1)!.position
    }
  } finally {
    await store.close()
  }
}

describe.each(clients)('the client in $name', (client) => {
  const { name, rounds, life, here: isHere } = client
  const required = process.env.REQUIRE_REAL === '1'
  it.skipIf(!isHere && !required)(
    `loses nothing and doubles nothing, killed ${rounds} times at any moment${isHere ? '' : ` (skipped: ${name} is not installed)`}`,
    async () => {
      const outbox = join(folder, `outbox-${name}`)
      const durable = new Set<string>()
      for (let round = 0; round < rounds; round++) {
        const { lines } = await run(client, outbox, eventsOfRound(name, round, 40), Math.random() * life)
        for (const line of lines) if (line.startsWith('put ')) durable.add(line.slice(4))
      }
      const last = await run(client, outbox, eventsOfRound(name, rounds, 3))
      expect([last.code, last.errors]).toEqual([0, ''])
      expect(last.lines.filter((line) => /^(refused|rejected) /.test(line))).toEqual([])
      const counts = await recorded()
      expect([...durable].filter((id) => counts.get(id) !== 1)).toEqual([])
      expect([...counts].filter(([, count]) => count !== 1)).toEqual([])
      expect(durable.size).toBeGreaterThan(0)
      rmSync(outbox, { force: true })
    },
  )
})
