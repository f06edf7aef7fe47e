import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { exampleCompanies, examplePersonAct } from '../example-act.ts'
import { open } from '../open-field.ts'
import type { Thing } from '../thing.ts'
import { codeList } from '../values/code-list.ts'
import { day } from '../values/day.ts'
import { fen } from '../values/money.ts'
import { reference } from '../values/reference.ts'
import { uscc } from '../values/social-credit-code.ts'

const businessThing: Thing = { kind: 'business', key: [['businessUscc']] }

/** How a start is funded. */
export const startupFundingKind = codeList('startupFundingKind', { 补贴: 'subsidy', 担保贷款: 'guaranteed loan' })

/** Money for somebody who starts a business. */
export const StartupFundingGranted = defineEvent({
  department: 'hr',
  name: 'StartupFundingGranted',
  titleZh: '创业扶持',
  titleEn: 'Startup funding granted',
  descriptionZh: '给予当事人创业补贴或担保贷款，载明金额。',
  descriptionEn: 'The person was granted a subsidy or a guaranteed loan to start a business.',
  time: { from: 'grantedOn', until: 'stands' },
  thing: { kind: 'subsidy', key: 'event' },
  countedBy: ['startup-funding'],
  data: {
    kind: open(startupFundingKind, { figures: ['startup-funding'] }),
    amount: open(fen, { figures: ['startup-funding'] }),
    businessUscc: uscc.optional(),
    grantedOn: day.optional(),
  },
  example: {
    ...examplePersonAct,
    kind: '担保贷款',
    amount: 20_000_000,
    businessUscc: exampleCompanies.own,
    grantedOn: '2024-08-01',
  },
})

/** A business of the person's own. */
export const BusinessStarted = defineEvent({
  department: 'hr',
  name: 'BusinessStarted',
  titleZh: '创办企业',
  titleEn: 'Business started',
  descriptionZh: '当事人创办经营主体，入驻孵化平台的载明平台。',
  descriptionEn: 'The person has started a business, in an incubator where one is named.',
  time: { from: 'startedOn', until: 'ended' },
  thing: businessThing,
  countedBy: ['businesses-started'],
  data: {
    businessUscc: open(uscc, { figures: ['businesses-started'], as: { form: 'keyed' } }),
    startedOn: day,
    incubatorId: reference('base').optional(),
  },
  example: {
    ...examplePersonAct,
    businessUscc: exampleCompanies.own,
    startedOn: '2024-07-08',
    incubatorId: 'FH-2023-01',
  },
})

/** The business exists no longer. */
export const BusinessClosed = defineEvent({
  department: 'hr',
  name: 'BusinessClosed',
  titleZh: '企业注销',
  titleEn: 'Business closed',
  descriptionZh: '当事人创办的经营主体注销。',
  descriptionEn: 'A business that the person had started was closed.',
  time: { from: 'closedOn', until: 'stands', ends: { firstWithout: 'closedOn' } },
  thing: businessThing,
  data: { businessUscc: uscc, closedOn: day, reason: z.string().min(1).max(200).optional() },
  example: { ...examplePersonAct, businessUscc: exampleCompanies.own, closedOn: '2025-09-30' },
})

/** How many jobs a business gives; of several reports the latest counts. */
export const BusinessJobsReported = defineEvent({
  department: 'hr',
  name: 'BusinessJobsReported',
  titleZh: '带动就业',
  titleEn: 'Business jobs reported',
  descriptionZh: '当事人创办的经营主体在某日带动就业的人数，以最近一次为准。',
  descriptionEn: "How many jobs the person's business gave on a day; the latest report counts.",
  time: { from: 'asOf', until: 'stands' },
  thing: businessThing,
  countedBy: ['jobs-from-businesses'],
  data: {
    businessUscc: open(uscc, { figures: ['jobs-from-businesses'], as: { form: 'keyed' } }),
    jobs: open(z.int().min(0).max(1_000_000), { figures: ['jobs-from-businesses'] }),
    asOf: open(day, { figures: ['jobs-from-businesses'] }),
  },
  example: { ...examplePersonAct, businessUscc: exampleCompanies.own, jobs: 6, asOf: '2024-12-31' },
})
