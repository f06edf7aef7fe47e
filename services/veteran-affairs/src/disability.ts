import type { Checks } from '@hub/intake/fault.ts'
import type { Fault } from '@hub/runtime/problem.ts'
import { disabledCategories } from '@hub/schemas/benefit-codes.ts'
import { illnessGrades, pensionStart, ratingNotice } from '@hub/schemas/law/disability-pension.ts'
import { lawOfFact } from '@hub/schemas/law/law-of-fact.ts'
import { deathOfTheDisabled } from '@hub/schemas/law/survivors.ts'
import { beginningOf } from '@hub/schemas/own-time.ts'
import { dayAfter, monthAfter } from '@hub/schemas/values/day.ts'
import { workingDaysBetween } from '@hub/schemas/values/working-days.ts'
import { PublicNoticeHeld } from '@hub/schemas/veteran-affairs/approval-process.ts'
import { DisabilityRated } from '@hub/schemas/veteran-affairs/disability.ts'
import { DeathCircumstancesDetermined } from '@hub/schemas/veteran-affairs/survivors.ts'
import { fault, faultByLaw } from './refusals.ts'

type Data = Readonly<Record<string, unknown>>

/** The army rates soldiers, former soldiers are made up for, and only those who were never soldiers are rated anew. */
const kindFitsCategory = ({ kind, category }: Data): readonly Fault[] => {
  const soldier = category === '残疾军人'
  const fits = kind === '调整' || (kind === '新办' ? !soldier : soldier)
  return disabledCategories.has(String(category)) && fits ? [] : [fault('RATING_NOT_OF_CATEGORY', '/kind')]
}

const illnessIsGrave = (data: Data, envelopeTime: string): readonly Fault[] => {
  const law = lawOfFact(DisabilityRated, illnessGrades, data, envelopeTime)
  return law && data.nature === '因病' && Number(data.grade) > law.value.lowest
    ? [faultByLaw('GRADE_NOT_OF_NATURE', '/grade', law)]
    : []
}

const paidFromTheMonthOfLaw = (data: Data, envelopeTime: string): readonly Fault[] => {
  const law = lawOfFact(DisabilityRated, pensionStart, data, envelopeTime)
  const approved = beginningOf(DisabilityRated, data, envelopeTime).slice(0, 7)
  const first = law?.value === 'month-after-approval' ? monthAfter(approved) : approved
  return law && String(data.payableFrom) < first ? [faultByLaw('PAYABLE_TOO_EARLY', '/payableFrom', law)] : []
}

/** Working days on which a notice stood; both days count. */
const standsLongEnough = (data: Data, envelopeTime: string): readonly Fault[] => {
  const { matter, from, until } = data
  const law = matter === '评残' ? lawOfFact(PublicNoticeHeld, ratingNotice, data, envelopeTime) : undefined
  const worked = workingDaysBetween(dayAfter(String(from), -1), String(until))
  // Where the holidays are not published yet nobody can say that it was too short.
  return law && worked !== null && worked < law.value.workingDays ? [faultByLaw('NOTICE_TOO_SHORT', '/until', law)] : []
}

const recursOnlyByInjury = (data: Data, envelopeTime: string): readonly Fault[] => {
  const law = lawOfFact(DeathCircumstancesDetermined, deathOfTheDisabled, data, envelopeTime)
  return law && data.circumstances === '旧伤复发' && !law.value.recurs.includes(String(data.nature))
    ? [faultByLaw('CANNOT_RECUR', '/circumstances', law)]
    : []
}

/** What the law says of a rating, of its public notice, and of how the disabled die, each by the law of its day. */
export const disability: Checks = {
  DisabilityRated: {
    RATING_NOT_OF_CATEGORY: kindFitsCategory,
    GRADE_NOT_OF_NATURE: illnessIsGrave,
    PAYABLE_TOO_EARLY: paidFromTheMonthOfLaw,
  },
  PublicNoticeHeld: { NOTICE_TOO_SHORT: standsLongEnough },
  DeathCircumstancesDetermined: { CANNOT_RECUR: recursOnlyByInjury },
}
