import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { heritageSiteKind, speakerKind, talkVenueKind } from '../event-codes.ts'
import { exampleAct } from '../example-act.ts'
import { day } from '../values/day.ts'
import { reference } from '../values/reference.ts'
import { count, wording } from './wording.ts'

const siteId = reference('site')
const siteExample = { siteId: 'ZD-7', ...exampleAct }

/** A place that hands on the heritage has opened. */
export const HeritageSiteOpened = defineEvent({
  department: 'veteran-affairs',
  name: 'HeritageSiteOpened',
  titleZh: '红色阵地建成',
  titleEn: 'Heritage site opened',
  descriptionZh: '红色阵地建成启用：类别和名称。',
  descriptionEn: 'A place that hands on the heritage has opened: of which kind, under which name.',
  time: { until: 'ended' },
  thing: { kind: 'place', key: 'stream' },
  category: 'site',
  data: { siteId, kind: heritageSiteKind, name: wording(80) },
  example: { ...siteExample, kind: '双拥公园', name: '莲城双拥公园' },
})

/** A place that handed on the heritage has closed. */
export const HeritageSiteClosed = defineEvent({
  department: 'veteran-affairs',
  name: 'HeritageSiteClosed',
  titleZh: '红色阵地停用',
  titleEn: 'Heritage site closed',
  descriptionZh: '红色阵地停用：类别和名称。',
  descriptionEn: 'A place that handed on the heritage has closed: of which kind, under which name.',
  time: { until: 'stands' },
  thing: { kind: 'place', key: 'stream' },
  category: 'site',
  data: { siteId, kind: heritageSiteKind, name: wording(80) },
  example: { ...siteExample, kind: '宣教室', name: '老站宣教室' },
})

/** An activity was held at a heritage site. */
export const HeritageActivityHeld = defineEvent({
  department: 'veteran-affairs',
  name: 'HeritageActivityHeld',
  titleZh: '红色阵地活动',
  titleEn: 'Heritage activity held',
  descriptionZh: '红色阵地开展活动：日期、参加人数。',
  descriptionEn: 'An activity was held at a heritage site: when, and how many came.',
  time: { from: 'heldOn', until: 'stands' },
  thing: { kind: 'occasion', key: 'event' },
  category: 'site',
  data: { siteId, heldOn: day, attendance: count },
  example: { ...siteExample, heldOn: '2025-09-30', attendance: 260 },
})

/** A talk on the heritage was given. */
export const HeritageTalkGiven = defineEvent({
  department: 'veteran-affairs',
  name: 'HeritageTalkGiven',
  titleZh: '红色宣讲',
  titleEn: 'Heritage talk given',
  descriptionZh: '开展红色宣讲：场所、宣讲人类别、听众人数、项目。',
  descriptionEn: 'A talk was given: where, by which kinds of speaker, to how many, in which programme.',
  time: { until: 'stands' },
  thing: { kind: 'occasion', key: 'stream' },
  category: 'talk',
  data: {
    talkId: reference('talk'),
    venueKind: talkVenueKind,
    speakers: z
      .array(z.strictObject({ kind: speakerKind }))
      .min(1)
      .max(20),
    audience: count,
    programme: wording(80),
  },
  example: {
    talkId: 'XJ-2025-31',
    ...exampleAct,
    venueKind: '校园',
    speakers: [{ kind: '老兵' }, { kind: '志愿者' }],
    audience: 180,
    programme: '老兵宣讲',
  },
})
