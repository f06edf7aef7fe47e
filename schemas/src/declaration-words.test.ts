import { expect, it } from 'vitest'
import { lookUpType } from './catalogue.ts'
import { dayOfLawWordsOf, namingWordsOf, thingWordsOf, timeWordsOf } from './declaration-words.ts'
import type { EventDefinition } from './define-event.ts'

const definitionOf = (type: string): EventDefinition => lookUpType(type)!.definition

it.each([
  ['hr.BusinessJobsReported.v1', '时点事实，以“截至时点”(asOf)为准'],
  ['hr.EmploymentStarted.v1', '自“开始日期”(startedOn)起，至该事项终止'],
  ['hr.EmploymentEnded.v1', '时点事实，以“终止日期”(endedOn)为准；所终止的事项至“终止日期”(endedOn)止（含）'],
  ['veteran-affairs.VeteranRegistered.v2', '自事件时间起，至同一事项的下一条事实为止'],
  ['veteran-affairs.AnnualConfirmationCompleted.v1', '自事件时间起，至“年度”(year)当年12月31日止'],
  ['veteran-affairs.TransitSupportProvided.v1', '以“月份”(month)为期'],
  ['finance.PaymentOrdered.v1', '自“所属期起”(periodFrom)起，至“所属期止”(periodTo)止（含）'],
])('the time of %s is one Chinese sentence', (type, words) => {
  expect(timeWordsOf(definitionOf(type))?.zh).toBe(words)
})

it('what a type speaks of, whom it names, and whose law judges it are said by the names of its fields', () => {
  const annulled = definitionOf('civil-affairs.MarriageAnnulled.v1')
  expect(thingWordsOf(annulled)?.zh).toMatch(/^婚姻：以“结婚证字号”\(marriageNo\)，或“配偶”\(spouse\)/)
  expect(namingWordsOf(annulled.name, 'spouse.person')).toBe('配偶（`spouse.person`）')
  expect(dayOfLawWordsOf(annulled)?.zh).toBe('适用“撤销（无效）文书生效日期”(annulledOn)之日的法律')
  expect(dayOfLawWordsOf(definitionOf('hr.EmploymentStarted.v1'))).toBeUndefined()
})
