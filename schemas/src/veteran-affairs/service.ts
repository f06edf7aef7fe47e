import { z } from 'zod'
import { defineEvent, earlierVersion } from '../define-event.ts'
import { examplePersonAct } from '../example-act.ts'
import { severanceIncrement } from '../law/merit-law.ts'
import { numberOf } from '../open-field.ts'
import { inOrder } from '../rules/rule.ts'
import { meritLevel, rank, rankScheme, rankSchemeOf, serviceBranch, serviceClass } from '../service-codes.ts'
import { partialDate } from '../values/day.ts'
import { regionCode } from '../values/region-code.ts'
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
  rules: [inOrder('enlistedOn', 'dischargedOn')],
  data: { ...period, rankScheme, rank, campaigns },
  example: { ...periodExample, rankScheme: '2009年制', rank: '三级军士长' },
  earlier: [
    earlierVersion({
      version: 1,
      descriptionZh: '一段服役经历：入伍和退役时间、军种、类别、军衔、参战情况，不载军衔制度。',
      descriptionEn:
        'A period of service: enlistment, discharge, branch, class, rank, campaigns; not the table that the rank is of.',
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
  descriptionZh: '服役期间立功受奖：等级、名称、授予日期、证书编号。等级决定增发待遇的比例。',
  descriptionEn:
    'A merit or an honour from the time of service: its level, its name, when awarded, and the certificate. By the level pay is increased.',
  time: { from: 'awardedOn', until: 'stands' },
  thing: { kind: 'merit', key: [['level', 'awardedOn', 'certificateNo?']] },
  law: [severanceIncrement],
  data: {
    level: meritLevel,
    /** The title of an honour, where the level alone does not name it. */
    honour: wording(80).optional(),
    awardedOn: partialDate,
    certificateNo: numberOf('certificate', wording(60)).optional(),
  },
  example: { ...examplePersonAct, level: '三等功', awardedOn: '1998', certificateNo: '立字第98-117号' },
})
