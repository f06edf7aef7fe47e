import type { Said } from '@hub/views/sample-hub.fixture.ts'
import { first, second } from '@hub/views/sample-life.fixture.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSampleGateway } from '../sample-gateway.fixture.ts'

let gateway: ReturnType<typeof openSampleGateway>
beforeEach(() => {
  gateway = openSampleGateway()
})
afterEach(() => gateway.close())

let ids = 0
const said = (type: string, stream: string, day: string, data: Record<string, unknown>, replaces?: string): Said => ({
  type,
  stream,
  id: `W-${++ids}`,
  time: `${day}T02:00:00.000Z`,
  data: { region: '430302', handledBy: [{ officialId: 'O-1', duty: '经办' }], ...data },
  ...(replaces ? { replaces } : {}),
})

type FigureAnswer = {
  key: string
  value: { display: string; exact: number | null }
  groups: { key: string; label: string; value: { exact: number } }[]
  facts: { totalCount: number; nodes: { __typename: string }[]; pageInfo: { endCursor: string } }
}

const report = async (keys: string[], more: { moment?: unknown; region?: string; by?: string } = {}) => {
  const { data, errors } = await gateway.ask(
    `query($keys: [String!], $moment: MomentInput, $region: RegionCode, $by: FigureBreakdown) {
      workReport(moment: $moment, region: $region) { figures(keys: $keys) {
        key value { display exact } groups(by: $by) { key label value { exact } }
        facts(first: 1) { totalCount nodes { __typename } pageInfo { endCursor } }
      } } }`,
    { keys, ...more },
  )
  expect(errors).toBeUndefined()
  const { figures } = (data as unknown as { workReport: { figures: FigureAnswer[] } }).workReport
  return Object.fromEntries(figures.map((figure) => [figure.key, figure]))
}

const fair = `fair-${'d'.repeat(26)}`
const otherFair = `fair-${'e'.repeat(26)}`
const intent = (stream: string, who: Record<string, unknown>) =>
  said('hr.JobIntentReached.v1', stream, '2024-03-09', {
    fairId: stream,
    attendeeKind: '退役军人',
    companyUscc: 'x',
    post: '普工',
    ...who,
  })

describe('the windows of the work report', () => {
  const asked = async (windows: unknown, keys: string[]) =>
    gateway.ask(
      `query($windows: [ReportWindowInput!], $keys: [String!]) {
        workReport(windows: $windows) {
          windows { name asked }
          figures(keys: $keys) {
            key value { exact } window { from to } facts { totalCount }
            windows { name value from to asked defaultValue defaultDays { from } min max unit law { key articleZh } }
          }
        } }`,
      { windows, keys },
    )
  const visits = (day: string, count: number) =>
    said('veteran-affairs.CemeteryVisitsCounted.v1', `cemetery-${'f'.repeat(26)}`, day, {
      cemeteryId: 'C-1',
      day,
      visits: count,
      mode: '现场',
    })

  it('are their defaults, with the law that sets them, and named in the answer', async () => {
    await gateway.say([visits('2025-04-04', 7), visits('2024-04-04', 5)])
    const { data } = await asked(undefined, ['qingming-visits', 'petitions-answered-in-time'])
    expect(data).toMatchObject({
      workReport: {
        figures: [
          { value: { exact: 7 }, windows: [{ name: 'qingming', from: '2025-04-01', asked: false, unit: null }] },
          {
            windows: [
              { name: 'whole', from: null, defaultDays: { from: null } },
              { value: 60, defaultValue: 60, unit: 'DAYS', min: 1, max: 365, law: { key: 'petition-answer' } },
            ],
          },
        ],
      },
    })
  })

  it('are those that are asked for, in the value and in the facts behind it', async () => {
    await gateway.say([visits('2025-04-04', 7), visits('2024-04-04', 5)])
    const lastYear = [{ name: 'qingming', from: '2024-04-02', to: '2024-04-06' }]
    const { data } = await asked(lastYear, ['qingming-visits'])
    const of2024 = { from: '2024-04-02', to: '2024-04-06' }
    expect(data).toMatchObject({
      workReport: {
        figures: [
          {
            value: { exact: 5 },
            window: of2024,
            facts: { totalCount: 1 },
            windows: [{ ...of2024, asked: true, defaultDays: { from: '2025-04-01' } }],
          },
        ],
      },
    })
    const { windows } = (data as unknown as { workReport: { windows: { name: string; asked: boolean }[] } }).workReport
    expect(windows.filter((window) => window.asked)).toEqual([{ name: 'qingming', asked: true }])
  })

  it.each([
    [{ name: 'no-such', value: 1 }, 'REPORT_WINDOW_UNKNOWN', /没有此名称/],
    [{ name: 'employed-within', value: 1_096 }, 'REPORT_WINDOW_VALUE', /1 至 1095 的整数/],
    [{ name: 'qingming', from: '2025-04-10', to: '2025-04-01' }, 'REPORT_WINDOW_VALUE', /起日不晚于止日/],
  ])('%j is refused as %s, in both languages', async (window, code, inChinese) => {
    const { errors } = await asked([window], ['trained'])
    expect(errors?.[0]).toMatchObject({ extensions: { code, pointer: '/windows/0' } })
    expect(JSON.stringify(errors?.[0]?.extensions)).toMatch(inChinese)
    const comparing = `query($windows: [ReportWindowInput!]) { compareReport(a: {}, windows: $windows) { windows { name } } }`
    const compared = await gateway.ask(comparing, { windows: [window] })
    expect(compared.errors?.[0]).toMatchObject({ extensions: { code } })
  })
})

describe('the work report', () => {
  it('counts people once a fair, and opens into the events', async () => {
    await gateway.say([
      intent(fair, { person: { personId: first } }),
      intent(fair, { person: { personId: first } }),
      intent(fair, { attendeeKey: '17' }),
      intent(otherFair, { person: { personId: first } }),
    ])
    const { 'fair-intents': intents } = await report(['fair-intents'])
    expect(intents?.value.exact).toBe(3)
    expect(intents?.facts).toMatchObject({ totalCount: 4, nodes: [{ __typename: 'JobIntentReached' }] })
  })

  it('gives the latest count of jobs, not the sum of all reports', async () => {
    const jobs = (businessUscc: string, jobs: number, asOf: string) =>
      said('hr.BusinessJobsReported.v1', `person-${first}`, asOf, { businessUscc, jobs, asOf })
    await gateway.say([jobs('a', 2, '2024-05-01'), jobs('a', 6, '2024-08-01'), jobs('b', 5, '2024-06-01')])
    expect((await report(['jobs-from-businesses']))['jobs-from-businesses']?.value.exact).toBe(11)
  })

  it('leaves out what was taken back, and shows what was known before', async () => {
    const drill = said('veteran-affairs.EmergencyDrillHeld.v1', `team-${'f'.repeat(26)}`, '2025-02-18', {
      name: '演练',
      heldOn: '2025-02-18',
      jointMilitaryCivil: true,
      participants: 40,
    })
    await gateway.say([drill])
    const { position } = gateway.views.database.prepare('SELECT position FROM checkpoint').get() as { position: string }
    await gateway.say([
      said('veteran-affairs.FactRetracted.v1', drill.stream, '2025-02-20', { reason: '误报' }, drill.id),
    ])
    expect((await report(['joint-drills']))['joint-drills']?.value.exact).toBe(0)
    const before = await report(['joint-drills'], { moment: { asKnownAt: { position } } })
    expect(before['joint-drills']).toMatchObject({ value: { exact: 1 }, facts: { totalCount: 1 } })
  })

  it('keeps a share exact behind its rounding, and says nothing of a share of nothing', async () => {
    const trained = (person: string, employed: boolean) => [
      said('veteran-affairs.PlacementDecided.v1', `person-${person}`, '2024-02-01', {
        class: '军士',
        dischargeMode: '自主就业',
      }),
      said('hr.SkillsTrainingCompleted.v1', `person-${person}`, '2024-05-01', { courseId: 'x' }),
      said('hr.EmploymentStarted.v1', `person-${person}`, employed ? '2024-10-30' : '2024-11-02', { via: '实训基地' }),
    ]
    const keys = ['trained', 'trained-employed', 'trained-employed-share']
    expect((await report(keys))['trained-employed-share']?.value).toEqual({ display: '–', exact: null })
    await gateway.say([...trained(first, true), ...trained(second, false)])
    const after = await report(keys)
    expect(after.trained?.value.exact).toBe(2)
    expect(after['trained-employed-share']).toMatchObject({
      value: { display: '50 %', exact: 0.5 },
      facts: { totalCount: 1, nodes: [{ __typename: 'SkillsTrainingCompleted' }] },
    })
  })

  it('breaks down by its own field and by county, and counts one region alone', async () => {
    const opened = (n: string, region: string, level: string) =>
      said('veteran-affairs.ServiceStationOpened.v1', `station-${n.repeat(26)}`, '2023-01-10', {
        region,
        level,
        staff: 2,
      })
    await gateway.say([opened('a', '430302001', '乡镇'), opened('b', '430321', '县'), opened('c', '430302002', '乡镇')])
    const groups = (answer: Record<string, FigureAnswer>) =>
      answer['service-stations']?.groups.map(({ key, value }) => [key, value.exact])
    expect(groups(await report(['service-stations']))).toEqual([
      ['乡镇', 2],
      ['县', 1],
    ])
    expect(groups(await report(['service-stations'], { by: 'COUNTY' }))).toEqual([
      ['430302', 2],
      ['430321', 1],
    ])
    expect((await report(['service-stations'], { region: '430302' }))['service-stations']?.value.exact).toBe(2)
    for (const [region, stations] of [
      ['430300', 3],
      ['430000', 3],
      ['430200', 0],
    ] as const)
      expect((await report(['service-stations'], { region }))['service-stations']?.value.exact).toBe(stations)
  })

  it('adds up items, money and yearly growth', async () => {
    const season = (year: number, index: number) =>
      said('veteran-affairs.EnlistmentSeasonClosed.v1', `enlistment-${'a'.repeat(22)}${year}`, `${year}-10-10`, {
        from: `${year}-07`,
        to: `${year}-12`,
        index,
      })
    await gateway.say([
      season(2022, 1000),
      season(2025, 1158),
      said('veteran-affairs.TransitSupportProvided.v1', `transit-${'a'.repeat(26)}`, '2024-06-18', {
        items: [
          { goods: '雨衣雨具', qty: 120 },
          { goods: '雨衣雨具', qty: 80 },
          { goods: '饮用水', qty: 50 },
        ],
        weather: '暴雨',
      }),
      said('veteran-affairs.CondolenceVisitMade.v1', `visit-${'a'.repeat(26)}`, '2024-06-18', {
        familyPerson: { personId: first },
        familyNo: 'JS-1',
        postKind: '边防',
        cash: 400_000,
        goodsValue: 171_428,
      }),
    ])
    const answer = await report(['rain-gear', 'condolence-total', 'families-visited', 'enlistment-growth'])
    expect(answer['rain-gear']?.value.exact).toBe(200)
    expect(answer['condolence-total']?.value.display).toBe('5714.28')
    expect(answer['families-visited']?.value.exact).toBe(1)
    expect(answer['enlistment-growth']?.value.display).toBe('5 %')
  })

  it('measures each decision against its promise; waiting for missing material stops the clock', async () => {
    const decided = (n: string, decidedOn: string, waits: boolean) => {
      const stream = `case-${n.repeat(26)}`
      const step = (name: string, day: string, data: Record<string, unknown> = {}) =>
        said(`veteran-affairs.${name}.v1`, stream, day, { caseId: stream, ...data })
      return [
        step('BenefitApplicationAccepted', '2025-09-29', { acceptedOn: '2025-09-29', promisedDays: 9 }),
        ...(waits ? [step('MaterialsRequested', '2025-10-09'), step('MaterialsSupplied', '2025-10-14')] : []),
        step('BenefitDeclined', decidedOn, { decidedOn }),
      ]
    }
    await gateway.say([
      ...decided('a', '2025-10-17', false),
      ...decided('b', '2025-10-20', false),
      ...decided('c', '2025-10-20', true),
    ])
    const answer = await report(['cases-decided', 'decided-in-time'])
    expect(answer['cases-decided']?.value.exact).toBe(3)
    expect(answer['decided-in-time']?.value.exact).toBe(2)
  })
})
