import { randomBytes } from 'node:crypto'
import { issueServiceKeys } from '@hub/city/service-key-files.ts'
import { type ServiceProcess, startService } from '@hub/city/service-process.ts'
import { type RunningFace, startFace } from '@hub/contracts/grpc-face/running-face.ts'
import { type Hub, startHub } from '@hub/hub/hub.ts'
import { dayOf } from '@hub/schemas/values/day.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { citizenNumberOf, clientOf, hubFolder, registration } from './running-hub.ts'

// The decisions as a process of their own over a server's protocol; the hub beside them is the gateway that they ask.
const { folder, remove } = hubFolder()
let face: RunningFace
let hub: Hub
let client: ReturnType<typeof clientOf>
const started: ServiceProcess[] = []
const ended: string[] = []

const startDecisions = async (gateway: string) => {
  const env = {
    EVENT_STORE_URL: face.url,
    SERVICE_KEYS_FILE: issueServiceKeys(folder, hubKey)('decisions'),
    GATEWAY_URL: gateway,
  }
  const service = await startService({ name: 'decisions' }, env, (reason) => ended.push(reason))
  started.push(service)
  return clientOf(service)
}
const hubKey = randomBytes(32)
let decisions: ReturnType<typeof clientOf>

beforeAll(async () => {
  face = await startFace()
  hub = await startHub({
    dataFolder: folder,
    host: '127.0.0.1',
    port: 0,
    logLevel: 'silent',
    engines: { store: { url: face.url }, hubKey },
    onCrash: (reason) => ended.push(reason),
  })
  client = clientOf(hub)
  decisions = await startDecisions(hub.url)
})
afterAll(async () => {
  for (const service of started) await service.stop()
  await hub.stop()
  await face.end()
  remove()
  expect(ended).toEqual([])
})

const sent = (body: object) => ['application/json', JSON.stringify(body)] as const

describe('the decisions alone', () => {
  it('link two persons, and the hub beside them has it decided already', async () => {
    const persons: string[] = []
    for (const order of [61, 62]) {
      await client.settle(registration(`P-${order}`, citizenNumberOf(order)))
      persons.push(await client.personIdOf(citizenNumberOf(order)))
    }
    const decision = { kind: 'link', persons, evidence: ['户籍底册'], decidedBy: 'O-1', secondDecider: 'O-2' }
    const decided = await decisions.post('/identity', ...sent(decision))
    expect(decided).toMatchObject({ status: 200, body: { status: 'decided' } })
    const { eventId } = decided.body
    expect(await client.post('/identity', ...sent(decision))).toMatchObject({ body: { status: 'already-so', eventId } })
  })

  it('freeze a report that a gateway has counted, as the hub itself would', async () => {
    const own = await decisions.post('/reports', ...sent({ reportName: '年度', frozenBy: 'O-1', ofRegion: '430302' }))
    expect(own).toMatchObject({ status: 201, body: { status: 'frozen' } })
    const report = own.body.report as { position: string }
    const again = await client.post('/reports', ...sent({ reportName: '年度', frozenBy: 'O-2', ofRegion: '430302' }))
    expect(again).toMatchObject({ status: 200, body: { status: 'already-frozen', eventId: own.body.eventId, report } })
    const asKnownAt = { position: report.position }
    const other = { reportName: '年度之二', frozenBy: 'O-1', ofRegion: '430302', asKnownAt }
    expect(await client.post('/reports', ...sent(other))).toMatchObject({
      status: 201,
      body: { report: { ...report, reportName: '年度之二' } },
    })
  })

  it('refuse a moment that the gateway can not answer for, in the form of all refusals', async () => {
    const today = dayOf(new Date().toISOString())
    const known = { reportName: '今日所知', frozenBy: 'O-1', asKnownAt: { time: today } }
    expect(await decisions.post('/reports', ...sent(known))).toMatchObject({ status: 201 })
    for (const [moment, pointer] of [
      [{ asOf: '2999-01-01' }, '/asOf'],
      [{ asKnownAt: { time: '2001-01-01' } }, '/asKnownAt'],
    ] as const)
      expect(await decisions.post('/reports', ...sent({ reportName: '无', frozenBy: 'O-1', ...moment }))).toMatchObject(
        {
          status: 422,
          type: 'application/problem+json',
          body: { code: 'DECISION_REFUSED', errors: [{ code: 'MOMENT_NOT_ANSWERED', pointer }] },
        },
      )
  })

  it('serve the catalogue of event types, and say that they are ready', async () => {
    const [{ url }] = started as [ServiceProcess]
    expect((await fetch(`${url}/health/ready`)).status).toBe(200)
    expect(await (await fetch(`${url}/schemas`)).json()).toContainEqual(
      expect.objectContaining({ type: 'hub.ReportFrozen.v1' }),
    )
  })

  it('take identity decisions while no gateway answers, and say when to ask for a report again', async () => {
    const lonely = await startDecisions('http://127.0.0.1:1')
    const persons = [`1${'a'.repeat(26)}`, `1${'b'.repeat(26)}`]
    const decision = { kind: 'link', persons, evidence: ['户籍底册'], decidedBy: 'O-1', secondDecider: 'O-2' }
    expect(await lonely.post('/identity', ...sent(decision))).toMatchObject({ body: { status: 'decided' } })
    const response = await fetch(`${started.at(-1)!.url}/reports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ reportName: '没有网关', frozenBy: 'O-1' }),
    })
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5'])
    expect(await response.json()).toMatchObject({ code: 'DECISION_NOT_NOW', errors: [{ code: 'FIGURES_AWAY' }] })
  })
})
