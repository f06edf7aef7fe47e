import { relation } from '../codes.ts'
import { defineEvent } from '../define-event.ts'
import { visitMode } from '../event-codes.ts'
import { exampleAct, examplePersonAct } from '../example-act.ts'
import { open } from '../open-field.ts'
import { day, partialDate } from '../values/day.ts'
import { fen } from '../values/money.ts'
import { person } from '../values/person.ts'
import { reference } from '../values/reference.ts'
import { count, wording } from './wording.ts'

const cemeteryId = reference('cemetery')
const cemeteryExample = { cemeteryId: 'LY-1', ...exampleAct }
const session = { cemeteryId, heldOn: day, quantity: count, programme: wording(80) }
const sessionExample = { ...cemeteryExample, heldOn: '2025-04-03', programme: '英烈纪念' }

/** How many came to honour the martyrs on a day. */
export const CemeteryVisitsCounted = defineEvent({
  department: 'veteran-affairs',
  name: 'CemeteryVisitsCounted',
  titleZh: '祭扫接待统计',
  titleEn: 'Cemetery visits counted',
  descriptionZh: '某日祭扫接待人次，现场、网络分别统计。',
  descriptionEn: 'How many visits a cemetery had on a day, on site or online.',
  time: { from: 'day', until: 'stands' },
  thing: { kind: 'occasion', key: [['cemeteryId', 'day', 'mode']] },
  category: 'cemetery',
  data: { cemeteryId, day, visits: count, mode: visitMode },
  example: { ...cemeteryExample, day: '2025-04-04', visits: 50_000, mode: '现场' },
})

/** Tombstones had their letters gilded. */
export const TombstonesGilded = defineEvent({
  department: 'veteran-affairs',
  name: 'TombstonesGilded',
  titleZh: '墓碑描金',
  titleEn: 'Tombstones gilded',
  descriptionZh: '开展一场墓碑描金，载明墓碑数。',
  descriptionEn: 'A session at which the letters of tombstones were gilded, and of how many.',
  time: { from: 'heldOn', until: 'stands' },
  thing: { kind: 'occasion', key: 'event' },
  category: 'cemetery',
  data: session,
  example: { ...sessionExample, quantity: 66 },
})

/** Trees were planted in memory. */
export const MemorialTreesPlanted = defineEvent({
  department: 'veteran-affairs',
  name: 'MemorialTreesPlanted',
  titleZh: '植树纪念',
  titleEn: 'Memorial trees planted',
  descriptionZh: '开展一场植树纪念，载明株数。',
  descriptionEn: 'A session at which trees were planted in memory, and how many.',
  time: { from: 'heldOn', until: 'stands' },
  thing: { kind: 'occasion', key: 'event' },
  category: 'cemetery',
  data: session,
  example: { ...sessionExample, quantity: 200 },
})

/** Letters of martyrs were read. */
export const MartyrLettersRead = defineEvent({
  department: 'veteran-affairs',
  name: 'MartyrLettersRead',
  titleZh: '家书诵读',
  titleEn: 'Martyr letters read',
  descriptionZh: '开展一场烈士家书诵读，载明封数。',
  descriptionEn: 'A session at which letters of martyrs were read, and how many.',
  time: { from: 'heldOn', until: 'stands' },
  thing: { kind: 'occasion', key: 'event' },
  category: 'cemetery',
  data: session,
  example: { ...sessionExample, quantity: 3 },
})

/** A martyr is on record. */
export const MartyrRecorded = defineEvent({
  department: 'veteran-affairs',
  name: 'MartyrRecorded',
  titleZh: '烈士登记',
  titleEn: 'Martyr recorded',
  descriptionZh: '登记烈士姓名、牺牲时间、安葬地。',
  descriptionEn: 'A martyr is on record: the name, when the martyr fell, and where the grave is.',
  time: { from: 'sacrificedOn', until: 'next' },
  thing: { kind: 'martyr', key: [['martyrId']] },
  category: 'martyr',
  data: { martyrId: reference('martyr'), name: wording(60), sacrificedOn: partialDate, cemetery: wording(80) },
  example: { martyrId: 'LS-0042', ...exampleAct, name: '谭守义', sacrificedOn: '1979', cemetery: '凭祥烈士陵园' },
})

/** A group has travelled to distant graves. */
export const MartyrJourneyHeld = defineEvent({
  department: 'veteran-affairs',
  name: 'MartyrJourneyHeld',
  titleZh: '异地祭扫',
  titleEn: 'Martyr journey held',
  descriptionZh: '组织烈属异地祭扫：批次、目的地、起止日期。',
  descriptionEn:
    'A group of martyrs’ families has travelled to distant graves: which group, where to, from when to when.',
  time: { from: 'from', until: { last: 'to' } },
  thing: { kind: 'occasion', key: 'stream' },
  category: 'journey',
  data: { journeyId: reference('journey'), batchNo: wording(20), destination: wording(80), from: day, to: day },
  example: {
    journeyId: 'YD-2024-1',
    ...exampleAct,
    batchNo: '1',
    destination: '广西凭祥',
    from: '2024-04-01',
    to: '2024-04-05',
  },
})

/** A family member has travelled along to a distant grave. */
export const MartyrJourneyJoined = defineEvent({
  department: 'veteran-affairs',
  name: 'MartyrJourneyJoined',
  titleZh: '烈属参加异地祭扫',
  titleEn: 'Martyr journey joined',
  descriptionZh: '烈属参加异地祭扫：与烈士关系、慰问金。',
  descriptionEn: 'A family member has travelled along: the relation to the martyr, and the consolation money.',
  time: { until: 'stands' },
  thing: { kind: 'occasion', key: [['journeyId', 'person']] },
  category: 'journey',
  countedBy: ['grave-travellers', 'grave-consolation'],
  data: {
    journeyId: reference('journey'),
    person,
    relation,
    consolation: open(fen, { figures: ['grave-consolation'] }),
  },
  example: { journeyId: 'YD-2024-1', ...examplePersonAct, relation: '子女', consolation: 200_000 },
})
