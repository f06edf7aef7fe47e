import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Hub } from '@hub/hub/hub.ts'
import { javaEnvironment } from '@hub/local/java.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { citizenNumberOf, clientOf, hubFolder, registration, startOn } from './running-hub.ts'

const examples = fileURLToPath(new URL('../../../docs/examples/', import.meta.url))
const { folder, remove } = hubFolder()
const number = citizenNumberOf(77)
let hub: Hub

beforeAll(async () => {
  hub = await startOn(folder)
  const client = clientOf(hub)
  for (const [id, time] of [
    ['E-1', '2025-03-01T09:00:00+08:00'],
    ['E-2', '2025-03-02T09:00:00+08:00'],
    ['E-3', '2025-03-03T09:00:00+08:00'],
  ] as const)
    await client.settle(registration(id, number, { time }, { name: '谭志强' }))
  await hub.visible()
})
afterAll(async () => {
  await hub.stop()
  remove()
})

type Ran = { code: number | null; output: string; errors: string }

/** Runs a program as its reader would, with a citizen number on its standard input. */
const run = (command: string, args: readonly string[], input: string): Promise<Ran> =>
  new Promise((resolve) => {
    const child = spawn(command, args, { cwd: examples, env: { ...process.env, ...javaEnvironment, HUB_URL: hub.url } })
    const ran: Ran = { code: null, output: '', errors: '' }
    child.stdout.setEncoding('utf8').on('data', (text) => (ran.output += text))
    child.stderr.setEncoding('utf8').on('data', (text) => (ran.errors += text))
    child.once('close', (code) => resolve({ ...ran, code }))
    child.stdin.end(`${input}\n`)
  })

const isHere = (command: string, ...args: string[]) => spawnSync(command, args).status === 0

/** Programs of the examples, whether this machine can run them, and whether they page through the timeline. */
const programs = [
  { name: 'TypeScript', command: process.execPath, args: ['typescript/query.ts'], here: true, pages: true },
  { name: 'Python', command: 'python3', args: ['python/query.py'], here: isHere('python3', '--version'), pages: true },
  { name: 'Java', command: 'java', args: ['java/Query.java'], here: isHere('java', '-version'), pages: false },
  { name: 'curl', command: 'sh', args: ['curl/query.sh'], here: isHere('curl', '--version'), pages: false },
] as const

describe.each(programs)('the example in $name', ({ name, command, args, here, pages }) => {
  const required = process.env.REQUIRE_REAL === '1'
  it.skipIf(!here && !required)(
    `gives the name of a file${here ? '' : ` (skipped: ${name} is not installed)`}`,
    async () => {
      const { code, output, errors } = await run(command, args, number)
      expect([code, errors]).toEqual([0, ''])
      expect(output).toContain('谭志强')
      expect(output).toContain('退役军人事务局')
      if (pages) expect(output.match(/建档立卡/g)).toHaveLength(3)
    },
  )

  it.skipIf(!here && !required)(
    `says the code of a refusal${here ? '' : ` (skipped: ${name} is not installed)`}`,
    async () => {
      const { output, errors } = await run(command, args, '430302196803142019')
      expect(output + errors).toContain('BAD_USER_INPUT')
      expect(output + errors).not.toContain('430302196803142019')
    },
  )
})
