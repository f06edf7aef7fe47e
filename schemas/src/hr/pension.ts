import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { examplePersonAct } from '../example-act.ts'
import type { Thing } from '../thing.ts'
import { codeList } from '../values/code-list.ts'
import { month } from '../values/day.ts'
import { fen } from '../values/money.ts'

/** Of which scheme an old-age pension is. */
export const pensionScheme = codeList('pensionScheme', {
  职工: { en: 'employees', zh: '企业职工基本养老保险' },
  居民: { en: 'residents', zh: '城乡居民基本养老保险' },
  机关事业: { en: 'offices and public institutions', zh: '机关事业单位基本养老保险' },
})

const pensionThing: Thing = { kind: 'pension', key: [['scheme']] }
const reason = z.string().min(1).max(200)

/** The person's old-age pension. */
export const PensionGranted = defineEvent({
  department: 'hr',
  name: 'PensionGranted',
  titleZh: '养老金核定',
  titleEn: 'Pension granted',
  descriptionZh: '核定当事人某一制度的基本养老金月标准和起始月份。',
  descriptionEn: 'An old-age pension was granted at a sum a month, from a month on.',
  time: { from: 'from', until: 'ended' },
  thing: pensionThing,
  data: { scheme: pensionScheme, monthly: fen, from: month, reason: reason.optional() },
  example: { ...examplePersonAct, scheme: '职工', monthly: 318_600, from: '2023-04' },
})

/** Another sum from a month on. */
export const PensionAdjusted = defineEvent({
  department: 'hr',
  name: 'PensionAdjusted',
  titleZh: '养老金调整',
  titleEn: 'Pension adjusted',
  descriptionZh: '基本养老金自某月起调整为新的月标准，载明原因。',
  descriptionEn: 'The pension is another sum a month from a month on, with the reason.',
  time: { from: 'from', until: 'next' },
  thing: pensionThing,
  data: { scheme: pensionScheme, monthly: fen, from: month, reason },
  example: { ...examplePersonAct, scheme: '职工', monthly: 330_700, from: '2024-01', reason: '年度调整' },
})

/** The end of a pension; the month is the first one without it. */
export const PensionStopped = defineEvent({
  department: 'hr',
  name: 'PensionStopped',
  titleZh: '养老金停发',
  titleEn: 'Pension stopped',
  descriptionZh: '基本养老金自某月起停发，载明原因。',
  descriptionEn: 'The pension is no longer paid from a month on, with the reason.',
  time: { from: 'from', until: 'stands', ends: { firstWithout: 'from' } },
  thing: pensionThing,
  data: { scheme: pensionScheme, from: month, reason },
  example: { ...examplePersonAct, scheme: '职工', from: '2024-03', reason: '死亡' },
})
