import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { freePort } from '@hub/local/free-port.ts'
import { javaEnvironment, missingJava } from '@hub/local/java.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const clients = join(root, 'services/kit/clients')
const page = readFileSync(join(root, 'docs/submitting.md'), 'utf8')
const blocks = [...page.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => ({
  language,
  text,
}))
const blocksIn = (language: string) => blocks.filter((block) => block.language === language).map(({ text }) => text)

const folder = mkdtempSync(join(tmpdir(), 'hub-submitting-'))
let url = ''
let sandbox: ChildProcess
beforeAll(async () => {
  const port = await freePort()
  // What the first block of the page starts by npm, on a port of its own.
  sandbox = spawn(process.execPath, [join(root, 'services/hub/src/main.ts'), '--sandbox'], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const text of sandbox.stdout!.setEncoding('utf8')) if (String(text).includes('answers at')) break
  url = `http://127.0.0.1:${port}`
  mkdirSync(join(folder, 'outboxes'))
})
afterAll(async () => {
  const ended = new Promise((resolve) => sandbox.once('exit', resolve))
  sandbox.kill('SIGTERM')
  await ended
  rmSync(folder, { recursive: true, force: true })
})

/** A block with the addresses of this run. */
const placed = (text: string) =>
  text
    .replaceAll('http://127.0.0.1:4000', url)
    .replaceAll('/var/lib/payments', join(folder, 'outboxes'))
    .replaceAll('npm run -s hub --', `'${process.execPath}' '${join(root, 'services/hub/src/cli.ts')}'`)

const run = (command: string, args: readonly string[], input: string, cwd = folder) => {
  const env = { ...process.env, ...javaEnvironment, PYTHONPATH: clients, PYTHONDONTWRITEBYTECODE: '1' }
  const { status, stdout, stderr } = spawnSync(command, args, { input, cwd, env, encoding: 'utf8', timeout: 120_000 })
  return { status, stdout, stderr }
}
const isHere = (command: string) =>
  spawnSync(command, ['-version']).status === 0 || spawnSync(command, ['--version']).status === 0
const required = process.env.REQUIRE_REAL === '1'

it('has no block that nothing runs', () => {
  expect(blocks.map(({ language }) => language).toSorted()).toEqual(
    [...blocksIn('sh').map(() => 'sh'), 'ts', 'python', 'java'].toSorted(),
  )
  expect(blocksIn('sh')[0]).toBe('npm start -- --sandbox\n')
})

it.skipIf(!isHere('curl') && !required)(
  'hands over a first event, corrects it, and checks itself, by its commands',
  () => {
    const [, ...commands] = blocksIn('sh')
    const { status, stdout, stderr } = run('sh', ['-e'], commands.map(placed).join('\necho "----"\n'))
    const said = stdout.split('----\n')
    expect([status, stderr]).toEqual([0, ''])
    const [trial, , state, states, correction, conforming] = said
    expect(JSON.parse(trial!)).toMatchObject({ id: 'STOP-2025-0001', status: 'acceptable' })
    expect(JSON.parse(state!)).toMatchObject({ state: 'RECORDED' })
    expect(JSON.parse(states!)).toMatchObject({ recorded: 1, items: [{ state: 'RECORDED' }] })
    expect(JSON.parse(correction!)).toMatchObject({ id: 'STOP-2025-0001-b', status: 'accepted' })
    expect(conforming).toMatch(/event\.json: 100\/100[\s\S]*100\/100/)
    expect(readFileSync(join(folder, 'report.xml'), 'utf8')).toContain('failures="0"')
  },
)

it('sends by the client in TypeScript', () => {
  const ran = run(
    process.execPath,
    ['--input-type=module-typescript', '-'],
    placed(blocksIn('ts')[0]!),
    join(root, 'tests/journeys'),
  )
  expect(ran).toMatchObject({ status: 0, stdout: 'recorded []\n', stderr: '' })
})

it.skipIf(!isHere('python3') && !required)('sends by the client in Python', () => {
  expect(run('python3', ['-'], placed(blocksIn('python')[0]!))).toMatchObject({
    status: 0,
    stdout: 'recorded []\n',
    stderr: '',
  })
})

it.skipIf(!(missingJava() === undefined && isHere('javac')) && !required)('sends by the client in Java', () => {
  writeFileSync(join(folder, 'Stop.java'), placed(blocksIn('java')[0]!))
  const compiled = run('javac', ['-d', folder, join(clients, 'HubClient.java'), join(folder, 'Stop.java')], '')
  expect(compiled).toMatchObject({ status: 0, stderr: '' })
  expect(run('java', ['-cp', folder, 'Stop'], '')).toMatchObject({ status: 0, stdout: 'RECORDED []\n', stderr: '' })
})
