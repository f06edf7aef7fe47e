import type { City } from '../city.ts'
import { causedBy } from '../submission.ts'
import { inPart } from './cast.ts'
import { tellOf } from './telling.ts'

/** A sentence suspends a benefit until it is served, and nothing is made up for afterwards. */
export const tellSentenced = (city: City): void => {
  const tell = tellOf(city, inPart(city, 'sentenced'))
  const judgmentNo = '（2024）湘0302刑初18号'
  const benefit = { item: '生活补助', reasonCode: '有期徒刑', decidedByLevel: '省' }
  const imposed = tell('veteran-affairs', 'SentenceImposed', '2024-02-22', {
    assertedFrom: '法院',
    penalty: '有期徒刑',
    judgmentNo,
    inForceOn: '2024-02-20',
    from: '2024-02-20',
    until: '2025-02-19',
  })
  tell(
    'veteran-affairs',
    'BenefitSuspended',
    '2024-02-26',
    { ...benefit, from: '2024-03' },
    { extra: causedBy(imposed) },
  )
  const ended = tell('veteran-affairs', 'SentenceEnded', '2025-02-21', {
    assertedFrom: '司法行政',
    judgmentNo,
    endedOn: '2025-02-19',
    reason: '刑满',
  })
  tell('veteran-affairs', 'BenefitResumed', '2025-02-24', { ...benefit, from: '2025-03' }, { extra: causedBy(ended) })
}

/** Somebody is wanted for three weeks, and not paid for the month; caught, they turn out to be another than was meant. */
export const tellWanted = (city: City): void => {
  const tell = tellOf(city, inPart(city, 'wanted'))
  const noticeNo = '潭公通字〔2025〕7号'
  const benefit = { item: '生活补助', reasonCode: '通缉', decidedByLevel: '省' }
  const issued = tell('veteran-affairs', 'WantedNoticeIssued', '2025-02-12', {
    assertedFrom: '公安',
    noticeNo,
    issuedOn: '2025-02-11',
  })
  tell(
    'veteran-affairs',
    'BenefitSuspended',
    '2025-02-18',
    { ...benefit, from: '2025-03' },
    { extra: causedBy(issued) },
  )
  const ended = tell('veteran-affairs', 'WantedNoticeEnded', '2025-03-04', {
    assertedFrom: '公安',
    noticeNo,
    endedOn: '2025-03-03',
    reason: '撤销通缉',
  })
  tell('veteran-affairs', 'BenefitResumed', '2025-03-10', { ...benefit, from: '2025-04' }, { extra: causedBy(ended) })
}
