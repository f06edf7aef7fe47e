import type { Hub } from '@hub/hub/hub.ts'
import { freezeReport, showReport } from '@hub/hub/report/report-command.ts'
import type { EventDefinition } from '@hub/schemas/define-event.ts'
import { DisabilityRated } from '@hub/schemas/veteran-affairs/disability.ts'
import { RecuperationCompleted } from '@hub/schemas/veteran-affairs/personal-service.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { citizenNumberOf, clientOf, hubFolder, startOn } from './running-hub.ts'

const { folder, remove } = hubFolder()
let hub: Hub
let client: ReturnType<typeof clientOf>

const saying = (definition: EventDefinition, id: string, order: number, changes: Record<string, unknown>) => ({
  specversion: '1.0',
  id,
  source: '/departments/veteran-affairs/service-platform',
  type: definition.type,
  ...changes,
  data: { ...definition.example, person: { citizenNumber: citizenNumberOf(order) } },
})
const stay = (id: string, order: number, changes: Record<string, unknown> = {}) =>
  saying(RecuperationCompleted, id, order, { time: '2025-03-01T09:00:00+08:00', ...changes })
/** A stay counts for whom had a disability rated before. */
const rating = (order: number) => saying(DisabilityRated, `R-${order}`, order, { time: '2024-12-02T09:00:00+08:00' })

type Counted = { windows: { name: string; asked: boolean }[]; figures: { key: string }[] }
const freeze = (body: object) => client.post('/reports', 'application/json', JSON.stringify(body))
const named = { reportName: '2025年度工作报告', frozenBy: 'O-1' }
/** Every cause, with what it makes. */
const causesOf = (made: Record<string, number>) =>
  ['NEW', 'LATE', 'CORRECTED', 'RETRACTED'].map((cause) => ({ cause, difference: { exact: made[cause] ?? 0 } }))
const figures = `figures(changed: true) { key redefined frozen { exact } now { exact } difference { exact display } parts { cause difference { exact } } }`

beforeAll(async () => {
  hub = await startOn(folder)
  client = clientOf(hub)
  for (const order of [1, 2, 3]) await client.settle(rating(order))
  for (const order of [1, 2]) await client.settle(stay(`S-${order}`, order))
  await hub.visible()
})
afterAll(async () => {
  await hub.stop()
  remove()
})

describe('a frozen report', () => {
  let id: string

  it('is frozen once under its name, whatever comes between', async () => {
    const first = await freeze(named)
    expect(first.status).toBe(201)
    expect(first.body).toMatchObject({ status: 'frozen', report: { reportName: named.reportName } })
    id = String(first.body.eventId)
    await client.settle(stay('S-3', 3))
    await hub.visible()
    const again = await freeze(named)
    expect(again.status).toBe(200)
    expect(again.body).toMatchObject({ status: 'already-frozen', eventId: id, report: first.body.report })
  })

  it('is refused for another moment under the same name, with a citizen number, and without a name, in one form', async () => {
    const faultsOf = async (body: object) => {
      const answer = await freeze(body)
      expect([answer.status, answer.type, answer.body.code]).toEqual([
        422,
        'application/problem+json',
        'DECISION_REFUSED',
      ])
      const errors = answer.body.errors as { code: string; pointer: string; messageZh: string; whatToDoZh: string }[]
      for (const { messageZh, whatToDoZh } of errors) expect(messageZh + whatToDoZh).toMatch(/[一-龥]/)
      expect(answer.text).not.toContain(citizenNumberOf(1))
      return errors.map(({ code, pointer }) => `${code} ${pointer}`)
    }
    expect(await faultsOf({ ...named, asOf: '2024-12-31' })).toEqual(['NAME_TAKEN /reportName'])
    const number = citizenNumberOf(1)
    expect(await faultsOf({ ...named, reportName: `报告${number}` })).toEqual(['CITIZEN_NUMBER_MISPLACED /reportName'])
    expect(await faultsOf({ ...named, frozenBy: number, note: number })).toEqual([
      'CITIZEN_NUMBER_MISPLACED /frozenBy',
      'CITIZEN_NUMBER_MISPLACED /note',
    ])
    const unknown = { ...named, reportName: '无此时点' }
    expect(await faultsOf({ ...unknown, asOf: '2999-01-01' })).toEqual(['MOMENT_NOT_ANSWERED /asOf'])
    for (const asKnownAt of [{ time: '2001-01-01' }, { position: 'f'.repeat(32) }, { position: `${'0'.repeat(31)}1` }])
      expect(await faultsOf({ ...unknown, asKnownAt })).toEqual(['MOMENT_NOT_ANSWERED /asKnownAt'])
    expect(await faultsOf({ ...unknown, ofRegion: '110101' })).toEqual(['REGION_NOT_SERVED /ofRegion'])
    expect(await faultsOf({ ...unknown, ofRegion: '湘潭' })).toEqual(['FORMAT /ofRegion'])
    expect(await faultsOf({ ...unknown, asOf: '昨天' })).toEqual(['VALUE /asOf'])
    expect(await faultsOf({ frozenBy: 'O-1' })).toEqual(['MISSING /reportName'])
    expect(await faultsOf({ ...named, note: '\ud83d' })).toEqual(['LONE_SURROGATE /note'])
  })

  it('shows beside each figure what it comes to now, and later than that', async () => {
    const { body } = await client.post(
      '/graphql',
      'application/json',
      JSON.stringify({
        query: `query($id: ID!) { frozenReport(id: $id) { name frozenBy event { titleZh } ${figures} } frozenReports { totalCount nodes { id name } } }`,
        variables: { id },
      }),
    )
    const changed = {
      frozen: { exact: 2 },
      now: { exact: 3 },
      difference: { exact: 1, display: '1' },
      redefined: false,
      parts: causesOf({ LATE: 1 }),
    }
    expect(body.data).toMatchObject({
      frozenReport: {
        name: named.reportName,
        frozenBy: 'O-1',
        event: { titleZh: '报表定稿' },
        figures: [{ key: 'recuperated', ...changed }],
      },
      frozenReports: { totalCount: 1, nodes: [{ id, name: named.reportName }] },
    })
  })

  it('comes to the same when it is counted anew as known when it was frozen', async () => {
    const query = `query($id: ID!, $at: Position!) { frozenReport(id: $id, moment: { asKnownAt: { position: $at } }) { ${figures} } }`
    const { data } = await client.ask('{ frozenReports { nodes { moment { position } event { position } } } }')
    const [report] = (data!.frozenReports as unknown as { nodes: { event: { position: string } }[] }).nodes
    const { data: then } = await client.ask(query, { id, at: report!.event.position })
    expect(then).toEqual({ frozenReport: { figures: [] } })
  })

  it('answers with a code for an id that is none, and for a time that is not its own', async () => {
    const unknown = '{ frozenReport(id: "0b9c1b8e-5a0f-4a53-9a5c-6f1f0c2f7c11") { name } }'
    expect((await client.ask(unknown)).codes).toEqual(['NOT_FOUND'])
    const query = 'query($id: ID!) { frozenReport(id: $id, moment: { asOf: "2025-01-01T00:00:00Z" }) { name } }'
    expect((await client.ask(query, { id })).codes).toEqual(['BAD_USER_INPUT'])
  })

  it('is shown by the command, by name or id, while the hub runs', async () => {
    const lines: string[] = []
    expect(await showReport(named.reportName, { data: folder, changed: true }, (line) => lines.push(line))).toBe(0)
    expect(lines.join('\n')).toMatch(/伤残军人短期疗养 \(recuperated\) +│ 2 +│ 3 +│ 1 +│ 补报 late facts 1/)
    expect(await showReport(id, { data: folder, json: true }, (line) => lines.push(line))).toBe(0)
    expect(JSON.parse(lines.at(-1)!)).toMatchObject({ eventId: id, reportName: named.reportName })
    expect(await showReport('没有', { data: folder }, () => {})).toBe(1)
  })

  it('keeps the windows that it was counted by, and is counted anew by them', async () => {
    const byWindows = { reportName: '二季度', frozenBy: 'O-1' }
    const secondQuarter = [{ name: 'whole', from: '2025-04-01', to: '2025-06-30' }]
    const { status, body } = await freeze({ ...byWindows, windows: secondQuarter })
    expect(status).toBe(201)
    const { windows, figures: counted } = body.report as Counted
    expect(windows.filter(({ asked }) => asked)).toMatchObject(secondQuarter)
    expect(windows.find(({ name }) => name === 'employed-within')).toMatchObject({ value: 183, asked: false })
    expect(counted.find(({ key }) => key === 'recuperated')).toMatchObject({ value: 0, windows: ['whole'] })
    const query = `query($id: ID!) { frozenReport(id: $id) { windows { name from asked } ${figures} } }`
    const { data } = await client.ask(query, { id: body.eventId })
    expect(data).toMatchObject({ frozenReport: { figures: [] } })
    expect((data!.frozenReport as unknown as { windows: object[] }).windows).toContainEqual({
      name: 'whole',
      from: '2025-04-01',
      asked: true,
    })
    expect((await freeze({ ...byWindows, windows: secondQuarter })).body).toMatchObject({ status: 'already-frozen' })
    expect((await freeze(byWindows)).body).toMatchObject({ errors: [{ code: 'NAME_TAKEN' }] })
    const lines: string[] = []
    await showReport('二季度', { data: folder, changed: true }, (line) => lines.push(line))
    expect(lines.join('\n')).toMatch(/全部记录 \(whole\) +│ 2025-04-01 – 2025-06-30 +│ 指定 asked for/)
  })

  it('is refused for a window that the report has not, or that does not take what is asked', async () => {
    for (const window of [{ name: 'no-such', value: 1 }, { name: 'employed-within', value: 0 }, { name: 'whole' }]) {
      const { status, body } = await freeze({ reportName: '无此口径', frozenBy: 'O-1', windows: [window] })
      expect([status, body.errors]).toMatchObject([422, [{ code: 'WINDOW_REFUSED', pointer: '/windows' }]])
    }
    const lines: string[] = []
    const asked = { name: '无此口径', by: 'O-1', url: hub.url, window: ['employed-within=0'] }
    expect(await freezeReport(asked, (line) => lines.push(line))).toBe(1)
    expect(lines.join('\n')).toContain('WINDOW_REFUSED')
    await expect(freezeReport({ ...asked, window: ['employed-within'] }, () => {})).rejects.toThrow('name=90')
  })

  it('is frozen in a terminal, which says what stands; and where no hub answers', async () => {
    const lines: string[] = []
    const asked = { name: '一季度', by: 'O-1', asOf: '2025-03-31', url: hub.url }
    expect(await freezeReport(asked, (line) => lines.push(line))).toBe(0)
    expect(lines[0]).toMatch(/^已定稿 frozen: 一季度，\d+ 项指标/)
    expect(await freezeReport(asked, (line) => lines.push(line))).toBe(0)
    expect(lines[1]).toMatch(/^此前已定稿 frozen before/)
    expect(await freezeReport({ ...asked, asOf: '2024-12-31' }, (line) => lines.push(line))).toBe(1)
    expect(lines.at(-1)).toMatch(
      /^决定未被采纳 Decision refused\n {2}NAME_TAKEN \/reportName：同名报表.*\n {6}→ 请另取名称。/,
    )
    await showReport('一季度', { data: folder, changed: true }, (line) => lines.push(line))
    expect(lines.at(-1)).toContain('无变化')
    const nowhere = { ...asked, url: 'http://127.0.0.1:1' }
    await expect(freezeReport(nowhere, () => {})).rejects.toThrow('没有枢纽应答')
  })
})
