import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { examplePersonAct } from '../example-act.ts'
import { specialHardshipWithAllowance } from '../law/social-assistance.ts'
import type { Thing } from '../thing.ts'
import { codeList } from '../values/code-list.ts'
import { day, month } from '../values/day.ts'
import { fen } from '../values/money.ts'

/** Where a person in special hardship is cared for. */
export const hardshipSupport = codeList('hardshipSupport', { 集中: 'in a home', 分散: 'at home' })

/** The two subsidies for disabled persons. */
export const disabledSubsidyKind = codeList('disabledSubsidyKind', { 生活: 'living', 护理: 'nursing' })

const hardshipThing: Thing = { kind: 'specialHardship', key: 'person' }
const subsidyThing: Thing = { kind: 'subsidy', key: [['kind', 'county']] }
const reason = z.string().min(1).max(200)

/** The person is supported as one in special hardship (特困). */
export const SpecialHardshipGranted = defineEvent({
  department: 'civil-affairs',
  name: 'SpecialHardshipGranted',
  titleZh: '特困人员救助供养认定',
  titleEn: 'Special hardship granted',
  descriptionZh: '认定当事人为特困人员并给予救助供养，载明供养方式和起始月份。',
  descriptionEn: 'The person is supported as one in special hardship, in a home or at home, from a month on.',
  time: { from: 'from', until: 'ended' },
  thing: hardshipThing,
  law: [specialHardshipWithAllowance],
  data: { support: hardshipSupport, from: month },
  example: { ...examplePersonAct, support: '集中', from: '2023-03' },
})

/** The end of that support; the month is the first one without it. */
export const SpecialHardshipEnded = defineEvent({
  department: 'civil-affairs',
  name: 'SpecialHardshipEnded',
  titleZh: '特困人员救助供养终止',
  titleEn: 'Special hardship ended',
  descriptionZh: '特困人员救助供养自某月起终止。',
  descriptionEn: 'Support for special hardship has ended from a month on.',
  time: { from: 'from', until: 'stands', ends: { firstWithout: 'from' } },
  thing: hardshipThing,
  data: { support: hardshipSupport.optional(), from: month, reason: reason.optional() },
  example: { ...examplePersonAct, support: '集中', from: '2024-08', reason: '不再符合条件' },
})

/** Relief given once. */
export const TemporaryAssistanceGranted = defineEvent({
  department: 'civil-affairs',
  name: 'TemporaryAssistanceGranted',
  titleZh: '临时救助',
  titleEn: 'Temporary assistance granted',
  descriptionZh: '因突发困难给予一次性临时救助，载明事由和金额。',
  descriptionEn: 'Relief was given once for a sudden hardship, with the ground and the amount.',
  time: { from: 'grantedOn', until: 'stands' },
  thing: { kind: 'relief', key: 'event' },
  data: { reason, amount: fen, grantedOn: day.optional() },
  example: { ...examplePersonAct, reason: '房屋火灾', amount: 500_000, grantedOn: '2023-12-08' },
})

const subsidy = { kind: disabledSubsidyKind, from: month }

/** One of the two subsidies for disabled persons. */
export const DisabledPersonSubsidyGranted = defineEvent({
  department: 'civil-affairs',
  name: 'DisabledPersonSubsidyGranted',
  titleZh: '残疾人两项补贴发放',
  titleEn: 'Disabled person subsidy granted',
  descriptionZh: '核定困难残疾人生活补贴或重度残疾人护理补贴，载明月标准和起始月份。',
  descriptionEn: 'A living or nursing subsidy for a disabled person was granted, at a sum a month, from a month on.',
  time: { from: 'from', until: 'ended' },
  thing: subsidyThing,
  data: { ...subsidy, monthly: fen },
  example: { ...examplePersonAct, kind: '护理', monthly: 10_000, from: '2023-01' },
})

/** The end of such a subsidy; the month is the first one without it. */
export const DisabledPersonSubsidyStopped = defineEvent({
  department: 'civil-affairs',
  name: 'DisabledPersonSubsidyStopped',
  titleZh: '残疾人两项补贴停发',
  titleEn: 'Disabled person subsidy stopped',
  descriptionZh: '困难残疾人生活补贴或重度残疾人护理补贴自某月起停发。',
  descriptionEn: 'A living or nursing subsidy for a disabled person is no longer paid from a month on.',
  time: { from: 'from', until: 'stands', ends: { firstWithout: 'from' } },
  thing: subsidyThing,
  data: { ...subsidy, reason: reason.optional() },
  example: { ...examplePersonAct, kind: '护理', from: '2024-03', reason: '死亡' },
})
