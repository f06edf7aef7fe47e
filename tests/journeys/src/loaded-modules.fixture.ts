import { appendFileSync, mkdirSync, readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Names the folder in which a process, with all its threads, notes each module that it loads. */
const variable = 'LOADED_MODULES_FOLDER'

const noteIn = (file: string) =>
  registerHooks({
    load: (url, context, next) => {
      appendFileSync(file, `${url}\n`)
      return next(url, context)
    },
  })

// This module is also what the watched process is started with: `<workspace>/src/main.ts`.
const [, main] = process.argv
const folder = process.env[variable]
if (folder && main) noteIn(join(folder, basename(dirname(dirname(main)))))

/** The environment with which the main of a workspace notes, in a file of its name, what it loads. */
export const notingLoads = (into: string): Record<string, string> => {
  mkdirSync(into, { recursive: true })
  return { [variable]: into, NODE_OPTIONS: `--import=${pathToFileURL(import.meta.filename).href}` }
}

/** Addresses of all that the main of a workspace has loaded, in any of its threads. */
export const loadedBy = (into: string, workspace: string): string[] =>
  readFileSync(join(into, workspace), 'utf8').split('\n')

/** What of these was loaded: packages by their name, Node's own modules as `node:…`. */
export const among = (urls: readonly string[], names: readonly string[]): string[] =>
  names.filter((name) =>
    urls.some((url) => (name.startsWith('node:') ? url === name : url.includes(`/node_modules/${name}/`))),
  )

/** The engines, and the libraries that only a batch of their kind needs. */
export const engines = ['kafkajs', 'snappy', 'lz4-napi', '@eventstore/db-client', 'pg', 'node:sqlite'] as const
