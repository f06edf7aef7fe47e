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
for await (const { state, id } of client.changes()) {
  if (state !== 'waiting' && state !== 'taken') process.stdout.write(`${state} ${id}\n`)
  const { waiting, taken } = client.counts()
  if (waiting + taken === 0) break
}
await client.stop()
