import { execFile } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { platform } from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { mayBeMissing } from '@hub/local/real-engine.fixture.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const script = fileURLToPath(new URL('../../../infra/deploy/make-image-folder.sh', import.meta.url))
const atOnce = 2

/** What npm says where it reaches no registry and has not everything in its cache. */
const nothingToFetchFrom = /\b(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTCACHED|ENETUNREACH)\b/

/** npm tells what it runs about itself, which another npm would take for its own settings. */
const plainEnvironment = () => ({
  ...Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(?:lifecycle|package|config_local_prefix)/i.test(name)),
  ),
  NODE_ENV: 'production',
  PATH: [dirname(process.execPath), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
  npm_config_prefer_offline: 'true',
  TURBO_TELEMETRY_DISABLED: '1',
})

/** The folders that images run, by workspace; or in a line why they can't be made here. */
export type ImageFolders = {
  folderOf(workspace: string): string
  missing: string | undefined
  remove(): void
}

/**
 * Makes the folder of each workspace as the Dockerfile does, by the same script. They lie outside of the repository, so
 * that nothing of it is found from them. @throws where it fails, but for want of a registry
 */
export const makeImageFolders = async (workspaces: readonly string[]): Promise<ImageFolders> => {
  const parent = mkdtempSync(join(tmpdir(), 'hub-image-'))
  const folderOf = (workspace: string) => join(parent, workspace)
  const remove = () => rmSync(parent, { recursive: true, force: true })
  const without = (reason: string) => {
    remove()
    return { folderOf, missing: mayBeMissing(`the image's folder: ${reason}`), remove }
  }
  if (platform === 'win32') return without('the script that makes it needs a shell of Unix')
  const waiting = [...workspaces]
  const make = async () => {
    for (let workspace = waiting.shift(); workspace !== undefined; workspace = waiting.shift())
      await promisify(execFile)('sh', [script, `@hub/${workspace}`, folderOf(workspace)], { env: plainEnvironment() })
  }
  const made = await Promise.allSettled(Array.from({ length: atOnce }, make))
  const failed = made.find((outcome) => outcome.status === 'rejected')
  if (!failed) return { folderOf, missing: undefined, remove }
  if (nothingToFetchFrom.test(String(failed.reason)))
    return without('npm reaches no registry, and has not every package in its cache')
  remove()
  throw failed.reason
}

/** Which of these packages are installed in a folder; a name that ends with a slash is a whole scope. */
export const installedOf = (folder: string, names: readonly string[]): string[] =>
  names.filter((name) => existsSync(join(folder, 'node_modules', name)))

/** Files of the folder's workspaces that are there for development alone. */
export const developmentFilesIn = (folder: string): string[] =>
  globSync('{schemas,infra,services,gateway,tests}/**/*.{test,fixture}.ts', { cwd: folder })
