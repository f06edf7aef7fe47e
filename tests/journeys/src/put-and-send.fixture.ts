import { createInterface } from 'node:readline'
import type { DepartmentEvent } from '@hub/kit/department-event.ts'
import { openHubClient } from '@hub/kit/hub-client.ts'

// The same as the clients in Python and Java do as a command: events on standard input, one a line; `put <id>` when an
// event is durable, its state when it is settled; the end when all are.
const [url, outbox] = process.argv.slice(2)
if (url === undefined || outbox === undefined) throw new Error('<hub> <outbox>')
const client = openHubClient({ url, outbox, backoff: { firstMs: 20, mostMs: 200 }, pollMs: 50 })
for await (const line of createInterface({ input: process.stdin })) {
  const [id] = client.put(JSON.parse(line) as DepartmentEvent)
  process.stdout.write(`put ${id}\n`)
}
const settled = new Set<string>()
for await (const { state, id, faults } of client.changes()) {
  if (state === 'waiting' || state === 'taken') continue
  process.stdout.write(`${[state, id, ...faults.map(({ code }) => code)].join(' ')}\n`)
  settled.add(id)
  const { waiting, taken, ...ended } = client.counts()
  if (waiting + taken === 0 && settled.size === Object.values(ended).reduce((sum, count) => sum + count)) break
}
await client.stop()
