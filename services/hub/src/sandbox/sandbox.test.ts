import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startHub } from '../hub.ts'
import { inventedPersons, registrations } from './invented-persons.ts'
import { startSandbox } from './sandbox.ts'

const parent = mkdtempSync(join(tmpdir(), 'hub-sandbox-test-'))
const settings = {
  host: '127.0.0.1',
  port: 0,
  logLevel: 'silent',
  onCrash: (reason: string) => {
    throw new Error(reason)
  },
}
let sandbox: Awaited<ReturnType<typeof startSandbox>>
const folder = join(parent, 'mine')
beforeAll(async () => {
  sandbox = await startSandbox({ ...settings, folder })
})
afterAll(async () => {
  await sandbox.stop()
  rmSync(parent, { recursive: true, force: true })
})

const ask = async (path: string, method = 'GET', body?: object) => {
  const answer = await fetch(sandbox.url + path, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  const text = await answer.text()
  return {
    status: answer.status,
    header: answer.headers.get('hub-sandbox'),
    body: text === '' ? undefined : JSON.parse(text),
  }
}
const nameOf = async (citizenNumber: string) => {
  const query = 'query($n: CitizenNumber!) { veteran(by: { citizenNumber: $n }) { identity { name { value } } } }'
  const { body } = await ask('/graphql', 'POST', { query, variables: { n: citizenNumber } })
  return body.data.veteran?.identity.name.value
}
const registered = { name: '演练', citizenNumber: '430302196803142018' }
const register = () =>
  ask('/veteran-affairs/events', 'POST', {
    specversion: '1.0',
    id: 'T-1',
    source: '/departments/veteran-affairs/test',
    type: 'veteran-affairs.PhotographTaken.v1',
    time: '2025-03-01T09:00:00+08:00',
    data: {},
  })

describe('a sandbox', () => {
  it('says so in every answer and in its health', async () => {
    for (const path of ['/health/live', '/openapi.json', '/nowhere', '/sandbox'])
      expect((await ask(path)).header, path).toBe('true')
    expect((await ask('/health/live')).body).toEqual({ status: 'live', sandbox: true })
    expect((await ask('/health/ready')).body).toMatchObject({ sandbox: true })
    expect((await register()).status).toBe(422)
  })

  it('has persons whom nobody is, and a clock that can be set', async () => {
    const { body } = await ask('/sandbox')
    expect(body).toMatchObject({ sandbox: true, clock: 'real', persons: inventedPersons })
    expect(await nameOf(inventedPersons[0]!.citizenNumber)).toBe(inventedPersons[0]!.name)
    const later = new Date(Date.now() + 86_400_000).toISOString()
    expect((await ask('/clock', 'PUT', { now: later })).status).toBe(204)
    expect((await ask('/clock')).body).toEqual({ kind: 'simulated', now: later })
    expect((await ask('/sandbox')).body.clock).toBe('set')
  })

  it('begins anew when it is told to, and only then forgets what it was sent', async () => {
    const [first] = registrations()
    const { citizenNumber, name } = registered
    const person = { person: { citizenNumber }, idDocument: { kind: '居民身份证', number: citizenNumber } }
    const event = { ...first, id: 'T-2', data: { ...first!.data, ...person, name, birthDate: '1968-03-14', sex: '男' } }
    expect((await ask('/veteran-affairs/events', 'POST', event)).status).toBe(202)
    await expect.poll(() => nameOf(citizenNumber), { timeout: 20_000 }).toBe(name)
    const reset = await ask('/sandbox/reset', 'POST')
    expect(reset).toMatchObject({ status: 200, header: 'true', body: { sandbox: true, clock: 'real' } })
    expect(await nameOf(citizenNumber)).toBeUndefined()
    expect(await nameOf(inventedPersons[0]!.citizenNumber)).toBe(inventedPersons[0]!.name)
    expect(readdirSync(folder).filter((entry) => entry.startsWith('data-'))).toEqual(['data-2'])
  })

  it('is there again when it is started on its folder, and is no folder for a hub', async () => {
    await sandbox.stop()
    sandbox = await startSandbox({ ...settings, folder })
    expect(await nameOf(inventedPersons[9]!.citizenNumber)).toBe(inventedPersons[9]!.name)
    await sandbox.stop()
    await expect(startHub({ ...settings, dataFolder: join(folder, 'data-2') })).rejects.toThrow(/simulated/)
    sandbox = await startSandbox({ ...settings, folder })
  })

  it('does not start on a folder that holds anything else', async () => {
    const real = join(parent, 'real')
    const hub = await startHub({ ...settings, dataFolder: real })
    const routes = await Promise.all(
      [
        ['GET', '/sandbox'],
        ['POST', '/sandbox/reset'],
      ].map(([method, path]) => fetch(hub.url + path!, { method: method! })),
    )
    expect(routes.map(({ status, headers }) => [status, headers.get('hub-sandbox')])).toEqual([
      [404, null],
      [404, null],
    ])
    await hub.stop()
    await expect(startSandbox({ ...settings, folder: real })).rejects.toThrow(/no sandbox/)
    expect(existsSync(join(real, 'SANDBOX'))).toBe(false)
    const notes = mkdtempSync(join(parent, 'notes-'))
    writeFileSync(join(notes, 'SANDBOX'), 'a note of my own')
    await expect(startSandbox({ ...settings, folder: notes })).rejects.toThrow(/no sandbox/)
  })

  it('leads to its own hub alone, whatever the request line says', async () => {
    const { port } = new URL(sandbox.url)
    const statusOf = (target: string) =>
      new Promise<string>((resolve, reject) => {
        const socket = connect(Number(port), '127.0.0.1', () =>
          socket.write(`GET ${target} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n`),
        )
        let answer = ''
        socket.setEncoding('utf8').on('data', (text) => (answer += text))
        socket.on('close', () => resolve(answer.slice(9, 12))).on('error', reject)
      })
    const other = createServer((_request, response) => response.writeHead(204).end())
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const elsewhere = `127.0.0.1:${(other.address() as AddressInfo).port}`
    expect(await statusOf(`http://${elsewhere}/`)).toBe('400')
    expect(await statusOf(`//${elsewhere}/`)).toBe('404')
    other.close()
  })

  it('is started by an option of the program, and refuses what belongs to a real hub', async () => {
    const main = fileURLToPath(new URL('../main.ts', import.meta.url))
    const run = (args: readonly string[], env: Record<string, string>) =>
      spawnSync(process.execPath, [main, ...args], {
        encoding: 'utf8',
        env: { ...process.env, ...env },
        timeout: 60_000,
      })
    const refused = run(['--sandbox'], { DATA_FOLDER: join(parent, 'real'), KEYS_URL: 'postgres://u@h/d' })
    expect([refused.status, refused.stderr]).toEqual([1, expect.stringMatching(/unset DATA_FOLDER, KEYS_URL/)])
    expect(run(['--sandbox', '--help'], {}).stdout).toMatch(/a hub to try things on/)
    expect(run(['--help'], {}).stdout).toMatch(/--sandbox \[FOLDER\]/)
    expect(run(['--sandbox', join(parent, 'real')], {}).stderr).toMatch(/no sandbox/)
    expect(run(['--sandbox', 'a', 'b'], {}).status).toBe(2)
  })
})
