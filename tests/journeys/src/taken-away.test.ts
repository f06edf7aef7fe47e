import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import { exportCommand } from '@hub/hub/export-command.ts'
import type { Hub } from '@hub/hub/hub.ts'
import ExcelJS from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { citizenNumberOf, clientOf, hubFolder, registration, startOn } from './running-hub.ts'

const persons = 30
const { folder, remove } = hubFolder()
let hub: Hub

beforeAll(async () => {
  hub = await startOn(folder)
  const client = clientOf(hub)
  for (let order = 1; order <= persons; order++)
    await client.settle(
      registration(
        `R-${order}`,
        citizenNumberOf(order),
        {},
        {
          name: `王${String.fromCharCode(0x4e00 + order)}`,
          // No name may look so; a text of the sender's may.
          ...(order === 1 ? { addressLine: '=雨湖路18号' } : {}),
          hukouRegion: order % 3 === 0 ? '430302001' : '430304001',
        },
      ),
    )
  await hub.visible()
})
afterAll(async () => {
  await hub.stop()
  remove()
})

const get = async (path: string) => {
  const response = await fetch(hub.url + path)
  return { status: response.status, headers: response.headers, text: await response.text() }
}
const post = async (path: string, body: object) => {
  const response = await fetch(hub.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return { status: response.status, text: await response.text() }
}
const codeOf = ({ text }: { text: string }) => (JSON.parse(text) as { code: string }).code
const rowsIn = (text: string) =>
  text
    .split('\r\n')
    .slice(1)
    .filter((line) => line !== '' && !line.startsWith('# '))
const digestIn = (text: string) => /sha256=([0-9a-f]{64})/.exec(text)?.[1]
const lineIn = (text: string, label: string) => text.split('\r\n').find((line) => line.startsWith(`# ${label},`))

describe('what is taken away over HTTP', () => {
  it('is a list with Chinese headings, whole numbers and no formula', async () => {
    const { status, headers, text } = await get('/exports/veterans.csv')
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([
      200,
      'text/csv; charset=utf-8',
      'no-store',
    ])
    expect(text.split('\r\n')[0]).toMatch(/^序号,人员编号,姓名,性别,出生日期,证件类型,证件号码/)
    expect(rowsIn(text)).toHaveLength(persons)
    expect(text).toContain(`"${citizenNumberOf(1)}\t"`)
    expect(text).toContain("'=雨湖路18号")
    expect(text).toMatch(/# 完 行数=30 sha256=[0-9a-f]{64}\r\n$/)
    expect(lineIn(text, '位置（position）')).toMatch(/[0-9a-f]{32}$/)
  })

  it('is the same as XLSX, with its question and digest on a second sheet', async () => {
    const response = await fetch(`${hub.url}/exports/veterans.xlsx?regionUnder=430302`)
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await response.arrayBuffer()) as never)
    const [list, about] = book.worksheets
    expect(list!.rowCount).toBe(1 + persons / 3)
    const said = Object.fromEntries(
      Array.from({ length: about!.rowCount }, (_, at) => about!.getRow(at + 1).values as unknown[]).map(
        ([, label, value]) => [label, value],
      ),
    )
    expect(said).toMatchObject({ '筛选 regionUnder': '430302', 行数: persons / 3, 是否截断: '否' })
    const { text } = await get('/exports/veterans.csv?regionUnder=430302')
    expect(said['摘要（SHA-256）']).toBe(digestIn(text))
  })

  it.each([
    ['430000', persons],
    ['430300', persons],
    ['430100', 0],
  ])('holds all files of the region %s, from the province down, now and as it was', async (region, rows) => {
    for (const moment of ['', '&asOf=2025-06-01'])
      expect(rowsIn((await get(`/exports/veterans.csv?regionUnder=${region}${moment}`)).text)).toHaveLength(rows)
  })

  it('gives the same digest at the same moment and position, whatever comes after', async () => {
    const { text } = await get('/exports/events.csv?names=VeteranRegistered')
    const position = lineIn(text, '位置（position）')!.split(',')[1]!
    await clientOf(hub).settle(registration('R-late', citizenNumberOf(500)))
    await hub.visible()
    const again = await get(`/exports/events.csv?names=VeteranRegistered&asKnownAt=${position}`)
    expect(digestIn(again.text)).toBe(digestIn(text))
    expect(rowsIn((await get('/exports/events.csv?names=VeteranRegistered')).text)).toHaveLength(persons + 1)
    expect(rowsIn((await get(`/exports/veterans.csv?asKnownAt=${position}`)).text)).toHaveLength(persons)
    expect(text).not.toContain('谭志强')
  })

  it('is the report, a figure’s events and a person’s timeline too', async () => {
    const report = await get('/exports/report.csv')
    expect(rowsIn(report.text).find((line) => line.includes('veterans-registered'))).toMatch(/,31$/)
    const figure = await get('/exports/figure.csv?key=veterans-registered')
    expect(rowsIn(figure.text)).toHaveLength(persons + 1)
    const timeline = await post('/exports/timeline.csv', { citizenNumber: citizenNumberOf(3) })
    expect(rowsIn(timeline.text)).toHaveLength(1)
    expect(timeline.text).not.toContain(citizenNumberOf(3))
  })

  it('names its limit where it is cut', async () => {
    const { text, headers } = await get('/exports/veterans.csv?limit=7')
    expect(headers.get('x-row-limit')).toBe('7')
    expect(rowsIn(text)).toHaveLength(7)
    expect(lineIn(text, '是否截断')).toContain('共 31 行')
  })

  it('is a sample that can be drawn again, simple and by strata', async () => {
    const drawn = await get('/exports/veterans.csv?sampleSize=9&sampleSeed=2025-A&sampleBy=region')
    expect(rowsIn(drawn.text)).toHaveLength(9)
    expect(lineIn(drawn.text, '抽样种子')).toBe('# 抽样种子,2025-A')
    expect(lineIn(drawn.text, '层 430302')).toMatch(/总体 11，样本 3/)
    const again = await get('/exports/veterans.csv?sampleSize=9&sampleSeed=2025-A&sampleBy=region')
    expect(digestIn(again.text)).toBe(digestIn(drawn.text))
    const unseeded = await get('/exports/events.csv?sampleSize=5')
    const seed = lineIn(unseeded.text, '抽样种子')!.split(',')[1]!.trim()
    const reseeded = await get(`/exports/events.csv?sampleSize=5&sampleSeed=${seed}`)
    expect(digestIn(reseeded.text)).toBe(digestIn(unseeded.text))
  })

  it('is answered with a code where it can’t be', async () => {
    const larger = await get('/exports/veterans.csv?sampleSize=999')
    expect([larger.status, codeOf(larger)]).toEqual([422, 'SAMPLE_LARGER_THAN_FRAME'])
    const inAddress = await get(`/exports/timeline.csv?citizenNumber=${citizenNumberOf(1)}`)
    expect([inAddress.status, codeOf(inAddress)]).toEqual([400, 'PERSONAL_DATA_IN_URL'])
    const wrong = await post('/exports/timeline.csv', { citizenNumber: '430303197001010019' })
    expect([wrong.status, codeOf(wrong)]).toEqual([400, 'EXPORT_NOT_UNDERSTOOD'])
    expect(wrong.text).not.toContain('430303197001010019')
    for (const path of ['?limit=0', '?limit=1000001', '?asOf=yesterday', '?colour=red', '?sampleBy=name&sampleSize=1'])
      expect(codeOf(await get(`/exports/veterans.csv${path}`)), path).toBe('EXPORT_NOT_UNDERSTOOD')
    for (const [moment, status, code] of [
      ['asOf=2999-01-01', 422, 'MOMENT_IN_FUTURE'],
      ['asKnownAt=2999-01-01', 422, 'MOMENT_IN_FUTURE'],
      ['asKnownAt=2001-01-01', 422, 'BEFORE_FOUNDING'],
      [`asKnownAt=${'f'.repeat(32)}`, 503, 'NOT_YET'],
    ] as const) {
      const unknown = await get(`/exports/veterans.csv?${moment}`)
      expect([unknown.status, codeOf(unknown)], moment).toEqual([status, code])
    }
    const none = await get('/exports/figure.csv?key=none')
    expect([none.status, codeOf(none)]).toEqual([404, 'NOTHING_TO_EXPORT'])
    expect((await get('/exports/veterans.doc')).status).toBe(404)
  })

  it('leaves nothing open when a client goes away in the middle', async () => {
    for (let round = 0; round < 6; round++)
      await new Promise<void>((resolve) => {
        const asked = request(`${hub.url}/exports/events.xlsx`, (response) => {
          response.once('data', () => {
            response.destroy()
            resolve()
          })
        })
        asked.on('error', () => resolve())
        asked.end()
      })
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect((await get('/exports/events.csv')).status).toBe(200)
  })
})

describe('hub export', () => {
  const told: string[] = []
  const run = (kind: string, options: object, input = '') =>
    exportCommand(
      kind,
      { filter: [], data: folder, ...options } as never,
      (text) => told.push(text),
      () => input,
    )

  it('writes the same beside the running hub, and the file only when it is whole', async () => {
    const out = join(folder, 'list.csv')
    expect(await run('veterans', { out, filter: ['regionUnder=430302'] })).toBe(0)
    const { text } = await get('/exports/veterans.csv?regionUnder=430302')
    expect(digestIn(readFileSync(out, 'utf8'))).toBe(digestIn(text))
    expect(told.at(-1)).toContain(digestIn(text)!)
    await expect(run('veterans', { out: join(folder, 'none.csv'), sample: '999' })).rejects.toThrow('fewer than')
    expect(existsSync(join(folder, 'none.csv'))).toBe(false)
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('takes personal values from standard input alone', async () => {
    const out = join(folder, 'life.xlsx')
    await expect(run('timeline', { out, filter: [`citizenNumber=${citizenNumberOf(1)}`] })).rejects.toThrow(
      'standard input',
    )
    expect(await run('timeline', { out, filter: ['citizenNumber=-'] }, `${citizenNumberOf(1)}\n`)).toBe(0)
    expect(existsSync(out)).toBe(true)
  })
})
