import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type DoorParts, openDoor } from '@hub/reading/door.ts'
import { sampleStoreId } from '@hub/reading/sample-reading.fixture.ts'
import { createHttpService } from '@hub/runtime/http.ts'
import { createLogger } from '@hub/runtime/log.ts'
import { openViews } from '@hub/views/open-views.ts'
import { createProjector } from '@hub/views/project.ts'
import { openSampleHub } from '@hub/views/sample-hub.fixture.ts'
import { sampleLife, second } from '@hub/views/sample-life.fixture.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ExportOptions, registerExports } from './export-routes.ts'

const persons = 250
const letters = 'abcdefghijklmnopqrstuvwxyz'
const personOf = (n: number) => `1${'c'.repeat(24)}${letters[Math.floor(n / 26)]}${letters[n % 26]}`
const logger = createLogger({ level: 'silent' })
const hub = openSampleHub()
const views = openViews({ file: join(hub.folder, 'views.sqlite') })
const closing: (() => Promise<void>)[] = []

beforeAll(async () => {
  for (let n = 0; n < persons; n++) await hub.record(sampleLife(personOf(n), second, '钟一山')[0]!)
  await createProjector({ ...hub, views }).catchUp()
})
afterAll(async () => {
  for (const close of closing) await close()
  views.close()
  await hub.close()
})

/** An address at which exports are answered. */
const serve = async ({ keys = hub.keys, ...changes }: Partial<ExportOptions & Pick<DoorParts, 'keys'>> = {}) => {
  const http = await createHttpService({ name: 'test', logger, ready: async () => true })
  const door = openDoor({ ...hub, keys, views, storeId: sampleStoreId })
  registerExports(http, { door, logger, ...changes })
  const origin = await http.listen({ host: '127.0.0.1', port: 0 })
  closing.push(() => http.close())
  return origin
}

/** Keys that answer only so often. */
const failingKeys = (answers: number) => {
  let asked = 0
  return {
    ...hub.keys,
    find: async (ids: readonly string[]) => {
      asked += 1
      if (asked > answers) throw new Error('the keys are gone')
      return hub.keys.find(ids)
    },
  }
}

describe('an export over HTTP', () => {
  it('is whole', async () => {
    const text = await (await fetch(`${await serve()}/exports/veterans.csv`)).text()
    expect(text).toContain(`# 完 行数=${persons} `)
  })

  it.each(['csv', 'xlsx'])('is an aborted transfer where its rows break off: %s', async (format) => {
    const origin = await serve({ keys: failingKeys(1) })
    const response = await fetch(`${origin}/exports/veterans.${format}`)
    expect(response.status).toBe(200)
    expect(
      await response.arrayBuffer().then(
        () => 'whole',
        () => 'aborted',
      ),
    ).toBe('aborted')
    expect((await fetch(`${origin}/exports/events.csv`)).status).toBe(200)
  })

  it('is broken off when it takes too long', async () => {
    const slow = async (ids: readonly string[]) => {
      await sleep(200)
      return hub.keys.find(ids)
    }
    const origin = await serve({ longestMs: 50, keys: { ...hub.keys, find: slow } })
    const response = await fetch(`${origin}/exports/veterans.csv`)
    // A comparison would print the rows.
    expect(
      await response.text().then(
        () => 'whole',
        () => 'aborted',
      ),
    ).toBe('aborted')
  })

  it('tells by which windows the report is counted, and refuses those that it has not or that take no such value', async () => {
    const get = async (windows: string) => fetch(`${await serve()}/exports/report.csv?windows=${windows}`)
    const asked = await get('year=2024-01-01..2024-12-31,employed-within=90')
    expect(asked.status).toBe(200)
    const lines = (await asked.text()).split('\n')
    expect(lines.find((line) => line.includes('emergency-drills'))).toMatch(
      /2024-01-01,2024-12-31,报告年度 year: 2024-01-01 至 2024-12-31（指定）/,
    )
    expect(lines.find((line) => line.includes('trained-employed-share'))).toContain(
      '全部记录 whole: 不限 至 不限；培训后就业期限 employed-within: 90 天（指定）',
    )
    for (const [windows, status, code] of [
      ['no-such=1', 422, 'REPORT_WINDOW_UNKNOWN'],
      ['employed-within=0', 422, 'REPORT_WINDOW_VALUE'],
      ['employed-within', 400, 'EXPORT_NOT_UNDERSTOOD'],
    ] as const) {
      const refused = await get(windows)
      expect(refused.status, windows).toBe(status)
      expect(await refused.json()).toMatchObject({ code })
    }
  })

  it('waits its turn where too many are under way', async () => {
    const response = await fetch(`${await serve({ most: 0 })}/exports/report.csv`)
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '30'])
    expect(await response.json()).toMatchObject({ code: 'EXPORTS_BUSY' })
  })

  it('is described, and what is a personal value stands only in a body', async () => {
    const document = (await (await fetch(`${await serve()}/openapi.json`)).json()) as {
      paths: Record<string, Record<string, { parameters?: { name: string }[]; requestBody?: object }>>
    }
    const path = document.paths['/exports/veterans.csv']!
    expect(path.get!.parameters!.map(({ name }) => name)).toContain('regionUnder')
    expect(path.get!.parameters!.map(({ name }) => name)).not.toContain('surname')
    expect(JSON.stringify(path.post!.requestBody)).toContain('surname')
  })
})
