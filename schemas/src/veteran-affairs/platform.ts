import { z } from 'zod'
import { channel } from '../codes.ts'
import { defineEvent } from '../define-event.ts'
import { matterKind, matterOutcome } from '../event-codes.ts'
import { exampleAct, examplePersonAct } from '../example-act.ts'
import { open } from '../open-field.ts'
import { day } from '../values/day.ts'
import { person } from '../values/person.ts'
import { reference } from '../values/reference.ts'
import { wording } from './wording.ts'

const matterId = reference('matter')
const matter = { matterId, matterType: wording(60), kind: matterKind, channel, person: person.optional() }
const matterExample = {
  matterId: 'SX-2025-00042',
  ...examplePersonAct,
  matterType: '优待证申领',
  kind: '业务申请',
  channel: 'APP',
}

/** A matter was taken in. */
export const MatterReceived = defineEvent({
  department: 'veteran-affairs',
  name: 'MatterReceived',
  titleZh: '事项受理',
  titleEn: 'Matter received',
  descriptionZh: '受理一项咨询、申请或进度查询，载明渠道。',
  descriptionEn: 'A query, an application or a question about progress was taken in, by a channel.',
  time: { until: 'ended' },
  thing: { kind: 'matter', key: [['matterId']] },
  category: 'matter',
  data: matter,
  example: matterExample,
})

/** A matter was dealt with. */
export const MatterCompleted = defineEvent({
  department: 'veteran-affairs',
  name: 'MatterCompleted',
  titleZh: '事项办结',
  titleEn: 'Matter completed',
  descriptionZh: '一项事项办结，载明结果。',
  descriptionEn: 'A matter was dealt with, and how it ended.',
  time: { until: 'stands' },
  thing: { kind: 'matter', key: [['matterId']] },
  category: 'matter',
  countedBy: ['platform-matters', 'platform-matters-by-kind'],
  data: {
    ...matter,
    kind: open(matterKind, { figures: ['platform-matters-by-kind'] }),
    channel: open(channel, {
      figures: ['platform-matters', 'platform-matters-by-kind', 'matters-rated', 'matters-rated-well'],
      as: { form: 'only', values: ['APP', '公众号'] },
    }),
    outcome: matterOutcome,
  },
  example: { ...matterExample, outcome: '办结' },
})

/** Somebody has said how satisfied they are with how a matter was dealt with. */
export const MatterRated = defineEvent({
  department: 'veteran-affairs',
  name: 'MatterRated',
  titleZh: '好差评',
  titleEn: 'Matter rated',
  descriptionZh: '办事人对事项的评价：一至五分，四、五分为满意、非常满意。',
  descriptionEn: 'How satisfied somebody was with a matter, from 1 to 5; 4 is satisfied and 5 very satisfied.',
  time: { until: 'stands' },
  thing: { kind: 'matter', key: [['matterId']] },
  category: 'matter',
  data: { matterId, score: z.int().min(1).max(5) },
  example: { matterId: 'SX-2025-00042', ...exampleAct, score: 5 },
})

/** The online platform is open to the public. */
export const PlatformOpened = defineEvent({
  department: 'veteran-affairs',
  name: 'PlatformOpened',
  titleZh: '线上平台开通',
  titleEn: 'Platform opened',
  descriptionZh: '线上服务平台开通：渠道和日期。',
  descriptionEn: 'The online platform was opened: by which channels, and on which day.',
  time: { from: 'openedOn', until: 'next' },
  thing: { kind: 'place', key: 'stream' },
  category: 'platform',
  data: { platformId: reference('platform'), channels: z.array(channel).min(1).max(5), openedOn: day },
  example: { platformId: 'XS-1', ...exampleAct, channels: ['APP', '公众号'], openedOn: '2023-06-01' },
})
