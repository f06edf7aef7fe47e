import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { exampleAct, examplePersonAct } from '../example-act.ts'
import type { Thing } from '../thing.ts'
import { codeList } from '../values/code-list.ts'
import { fen, signedFen } from '../values/money.ts'
import { person } from '../values/person.ts'
import { reference } from '../values/reference.ts'

/** Which level's treasury the money comes from. */
export const fundSource = codeList('fundSource', {
  中央: 'central',
  省: 'provincial',
  市: 'municipal',
  县: 'county',
})

/** A budget line, as the treasury names it. */
export const budgetLine = z.string().min(1).max(80)

const line = { budgetId: reference('budget'), line: budgetLine, year: z.int().min(1949).max(2199), source: fundSource }
const lineExample = { ...exampleAct, budgetId: 'YS-2024-2080801', line: '2080801 死亡抚恤', year: 2024, source: '中央' }

/** Money allotted to a budget line. */
export const BudgetAllotted = defineEvent({
  department: 'finance',
  name: 'BudgetAllotted',
  titleZh: '预算下达',
  titleEn: 'Budget allotted',
  descriptionZh: '某年度某预算科目下达的资金，载明资金来源。',
  descriptionEn: 'Money was allotted to a budget line for a year, from one level of government.',
  time: { until: { endOfYear: 'year' } },
  thing: { kind: 'budget', key: 'stream' },
  category: 'budget',
  data: { ...line, amount: fen },
  example: { ...lineExample, amount: 860_000_000, documentNo: '潭财社指〔2024〕12号' },
})

/** Why an allotment is changed. A code: the event names nobody, so that words would lie open. */
const budgetAdjustmentReason = codeList('budgetAdjustmentReason', {
  标准提高: 'rates were raised',
  人数变化: 'more or fewer people',
  追加: 'money was added',
  调剂: 'moved between lines',
  结余收回: 'what was left is taken back',
  其他: 'other',
})

/** A change of an allotment, up or down. */
export const BudgetAdjusted = defineEvent({
  department: 'finance',
  name: 'BudgetAdjusted',
  titleZh: '预算调整',
  titleEn: 'Budget adjusted',
  descriptionZh: '对已下达预算的追加（正数）或收回（负数）。',
  descriptionEn: 'An allotment was raised (a positive amount) or lowered (a negative one).',
  time: { until: { endOfYear: 'year' } },
  thing: { kind: 'budget', key: 'stream' },
  category: 'budget',
  data: { ...line, amount: signedFen, reason: budgetAdjustmentReason.optional() },
  example: { ...lineExample, amount: -20_000_000, reason: '结余收回' },
})

const reservation = {
  /** Whose case it is: what is reserved for somebody is sealed like what is paid to them. */
  person,
  caseId: reference('case'),
  line: budgetLine,
  amount: fen,
}
const reservationThing: Thing = { kind: 'reservation', key: [['caseId', 'line']] }
const reservationExample = {
  ...examplePersonAct,
  caseId: 'YF-2024-0031',
  line: '2080801 死亡抚恤',
  amount: 1_481_400,
}

/** Budget set aside for a case before anything is paid. */
export const BudgetReserved = defineEvent({
  department: 'finance',
  name: 'BudgetReserved',
  titleZh: '额度占用',
  titleEn: 'Budget reserved',
  descriptionZh: '为某审批事项占用预算额度。',
  descriptionEn: 'Money of a budget line was set aside for a case.',
  time: { until: 'ended' },
  thing: reservationThing,
  category: 'case',
  countedBy: ['cases-across-departments'],
  data: { ...reservation, reason: z.string().min(1).max(300).optional() },
  example: reservationExample,
})

/** A reservation given back. */
export const BudgetReservationReleased = defineEvent({
  department: 'finance',
  name: 'BudgetReservationReleased',
  titleZh: '额度释放',
  titleEn: 'Budget reservation released',
  descriptionZh: '释放为某审批事项占用的预算额度，载明原因。',
  descriptionEn: 'Money set aside for a case was given back to its budget line, with the reason.',
  time: { until: 'stands' },
  thing: reservationThing,
  category: 'case',
  data: { ...reservation, reason: z.string().min(1).max(300) },
  example: { ...reservationExample, reason: '申请人撤回申请' },
})
