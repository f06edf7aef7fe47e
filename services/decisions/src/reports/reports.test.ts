import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectLawful, specificationOf } from '../given-when-then.fixture.ts'
import { type CountedReport, type FreezeRequest, freeze, type ReportEvent, reports } from './reports.ts'

const request = { reportName: '2025年度工作报告', frozenBy: 'O-1' } satisfies FreezeRequest
const counted: CountedReport = {
  position: `${'0'.repeat(31)}7`,
  asKnownAt: '2026-01-10T01:00:00.000Z',
  windows: [{ name: 'whole', titleZh: '全部记录', asked: false }],
  figures: [
    {
      key: 'recuperated',
      row: 8,
      titleZh: '疗养',
      unit: 'persons',
      value: 50,
      windows: ['whole'],
      definition: 'a'.repeat(32),
    },
  ],
}
const later: CountedReport = { ...counted, position: `${'0'.repeat(31)}9` }
const frozen: ReportEvent = { type: 'hub.ReportFrozen.v1', id: 'frozen', data: { ...request, ...counted } }
const { given } = specificationOf(reports)
const freezing =
  (asked: Partial<FreezeRequest> = {}, comesTo: CountedReport = counted) =>
  (report: Parameters<typeof freeze>[2]) =>
    freeze({ ...request, ...asked }, comesTo, report)
const taken = { code: 'NAME_TAKEN', pointer: '/reportName' } as const

describe('freezing a report', () => {
  it('freezes what is counted', () => given().when(freezing()).thenEvents(frozen))
  it('keeps the moment, the region and the note that it was asked for', () => {
    const asked = { ofRegion: '430302', note: '交审计', asOf: '2025-12-31' }
    const { asOf: _day, ...kept } = asked
    const comesTo = { ...counted, asOf: '2025-12-31T15:59:59.999Z' }
    given()
      .when(freezing(asked, comesTo))
      .thenEvents({ ...frozen, data: { ...request, ...comesTo, ...kept } })
  })
  it('gives nothing new when it is asked again, whatever has been recorded since', () => {
    given(frozen).when(freezing({}, later)).thenNothing()
    given(frozen)
      .when(freezing({ frozenBy: 'O-2', note: '又一次' }, later))
      .thenNothing()
  })
  it('refuses the same name for another moment or region', () => {
    const { position } = later
    given(frozen)
      .when(freezing({ asKnownAt: { position } }, later))
      .thenRefused(taken)
    given(frozen)
      .when(freezing({ asOf: '2024-12-31' }, { ...counted, asOf: '2024-12-31T15:59:59.999Z' }))
      .thenRefused(taken)
    given(frozen)
      .when(freezing({ ofRegion: '430302' }))
      .thenRefused(taken)
  })
  it('refuses the same name for other windows, and takes a default that has become another since', () => {
    const counting = (value: number, asked: boolean): CountedReport => ({
      ...counted,
      windows: [{ name: 'employed-within', titleZh: '培训后就业期限', unit: 'days', value, asked }],
    })
    const asking = { windows: [{ name: 'employed-within', value: 90 }] }
    const of90: ReportEvent = { ...frozen, data: { ...request, ...counting(90, true) } }
    given()
      .when(freezing(asking, counting(90, true)))
      .thenEvents(of90)
    given(of90)
      .when(freezing(asking, counting(90, true)))
      .thenNothing()
    given(of90)
      .when(freezing({}, counting(183, false)))
      .thenRefused(taken)
    given({ ...frozen, data: { ...request, ...counting(183, false) } })
      .when(freezing({}, counting(365, false)))
      .thenNothing()
  })
  it('takes the city, what lies in it and what it lies in for a region, and refuses any other', () => {
    for (const ofRegion of ['430300', '430302', '430302001', '430000'])
      given()
        .when(freezing({ ofRegion }))
        .thenEvents({ ...frozen, data: { ...frozen.data, ofRegion } })
    given()
      .when(freezing({ ofRegion: '110101' }))
      .thenRefused({ code: 'REGION_NOT_SERVED', pointer: '/ofRegion' })
  })
})

it('is lawful whatever is asked and counted, and the first report of a name stays', () => {
  const positions = fc.constantFrom(counted, later)
  const regions = fc.constantFrom(undefined, '430302', '430304')
  fc.assert(
    fc.property(fc.array(fc.tuple(positions, regions), { minLength: 1, maxLength: 6 }), (sequence) => {
      let events: readonly ReportEvent[] = []
      for (const [comesTo, ofRegion] of sequence) {
        const decision = expectLawful(reports, events, freezing({ ofRegion }, comesTo))
        events = [...events, ...('refused' in decision ? [] : decision)]
      }
      expect(events).toHaveLength(1)
    }),
  )
})
