import { workingDayAfter } from '@hub/schemas/values/working-days.ts'
import { dayAfter } from '../calendar.ts'
import type { City } from '../city.ts'
import { personOf } from '../inhabitant.ts'

/** An application under way: its case, and for whom, as the events of its steps name them. */
export type Step = { caseId: string; person: { citizenNumber: string } }

type About = { department: 'veteran-affairs'; region: string }

const remedy = '可自收到决定之日起六十日内申请行政复议，或六个月内提起行政诉讼'

/** The two versions of the procedure: what an applicant has to bring, through which hands it goes, how long it may take. */
export const adoptProcedures = (city: City): void => {
  const version = (adoptedOn: string, data: Record<string, unknown>) =>
    city.add({
      department: 'veteran-affairs',
      name: 'ProcedureVersionAdopted',
      day: adoptedOn,
      region: '430300',
      data: { procedureId: 'YFZJSP', procedure: '优抚资金审批', adoptedOn, ...data },
    })
  version('2023-01-03', {
    version: '2023-15',
    promisedDays: 15,
    materials: ['申请表', '身份证复印件', '户籍证明', '参保证明', '收入证明', '银行账户证明'],
    steps: ['受理', '乡镇审核', '县级初审', '部门函询', '市级审核', '审批', '财政复核', '发放'],
  })
  version('2024-01-01', {
    version: '2024-9',
    promisedDays: 9,
    materials: ['申请表', '户籍证明', '参保证明'],
    steps: ['受理', '部门核验', '审批', '发放'],
  })
}

/** Put up for objections for seven working days; the clock stands from the day after acceptance until it is over. Its last day. */
export const holdNotice = (city: City, about: About, step: Step, acceptedOn: string): string => {
  const suspendedOn = workingDayAfter(acceptedOn, 1)!
  const from = workingDayAfter(suspendedOn, 1)!
  const until = workingDayAfter(from, 6)!
  const say = (name: string, day: string, data: Record<string, unknown>) =>
    city.add({ ...about, name, day, data: { ...step, ...data } })
  say('CaseClockSuspended', suspendedOn, { reason: '公示', suspendedOn })
  say('PublicNoticeHeld', until, { matter: '待遇审批', from, until, place: '街道政务公开栏', objections: 0 })
  say('CaseClockResumed', until, { reason: '公示', resumedOn: until })
  return until
}

/** The decision reaches the person, from when on the days for a remedy run. */
export const serve = (city: City, about: About, step: Step, decidedOn: string): void => {
  const servedOn = dayAfter(decidedOn, 3)
  city.add({ ...about, name: 'DecisionServed', day: servedOn, data: { ...step, servedOn, mode: '直接送达' } })
}

/** Two who were refused turn against it: one asks for a review, which upholds it, one goes to court, which has not decided. */
export const appeal = (
  city: City,
  about: About,
  step: Step,
  { decidedOn, n }: { decidedOn: string; n: number },
): void => {
  if (n > 1) return
  const kind = n === 0 ? '行政复议' : '行政诉讼'
  const lodgedOn = dayAfter(decidedOn, 20)
  city.add({ ...about, name: 'AppealLodged', day: lodgedOn, data: { ...step, kind, lodgedOn } })
  const answeredOn = dayAfter(lodgedOn, 45)
  if (n === 0)
    city.add({
      ...about,
      name: 'AppealDecided',
      day: answeredOn,
      data: { ...step, kind, decidedOn: answeredOn, outcome: '维持' },
    })
}

/** Two who ask for what another office decides are told so at the door. */
export const turnAway = (city: City): void =>
  city.lasting.slice(918, 920).forEach((one, index) => {
    const about: About = { department: 'veteran-affairs', region: one.county }
    const step = { caseId: `YF-N-${index + 1}`, person: personOf(one) }
    const day = city.day('2024-03-01', '2025-09-30')
    city.add({ ...about, name: 'BenefitApplied', day, data: { ...step, item: '医疗补助', materials: [] } })
    city.add({
      ...about,
      name: 'BenefitApplicationNotAccepted',
      day: dayAfter(day, 1),
      data: {
        ...step,
        item: '医疗补助',
        decidedOn: dayAfter(day, 1),
        reasonCode: '不属本机关职权',
        legalBasis: '《社会保险法》',
        remedy,
      },
    })
  })
