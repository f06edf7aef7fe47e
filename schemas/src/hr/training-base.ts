import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { exampleAct, exampleCompanies } from '../example-act.ts'
import { codeList } from '../values/code-list.ts'
import { day } from '../values/day.ts'
import { reference } from '../values/reference.ts'
import { uscc } from '../values/social-credit-code.ts'

/** What a base is for. */
export const trainingBaseKind = codeList('trainingBaseKind', { 实习实训: 'practical training', 孵化: 'incubator' })

const base = { baseId: reference('base'), kind: trainingBaseKind, partnerUscc: uscc }
const baseExample = { ...exampleAct, baseId: 'FH-2023-01', kind: '孵化', partnerUscc: exampleCompanies.foundation }

/** A training base or an incubator that takes people. */
export const TrainingBaseOpened = defineEvent({
  department: 'hr',
  name: 'TrainingBaseOpened',
  titleZh: '实训基地设立',
  titleEn: 'Training base opened',
  descriptionZh: '设立实习实训基地或创业孵化平台，载明合作单位和容量。',
  descriptionEn: 'A training base or incubator was opened with a partner, for so many people.',
  time: { from: 'openedOn', until: 'ended' },
  thing: { kind: 'place', key: 'stream' },
  category: 'base',
  data: { ...base, places: z.int().min(1).max(100_000), openedOn: day.optional() },
  example: { ...baseExample, places: 40, openedOn: '2023-05-18' },
})

/** Why a base is closed. A code: the event names nobody, so that words would lie open. */
const baseClosingReason = codeList('baseClosingReason', {
  合作期满: 'the cooperation has run out',
  主动退出: 'the partner withdrew',
  考核不合格: 'it did not pass its assessment',
  违规取消: 'cancelled for a breach of rules',
  其他: 'other',
})

/** A base that takes nobody any more. */
export const TrainingBaseClosed = defineEvent({
  department: 'hr',
  name: 'TrainingBaseClosed',
  titleZh: '实训基地停用',
  titleEn: 'Training base closed',
  descriptionZh: '实习实训基地或创业孵化平台停用。',
  descriptionEn: 'A training base or incubator was closed.',
  time: { from: 'closedOn', until: 'stands', ends: { firstWithout: 'closedOn' } },
  thing: { kind: 'place', key: 'stream' },
  category: 'base',
  data: { ...base, closedOn: day.optional(), reason: baseClosingReason.optional() },
  example: { ...baseExample, closedOn: '2025-06-30', reason: '合作期满' },
})
