import { execFileSync, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { EngineFailed, endProcess, startProcess, untilReady } from './engine-process.ts'
import { freePort } from './free-port.ts'
import { postgresBinaries } from './postgres-binaries.ts'

export type PostgresOptions = {
  /** Holds the database and its log; made where it is missing, used again where it is there. */
  folder: string
  /** Default a free one. */
  port?: number
  /** The process whose end ends the server; default this one. `undefined` lets it live on. */
  until?: number | undefined
}

/** A PostgreSQL that runs on this machine. */
export type LocalPostgres = { url: string; pid: number; stop(): Promise<void> }

const idOf = (flag: '-u' | '-g', user: string) =>
  Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))

/** PostgreSQL refuses to run as root, so root runs it as somebody who owns nothing else. */
const ownerOf = (): { uid: number; gid: number } | undefined => {
  if (process.getuid?.() !== 0) return undefined
  for (const user of ['postgres', 'nobody'])
    try {
      return { uid: idOf('-u', user), gid: idOf('-g', user) }
    } catch {}
  throw new EngineFailed('PostgreSQL does not run as root: add a user postgres, or run this as another user')
}

type Owner = ReturnType<typeof ownerOf>
type Run = { program: string; args: readonly string[]; owner?: NonNullable<Owner> }

/** Folders that are root's alone (a home, a fresh temporary folder) must not stop the one who runs it for root. */
const openingFolders = ['--securebits=+no_setuid_fixup', '--inh-caps=+dac_override', '--ambient-caps=+dac_override']

/** How a program runs as its owner; with `setpriv`, where it may be used, also in folders that only root may enter. */
const runsAs = (owner: Owner): ((program: string, args: readonly string[]) => Run) => {
  if (!owner) return (program, args) => ({ program, args })
  const before = [...openingFolders, `--reuid=${owner.uid}`, `--regid=${owner.gid}`, '--clear-groups']
  if (spawnSync('setpriv', [...before, 'true']).status === 0)
    return (program, args) => ({ program: 'setpriv', args: [...before, program, ...args] })
  return (program, args) => ({ program, args, owner })
}

const initialise = (initdb: string, data: string, passwordFile: string, runs: ReturnType<typeof runsAs>) => {
  const args = ['-D', data, '-U', 'hub', '-A', 'scram-sha-256', '--pwfile', passwordFile, '-E', 'UTF8', '--locale', 'C']
  const run = runs(initdb, args)
  try {
    execFileSync(run.program, run.args, { stdio: 'pipe', ...run.owner })
  } catch (cause) {
    const { stderr } = cause as { stderr?: Buffer }
    throw new EngineFailed(`PostgreSQL's folder ${data} can't be made:\n${stderr ?? cause}`, { cause })
  }
}

const answersAt = async (url: string) => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
  // An error on a connection that is being refused would else end the process.
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('SELECT 1')
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Starts a real PostgreSQL from npm's binaries; resolves when it answers. Throws `EngineFailed`. */
export const startPostgres = async (options: PostgresOptions): Promise<LocalPostgres> => {
  const folder = resolve(options.folder)
  const data = join(folder, 'data')
  const passwordFile = join(folder, 'password')
  const log = join(folder, 'postgres.log')
  const { initdb, postgres } = await postgresBinaries()
  const owner = ownerOf()
  const runs = runsAs(owner)
  mkdirSync(folder, { recursive: true })
  if (owner) chownSync(folder, owner.uid, owner.gid)
  if (!existsSync(join(data, 'PG_VERSION'))) {
    writeFileSync(passwordFile, randomBytes(18).toString('base64url'), { mode: 0o600 })
    if (owner) chownSync(passwordFile, owner.uid, owner.gid)
    initialise(initdb, data, passwordFile, runs)
  }
  const port = options.port ?? (await freePort())
  const until = 'until' in options ? options.until : process.pid
  const pid = startProcess({
    ...runs(postgres, [
      ...['-D', data, '-p', String(port)],
      ...['-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    ]),
    log,
    ...(until !== undefined && { until }),
  })
  const url = `postgres://hub:${readFileSync(passwordFile, 'utf8')}@127.0.0.1:${port}/postgres`
  await untilReady({ name: 'PostgreSQL', pid, log }, () => answersAt(url))
  // SIGINT is PostgreSQL's fast shutdown: it waits for no client.
  return { url, pid, stop: () => endProcess(pid, 'SIGINT') }
}
