import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { examplePersonAct } from '../example-act.ts'
import { handedOverBy } from '../rules/rule.ts'
import { day } from '../values/day.ts'
import { regionCode } from '../values/region-code.ts'

/** Where a person's household register lies, as the police have handed it on. */
export const ResidenceRecorded = defineEvent({
  department: 'civil-affairs',
  name: 'ResidenceRecorded',
  titleZh: '户籍居住登记',
  titleEn: 'Residence recorded',
  descriptionZh: '公安户籍信息所载的户口所在地和住址，由民政转报。',
  descriptionEn: 'The place of the household register and the address, handed on from the police by Civil Affairs.',
  time: { from: 'movedOn', until: 'next' },
  thing: { kind: 'residence', key: 'person' },
  rules: [handedOverBy('公安')],
  data: {
    hukouRegion: regionCode,
    addressLine: z.string().min(1).max(200),
    movedOn: day.optional(),
    /** As the register has it: another department may have it otherwise. */
    birthDate: day.optional(),
  },
  example: {
    ...examplePersonAct,
    hukouRegion: '430302001',
    addressLine: '莲花巷甲八号',
    movedOn: '2016-07-01',
    birthDate: '1968-03-14',
    assertedFrom: '公安',
  },
})

/** A household register that has been moved away. */
export const MovedAway = defineEvent({
  department: 'civil-affairs',
  name: 'MovedAway',
  titleZh: '户籍迁出',
  titleEn: 'Moved away',
  descriptionZh: '户口迁出本地，载明迁出日期和迁往地。',
  descriptionEn: 'The household register was moved away, on a day and to a region.',
  time: { from: 'movedOn', until: 'next' },
  thing: { kind: 'residence', key: 'person' },
  rules: [handedOverBy('公安')],
  data: {
    hukouRegion: regionCode,
    addressLine: z.string().min(1).max(200).optional(),
    movedOn: day,
    toRegion: regionCode.optional(),
  },
  example: {
    ...examplePersonAct,
    hukouRegion: '430302001',
    addressLine: '莲花巷甲八号',
    movedOn: '2024-09-12',
    toRegion: '440305',
    assertedFrom: '公安',
  },
})

/** A change of name, as the police have handed it on. */
export const NameChanged = defineEvent({
  department: 'civil-affairs',
  name: 'NameChanged',
  titleZh: '姓名变更',
  titleEn: 'Name changed',
  descriptionZh: '公安已办理姓名变更，由民政转报原名、现名和生效日期。',
  descriptionEn:
    'The police have changed the name; both the old and the new one are handed on, with the day from which it is so.',
  time: { from: 'effectiveFrom', until: 'next' },
  thing: { kind: 'name', key: 'person' },
  rules: [handedOverBy('公安')],
  data: {
    from: z.string().min(1).max(60),
    to: z.string().min(1).max(60),
    /** The day from which the new name is the person's. */
    effectiveFrom: day,
  },
  example: {
    ...examplePersonAct,
    from: '谭石生',
    to: '谭石声',
    effectiveFrom: '2021-04-06',
    assertedFrom: '公安',
  },
})
