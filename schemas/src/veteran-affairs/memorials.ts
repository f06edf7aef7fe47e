import { defineEvent } from '../define-event.ts'
import { memorialLevel, visitMode } from '../event-codes.ts'
import { exampleAct } from '../example-act.ts'
import { day } from '../values/day.ts'
import { reference } from '../values/reference.ts'
import { count, wording } from './wording.ts'

const cemeteryId = reference('cemetery')
const cemeteryExample = { cemeteryId: 'LY-1', ...exampleAct }
const session = { cemeteryId, heldOn: day, quantity: count, programme: wording(80) }
const sessionExample = { ...cemeteryExample, heldOn: '2025-04-03', programme: '英烈纪念' }
const sessionTime = { from: 'heldOn', until: 'stands' } as const
/** Several sessions may be held on one day at one place: each is an occasion of its own. */
const sessionThing = { kind: 'occasion', key: 'event' } as const

/** A martyrs' cemetery or memorial is on record, with the level at which it is protected. */
export const MartyrCemeteryRegistered = defineEvent({
  department: 'veteran-affairs',
  name: 'MartyrCemeteryRegistered',
  titleZh: '烈士纪念设施登记',
  titleEn: 'Martyrs’ cemetery registered',
  descriptionZh: '登记烈士纪念设施的名称和保护级别；级别变更的再次登记，以后一次为准。',
  descriptionEn:
    'A martyrs’ cemetery or memorial is on record with its name and level of protection; the latest registration holds.',
  time: { from: 'approvedOn', until: 'next' },
  thing: { kind: 'place', key: 'stream' },
  category: 'cemetery',
  data: {
    cemeteryId,
    name: wording(80),
    level: memorialLevel,
    /** When the level was approved. */
    approvedOn: day,
  },
  example: { ...cemeteryExample, name: '莲城烈士陵园', level: '市级', approvedOn: '2011-03-30' },
})

/** How many came to honour the martyrs on a day. */
export const CemeteryVisitsCounted = defineEvent({
  department: 'veteran-affairs',
  name: 'CemeteryVisitsCounted',
  titleZh: '祭扫接待统计',
  titleEn: 'Cemetery visits counted',
  descriptionZh: '某日祭扫接待人次，现场、线上分别统计。',
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
  time: sessionTime,
  thing: sessionThing,
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
  time: sessionTime,
  thing: sessionThing,
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
  time: sessionTime,
  thing: sessionThing,
  category: 'cemetery',
  data: session,
  example: { ...sessionExample, quantity: 3 },
})
