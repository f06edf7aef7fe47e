import { faultsOfEvents } from '@hub/intake/rules/event-faults.fixture.ts'
import { describe, expect, it } from 'vitest'
import { checks } from './checks.ts'

const inSeparateHands = [
  { officialId: 'O-1', duty: '经办' },
  { officialId: 'O-2', duty: '审批' },
]
const faultsOf = faultsOfEvents('veteran-affairs', checks)
const faultsIn = (name: string, data: Record<string, unknown>) =>
  faultsOf(name, { region: '430302', handledBy: inSeparateHands, ...data }, '2025-06-01T00:00:00.000Z')
const faults = (name: string, data: Record<string, unknown>) =>
  faultsIn(name, data).map(({ code, pointer }) => `${code} ${pointer}`)

describe('a petition', () => {
  it('is told of, answered, reviewed and rechecked late as well as in time', () => {
    const [soon, late] = ['2025-03-18', '2026-03-18']
    for (const day of [soon, late]) {
      expect(faults('PetitionAccepted', { receivedOn: '2025-03-03', acceptedOn: day })).toEqual([])
      expect(faults('PetitionAnswered', { acceptedOn: '2025-03-03', answeredOn: day })).toEqual([])
      expect(
        faults('PetitionReviewed', { answeredOn: '2025-03-01', requestedOn: '2025-03-03', reviewedOn: day }),
      ).toEqual([])
      expect(
        faults('PetitionRechecked', { reviewedOn: '2025-03-01', requestedOn: '2025-03-03', recheckedOn: day }),
      ).toEqual([])
    }
  })

  it('is never accepted before its receipt, answered before its acceptance, reviewed before its answer', () => {
    expect(faults('PetitionAccepted', { receivedOn: '2025-03-03', acceptedOn: '2025-03-02' })).toEqual([
      'ORDER_OF_DATES /acceptedOn',
    ])
    expect(faults('PetitionNotAccepted', { receivedOn: '2025-03-03', decidedOn: '2025-03-02' })).toEqual([
      'ORDER_OF_DATES /decidedOn',
    ])
    expect(faults('PetitionAnswered', { acceptedOn: '2025-03-03', answeredOn: '2025-03-02' })).toEqual([
      'ORDER_OF_DATES /answeredOn',
    ])
    expect(
      faults('PetitionReviewed', { answeredOn: '2025-03-03', requestedOn: '2025-03-02', reviewedOn: '2025-03-20' }),
    ).toEqual(['ORDER_OF_DATES /requestedOn'])
    expect(
      faults('PetitionRechecked', { reviewedOn: '2025-03-03', requestedOn: '2025-03-20', recheckedOn: '2025-03-19' }),
    ).toEqual(['ORDER_OF_DATES /recheckedOn'])
  })

  it('has thirty days added to its term at most, by the article in force', () => {
    const answered = (extendedDays: number, acceptedOn = '2025-03-03') =>
      faultsIn('PetitionAnswered', { acceptedOn, answeredOn: '2025-06-01', extendedDays })
    expect(answered(30)).toEqual([])
    expect(answered(31)).toMatchObject([
      { code: 'EXTENSION_TOO_LONG', pointer: '/extendedDays', messageZh: expect.stringContaining('第三十四条') },
    ])
    expect(answered(31, '2022-05-01')[0]!.messageZh).toContain('《信访工作条例》第三十四条')
    expect(answered(31, '2022-04-30')[0]!.messageZh).toContain('《信访条例》')
  })

  it('is answered and decided on in separate hands', () => {
    const oneHand = [
      { officialId: 'O-1', duty: '经办' },
      { officialId: 'O-1', duty: '审批' },
    ]
    expect(
      faults('PetitionAnswered', { acceptedOn: '2025-03-03', answeredOn: '2025-04-02', handledBy: oneHand }),
    ).toEqual(['TWO_DUTIES /handledBy/1'])
  })
})

it('legal aid is what the justice administration hands over', () => {
  const granted = { appliedOn: '2025-04-03', grantedOn: '2025-04-08' }
  expect(faults('LegalAidGranted', { ...granted, assertedFrom: '司法行政' })).toEqual([])
  expect(faults('LegalAidGranted', granted)).toEqual(['ASSERTED_FROM /assertedFrom'])
})

describe('supervision', () => {
  it('goes from notice to rectification to acceptance, late or in time', () => {
    expect(faults('SupervisionNoticeIssued', { issuedOn: '2025-06-03', dueOn: '2025-06-02' })).toEqual([
      'ORDER_OF_DATES /dueOn',
    ])
    expect(faults('SupervisionAccepted', { rectifiedOn: '2025-07-03', acceptedOn: '2025-07-02' })).toEqual([
      'ORDER_OF_DATES /acceptedOn',
    ])
    expect(
      faults('SupervisionSentBack', { rectifiedOn: '2025-07-03', sentBackOn: '2025-07-04', dueOn: '2025-07-03' }),
    ).toEqual(['ORDER_OF_DATES /dueOn'])
    expect(
      faults('DataSharingAnswered', { requestedOn: '2025-07-01', dueOn: '2025-07-15', answeredOn: '2025-09-01' }),
    ).toEqual([])
  })

  it('gives scores whose parts add up', () => {
    const scored = (score: number, ...parts: [number, number][]) =>
      faults('AssessmentScored', { score, items: parts.map(([full, scored]) => ({ full, scored })) })
    expect(scored(91.5, [40, 36], [60, 55.5])).toEqual([])
    expect(scored(92, [40, 36], [60, 55.5])).toEqual(['PARTS_ARE_NOT_THE_SCORE /score'])
    expect(scored(101, [40, 41], [60, 60])).toEqual(['MORE_THAN_ALL /items/0/scored'])
    expect(faults('AssessmentScored', { score: 80 })).toEqual([])
  })
})
