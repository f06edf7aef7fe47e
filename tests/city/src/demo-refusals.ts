import { closeSync, existsSync, openSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import type { DemoOptions } from './demo-options.ts'

/** The demo cannot begin: what was wrong, and what to do. */
export class DemoRefused extends Error {
  override name = 'DemoRefused'
}

const requireEmpty = (folder: string) => {
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new DemoRefused(
      `${folder} is not empty: name a new folder with --data, for a city is played from its first day（数据目录非空，请另指定）`,
    )
}

const requireWritable = (file: string) => {
  try {
    closeSync(openSync(file, 'a'))
  } catch (cause) {
    throw new DemoRefused(`${file} cannot be written: give --json a file in a folder that is there（无法写入）`, {
      cause,
    })
  }
}

const requireFree = (port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (cause) =>
      reject(
        new DemoRefused(`port ${port} is taken: choose another with --port, or --port 0 for a free one（端口被占用）`, {
          cause,
        }),
      ),
    )
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()))
  })

/**
 * Looks at everything that would end the demo later, before anything is founded: a folder that is half begun could not
 * be used again. @throws {DemoRefused}
 */
export const requireAllWell = async ({ data, json, port }: DemoOptions): Promise<void> => {
  if (data !== undefined) requireEmpty(data)
  if (json !== undefined) requireWritable(json)
  if (port > 0) await requireFree(port)
}
