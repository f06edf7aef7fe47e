import { honourKind } from '../care-codes.ts'
import { honourLevel } from '../codes.ts'
import { defineEvent } from '../define-event.ts'
import { examplePersonAct } from '../example-act.ts'
import { open } from '../open-field.ts'
import { day } from '../values/day.ts'
import { wording, year } from './wording.ts'

/** A plaque of honour, or a letter of good news, was brought to the family. */
export const HonourPlaqueDelivered = defineEvent({
  department: 'veteran-affairs',
  name: 'HonourPlaqueDelivered',
  titleZh: '光荣牌/喜报送达',
  titleEn: 'Honour plaque delivered',
  descriptionZh: '为军人家庭悬挂光荣牌或送达立功喜报。',
  descriptionEn: 'A plaque of honour or a letter of good news was brought to the family.',
  time: { from: 'deliveredOn', until: 'stands' },
  thing: { kind: 'merit', key: [['kind', 'deliveredOn']] },
  data: { kind: honourKind, deliveredOn: day },
  example: { ...examplePersonAct, kind: '光荣牌', deliveredOn: '2024-07-29' },
})

/** Somebody was honoured as a model. */
export const ModelPersonHonoured = defineEvent({
  department: 'veteran-affairs',
  name: 'ModelPersonHonoured',
  titleZh: '先进典型表彰',
  titleEn: 'Model person honoured',
  descriptionZh: '退役军人或家属获评先进典型：称号、级别、年度。',
  descriptionEn: 'A person was honoured as a model: by which title, at which level, in which year.',
  time: { until: 'stands' },
  thing: { kind: 'merit', key: [['title', 'level', 'year']] },
  countedBy: ['model-persons'],
  data: { title: wording(80), level: open(honourLevel, { figures: ['model-persons'] }), year },
  example: { ...examplePersonAct, title: '最美退役军人', level: '省', year: 2024 },
})
