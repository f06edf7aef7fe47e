import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, it } from 'vitest'
import { countByGateway } from './count-by-gateway.ts'

type Answer = { status?: number; body: unknown }
const position = `${'0'.repeat(31)}7`
const refusal = (code: string): Answer => ({ body: { data: { workReport: null }, errors: [{ extensions: { code } }] } })
const ofA = { key: 'a', row: 1, titleZh: '甲', definition: 'a'.repeat(32) }
const ofB = { key: 'b', row: 2, titleZh: '乙', definition: 'b'.repeat(32) }
const days = { name: 'w', titleZh: '期', asked: false }
const limit = { name: 'l', titleZh: '限', value: 7, asked: true }
const report: Answer = {
  body: {
    data: {
      workReport: {
        moment: { asOf: null, asKnownAt: '2026-01-10T01:00:00.000Z', position },
        windows: [
          { ...days, unit: null, value: null, from: '2025-01-01', to: null },
          { ...limit, unit: 'WORKING_DAYS', from: null, to: null },
        ],
        figures: [
          { ...ofA, unit: 'WORKING_DAYS', windows: [{ name: 'w' }, { name: 'l' }], value: { exact: 9 } },
          { ...ofB, unit: 'PERCENT', windows: [], value: { exact: null } },
        ],
      },
    },
  },
}

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A gateway that gives these answers one after the other, the last for ever. */
const counting = async (...answers: Answer[]) => {
  const asked: unknown[] = []
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const piece of request) text += piece
    asked.push(JSON.parse(text).variables)
    const { status = 200, body } = (answers.length > 1 ? answers.shift() : answers[0])!
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { count: countByGateway(`http://127.0.0.1:${port}`, 500), asked }
}

it('asks for the moment, the region and how far the views have to be, and reads the figures', async () => {
  const { count, asked } = await counting(report)
  const windows = [{ name: 'l', value: 7 }]
  expect(await count({ asOf: '2025-12-31', ofRegion: '430302', windows }, position)).toEqual({
    position,
    asKnownAt: '2026-01-10T01:00:00.000Z',
    windows: [
      { ...days, from: '2025-01-01' },
      { ...limit, unit: 'workingDays' },
    ],
    figures: [
      { ...ofA, unit: 'workingDays', windows: ['w', 'l'], value: 9 },
      { ...ofB, unit: 'percent', windows: [] },
    ],
  })
  expect(asked).toEqual([{ moment: { asOf: '2025-12-31' }, atLeast: position, region: '430302', windows }])
})

it('waits for the views, and for a gateway that is busy', async () => {
  const { count } = await counting(refusal('NOT_YET'), { ...refusal('TOO_MANY'), status: 503 }, report)
  expect(await count({}, position)).toMatchObject({ position })
})

it('refuses a moment that the gateway can not answer for', async () => {
  const { count } = await counting(refusal('BEFORE_FOUNDING'))
  const asked = { asKnownAt: { time: '2001-01-01' } }
  expect(await count(asked, position)).toEqual({ refused: [{ code: 'MOMENT_NOT_ANSWERED', pointer: '/asKnownAt' }] })
})

it('refuses a window that the gateway does not know or take', async () => {
  for (const code of ['REPORT_WINDOW_UNKNOWN', 'REPORT_WINDOW_VALUE']) {
    const { count } = await counting(refusal(code))
    const refused = await count({ windows: [{ name: 'none', value: 1 }] }, position)
    expect(refused).toEqual({ refused: [{ code: 'WINDOW_REFUSED', pointer: '/windows' }] })
  }
})

it('says after a while that the views are behind, or that no gateway answers', async () => {
  const { count } = await counting(refusal('NOT_YET'))
  expect(await count({}, position)).toEqual({ refused: [{ code: 'NOT_YET', pointer: '' }] })
  const proxy = await counting({ status: 502, body: 'bad gateway' })
  expect(await proxy.count({}, position)).toEqual({ refused: [{ code: 'FIGURES_AWAY', pointer: '' }] })
  const nobody = countByGateway('http://127.0.0.1:1', 300)
  expect(await nobody({}, position)).toEqual({ refused: [{ code: 'FIGURES_AWAY', pointer: '' }] })
})

it('fails by name on a gateway that takes no such operation, and on what is no gateway', async () => {
  const { count } = await counting(refusal('DOCUMENT_REQUIRED'), { status: 404, body: { code: 'NOT_FOUND' } })
  await expect(count({}, position)).rejects.toThrow(/refused the operation FrozenFigures: DOCUMENT_REQUIRED/)
  await expect(count({}, position)).rejects.toThrow(/counts no figures: it said 404/)
})
