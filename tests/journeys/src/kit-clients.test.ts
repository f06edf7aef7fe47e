import { spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openEventStore } from '@hub/event-store/open-event-store.ts'
import { dataFiles } from '@hub/hub/data-files.ts'
import type { Hub } from '@hub/hub/hub.ts'
import { javaEnvironment, missingJava } from '@hub/local/java.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { citizenNumberOf, hubFolder, startOn } from './running-hub.ts'

const source = '/departments/finance/treasury'
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** An invented payment that was stopped, in the stream of one of three persons. */
const stopped = (
  id: string,
  order: number,
  more: Record<string, unknown> = {},
  data: Record<string, unknown> = {},
) => ({
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
    ...data,
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
  const compiled = hasJava
    ? spawnSync('javac', ['-d', javaClasses, kit('HubClient.java')], { encoding: 'utf8' })
    : undefined
  if (compiled && compiled.status !== 0) throw new Error(compiled.stderr)
})
afterAll(async () => {
  await hub.stop()
  remove()
})

const isHere = (command: string, ...args: string[]) => spawnSync(command, args).status === 0
const kit = (file: string) => here(`../../../services/kit/clients/${file}`)

const javaClasses = join(folder, 'java')
const hasJava = missingJava() === undefined && isHere('javac', '-version')

const clients = [
  {
    name: 'TypeScript',
    command: process.execPath,
    args: [here('./put-and-send.fixture.ts')],
    here: true,
    rounds: 20,
    /** Longest life of a round after its first word, ms. */
    life: 800,
  },
  {
    name: 'Python',
    command: 'python3',
    args: [kit('hub_client.py')],
    here: isHere('python3', '--version'),
    rounds: 8,
    life: 800,
  },
  {
    name: 'Java',
    command: 'java',
    args: ['-cp', javaClasses, 'HubClient'],
    here: hasJava,
    rounds: 6,
    life: 800,
  },
]

type Ran = { lines: string[]; errors: string; code: number | null }

/** Runs a client on events; kills it after so many ms, where it is told to. */
const run = (
  client: (typeof clients)[number],
  outbox: string,
  events: readonly object[],
  { killAfter, url = hub.url }: { killAfter?: number; url?: string } = {},
) =>
  new Promise<Ran>((resolve) => {
    const child = spawn(client.command, [...client.args, url, outbox], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...javaEnvironment, PYTHONDONTWRITEBYTECODE: '1' },
    })
    let output = ''
    let errors = ''
    child.stdout.setEncoding('utf8').on('data', (text) => (output += text))
    child.stderr.setEncoding('utf8').on('data', (text) => (errors += text))
    child.stdin.on('error', () => undefined)
    child.stdin.end(events.map((event) => `${JSON.stringify(event)}\n`).join(''))
    let killing: NodeJS.Timeout | undefined
    // How long a program takes until it works is the machine's business.
    if (killAfter !== undefined)
      child.stdout.once('data', () => {
        killing = setTimeout(() => child.kill('SIGKILL'), killAfter)
      })
    child.once('close', (code) => {
      clearTimeout(killing)
      // What was cut off within a line was not said.
      resolve({ lines: output.split('\n').slice(0, -1), errors, code })
    })
  })

/** What stands between a client and the hub: each fault once, and between them what the hub says. */
const startFaultyProxy = async () => {
  const problem = { type: 'urn:veterans-hub:problem:body-too-large', title: 't', code: 'BODY_TOO_LARGE', status: 413 }
  const faults: readonly ((response: ServerResponse, answer: string) => unknown)[] = [
    (response) => response.destroy(),
    (response) => response.writeHead(503, { 'retry-after': '0' }).end('<html>busy</html>'),
    (response) => response.writeHead(429, { 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' }).end(),
    (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<html>welcome</html>'),
    (response) => response.writeHead(302, { location: '/login' }).end(),
    (response) => response.writeHead(400).end('[1, {"items": null}'),
    (response) => response.writeHead(202).end('{"items":[null]}'),
    (response) =>
      response.writeHead(202).end('{"items":[{"id":"of somebody else","status":"accepted","receipt":"r"}]}'),
    (response, answer) => response.writeHead(202).end(answer.slice(0, answer.length / 2)),
    (response, answer) => response.writeHead(202, { 'content-length': answer.length + 10 }).write(answer),
    (response) => response.writeHead(413).end(JSON.stringify(problem)),
    (response) => response.writeHead(500).end('\ufffd'),
  ]
  let left = faults.length
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request.setEncoding('utf8')) body += part
    const { method = 'GET', url = '/', headers } = request
    const type = headers['content-type']
    const answer = await fetch(hub.url + url, { method, ...(type && { body, headers: { 'content-type': type } }) })
    const text = await answer.text()
    if (!url.endsWith('/events') || left === 0)
      return response.writeHead(answer.status, { 'content-type': 'application/json' }).end(text)
    left--
    faults[left]!(response, text)
    if (!response.writableEnded) setTimeout(() => response.destroy(), 50)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    faults: () => left,
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

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
        const { lines } = await run(client, outbox, eventsOfRound(name, round, 40), {
          killAfter: Math.random() * life,
        })
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

  it.skipIf(!isHere && !required)(
    `says why an event was refused or rejected, and takes it again corrected${isHere ? '' : ` (skipped: ${name} is not installed)`}`,
    async () => {
      const outbox = join(folder, `outbox-of-faults-${name}`)
      const faulty = stopped(`${name}-F`, 1, { time: 'yesterday' })
      const first = await run(client, outbox, [stopped(`${name}-A`, 1), faulty, stopped(`${name}-B`, 2)])
      expect(first.lines.toSorted()).toEqual(
        expect.arrayContaining([
          `put ${name}-A`,
          `put ${name}-B`,
          `put ${name}-F`,
          `recorded ${name}-A`,
          `recorded ${name}-B`,
          expect.stringMatching(`^refused ${name}-F( TIME)?$`),
        ]),
      )
      expect(first.errors).toBe('')
      expect(first.lines.join() + first.errors).not.toMatch(/4303\d{14}/)
      // A second outbox that knows nothing of the first says the same once more, and another thing under a known id.
      const other = stopped(`${name}-B`, 2, {}, { reason: '账户有误' })
      const second = await run(client, `${outbox}-2`, [stopped(`${name}-A`, 1), other])
      const settled = second.lines.filter((line) => !/^(?:put|waiting|taken) /.test(line))
      expect(settled.map((line) => line.split(' ').slice(0, 2).join(' ')).toSorted()).toEqual([
        `duplicate ${name}-A`,
        `rejected ${name}-B`,
      ])
    },
  )

  it.skipIf(!isHere && !required)(
    `comes through a hub that answers nothing, garbage, and what a proxy says${isHere ? '' : ` (skipped: ${name} is not installed)`}`,
    async () => {
      const proxy = await startFaultyProxy()
      const events = Array.from({ length: 250 }, (_, index) => stopped(`${name}-P-${index}`, index))
      const ran = await run(client, join(folder, `outbox-proxy-${name}`), events, { url: proxy.url })
      expect([ran.code, ran.errors]).toEqual([0, ''])
      expect(proxy.faults()).toBe(0)
      const counts = await recorded()
      expect(events.filter(({ id }) => counts.get(id) !== 1)).toEqual([])
      // What was recorded is nobody's to read in the outbox any more.
      for (const file of readdirSync(folder).filter((one) => one.startsWith(`outbox-proxy-${name}`)))
        expect(readFileSync(join(folder, file)).includes(citizenNumberOf(0)), file).toBe(false)
      await proxy.close()
    },
  )
})
