import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startService } from '@hub/city/service-process.ts'
import { afterAll, expect, it } from 'vitest'
import { among, engines, loadedBy, notingLoads } from './loaded-modules.fixture.ts'

const folder = mkdtempSync(join(tmpdir(), 'hub-loaded-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('a hub with embedded engines loads no client of a server, and no codec, in any of its threads', async () => {
  const notes = join(folder, 'loaded')
  const hub = await startService(
    { name: 'hub' },
    { DATA_FOLDER: join(folder, 'data'), ...notingLoads(notes) },
    (reason) => {
      throw new Error(reason)
    },
  )
  try {
    expect((await fetch(`${hub.url}/health/live`)).ok).toBe(true)
  } finally {
    await hub.stop()
  }
  const loaded = loadedBy(notes, 'hub')
  expect(loaded.some((url) => url.endsWith('/services/hub/src/writer-thread.ts'))).toBe(true)
  expect(among(loaded, ['fastify', 'graphql', ...engines])).toEqual(['fastify', 'graphql', 'node:sqlite'])
})
