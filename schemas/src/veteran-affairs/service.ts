import { z } from 'zod'
import { defineEvent, earlierVersion } from '../define-event.ts'
import { exampleCompanies, examplePersonAct } from '../example-act.ts'
import { open } from '../open-field.ts'
import { dischargeMode, rank, rankScheme, rankSchemeOf, serviceBranch, serviceClass } from '../service-codes.ts'
import { day, partialDate } from '../values/day.ts'
import { regionCode } from '../values/region-code.ts'
import { uscc } from '../values/social-credit-code.ts'
import { wording } from './wording.ts'

const period = {
  enlistedOn: partialDate,
  enlistedFromRegion: regionCode.optional(),
  /** Missing while the person serves. */
  dischargedOn: partialDate.optional(),
  branch: serviceBranch,
  class: serviceClass,
}
const campaigns = z.array(wording(60)).max(20)
const periodExample = {
  ...examplePersonAct,
  enlistedOn: '1986-11',
  enlistedFromRegion: '430302',
  dischargedOn: '2010-12-01',
  branch: '陆军',
  class: '军士',
  campaigns: [],
}

/** A period of military service, from enlistment to discharge. */
export const ServicePeriodRecorded = defineEvent({
  department: 'veteran-affairs',
  name: 'ServicePeriodRecorded',
  version: 2,
  titleZh: '服役经历登记',
  titleEn: 'Service period recorded',
  descriptionZh: '一段服役经历：入伍和退役时间、军种、类别、军衔制度和军衔、参战情况；不载部队番号。',
  descriptionEn:
    'A period of service: enlistment, discharge, branch, class, table and rank, campaigns. Units have no place in it.',
  time: { from: 'enlistedOn', until: { last: 'dischargedOn' } },
  thing: { kind: 'servicePeriod', key: [['enlistedOn']] },
  data: { ...period, rankScheme, rank, campaigns },
  example: { ...periodExample, rankScheme: '2009年制', rank: '三级军士长' },
  earlier: [
    earlierVersion({
      version: 1,
      data: { ...period, rank, campaigns },
      example: { ...periodExample, rank: '三级军士长' },
      upcast: (data) => ({
        ...data,
        rankScheme: rankSchemeOf(
          serviceClass.parse(data.class),
          rank.parse(data.rank),
          partialDate.optional().parse(data.dischargedOn),
        ),
      }),
    }),
  ],
})

/** A merit or an honour from the time of service. */
export const MeritRecorded = defineEvent({
  department: 'veteran-affairs',
  name: 'MeritRecorded',
  titleZh: '立功受奖登记',
  titleEn: 'Merit recorded',
  descriptionZh: '服役期间立功受奖：荣誉、授予日期、证书编号。',
  descriptionEn: 'A merit or an honour from the time of service: what, when awarded, and the certificate.',
  time: { from: 'awardedOn', until: 'stands' },
  thing: { kind: 'merit', key: 'event' },
  data: { honour: wording(80), awardedOn: partialDate, certificateNo: wording(60).optional() },
  example: { ...examplePersonAct, honour: '三等功', awardedOn: '1998', certificateNo: '立字第98-117号' },
})

/** How a discharged soldier is placed in civilian life. */
export const PlacementDecided = defineEvent({
  department: 'veteran-affairs',
  name: 'PlacementDecided',
  titleZh: '退役安置确定',
  titleEn: 'Placement decided',
  descriptionZh: '确定退役军人的类别、安置方式、接收地和接收单位；安置方式须为该类别军人所允许。',
  descriptionEn:
    'How a discharged soldier of a class is placed, where, and with which employer; the class must allow the mode.',
  time: { from: 'decidedOn', until: 'next' },
  thing: { kind: 'placement', key: 'person' },
  data: {
    class: serviceClass,
    dischargeMode: open(dischargeMode, {
      figures: ['trained', 'trained-employed'],
      as: { form: 'only', values: ['自主就业'] },
    }),
    receivingRegion: regionCode,
    employerUscc: uscc.optional(),
    decidedOn: day.optional(),
  },
  example: {
    ...examplePersonAct,
    class: '军士',
    dischargeMode: '安排工作',
    receivingRegion: '430302',
    employerUscc: exampleCompanies.employer,
    decidedOn: '2011-03-15',
  },
})
