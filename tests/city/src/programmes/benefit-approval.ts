import { workingDayAfter } from '@hub/schemas/values/working-days.ts'
import { dayAfter, later } from '../calendar.ts'
import type { City } from '../city.ts'
import type { Inhabitant, Population } from '../inhabitant.ts'
import { fromReceipt, type SubmissionId } from '../submission.ts'
import { adoptProcedures, appeal, holdNotice, serve, turnAway } from './approval-process.ts'

const nineDaysFrom = '2024-01-01'

type Case = { one: Inhabitant; number: number; acceptedOn: string; promisedDays: number; early: boolean }

const caseOf = (one: Inhabitant, number: number, acceptedOn: string): Case => {
  const early = acceptedOn < nineDaysFrom
  return { one, number, acceptedOn, promisedDays: early ? 15 : 9, early }
}

const personOfCase = ({ one }: Case) => ({ citizenNumber: one.citizenNumber })
const procedureOf = (own: Case) => ({ caseId: `YF-${own.number}`, person: personOfCase(own) })
const veteranAffairs = ({ one }: Case) => ({ department: 'veteran-affairs', region: one.county }) as const
const finance = { department: 'finance', region: '430300' } as const

/** Applied for and accepted; the other departments confirm what they know, so that nobody has to bring it. */
const accept = (city: City, own: Case): SubmissionId => {
  const shared = own.early ? '申请人' : '数据共享'
  const about = veteranAffairs(own)
  const applied = city.add({
    ...about,
    name: 'BenefitApplied',
    day: own.acceptedOn,
    data: {
      ...procedureOf(own),
      item: '生活补助',
      materials: [
        { kind: '申请表', from: '申请人' },
        { kind: '户籍证明', from: shared },
        { kind: '参保证明', from: shared },
      ],
    },
  })
  city.add({
    ...about,
    name: 'BenefitApplicationAccepted',
    day: own.acceptedOn,
    data: {
      ...procedureOf(own),
      acceptedOn: own.acceptedOn,
      procedureVersion: own.early ? '2023-15' : '2024-9',
      promisedDays: own.promisedDays,
    },
  })
  return applied
}

const confirm = (city: City, own: Case, applied: SubmissionId) => {
  const person = personOfCase(own)
  city.add({
    department: 'civil-affairs',
    region: own.one.county,
    name: 'HouseholdMeansVerified',
    day: dayAfter(own.acceptedOn, 1),
    data: {
      person,
      reportNo: `HD-${own.number}`,
      monthlyIncomePerHead: 120_000,
      excludedPreferentialIncome: 0,
      validUntil: dayAfter(own.acceptedOn, 180),
    },
  })
  city.add({
    department: 'hr',
    region: own.one.county,
    name: 'EmploymentAndInsuranceConfirmed',
    day: dayAfter(own.acceptedOn, 2),
    data: { person, asOf: own.acceptedOn, status: '未就业', caseId: fromReceipt(applied) },
  })
  city.add({
    ...veteranAffairs(own),
    name: 'BenefitReviewed',
    day: dayAfter(own.acceptedOn, 3),
    data: { ...procedureOf(own), level: '县', outcome: '同意', opinion: '符合条件，同意上报' },
  })
}

/** Asks once for what is missing; the clock stands until it has come. The day on which it came. */
const askForMaterials = (city: City, own: Case): string => {
  const suppliedOn = dayAfter(own.acceptedOn, 16)
  const about = veteranAffairs(own)
  city.add({
    ...about,
    name: 'MaterialsRequested',
    day: dayAfter(own.acceptedOn, 2),
    data: { ...procedureOf(own), missing: ['银行账户证明'], dueOn: dayAfter(own.acceptedOn, 30) },
  })
  city.add({
    ...about,
    name: 'MaterialsSupplied',
    day: suppliedOn,
    data: { ...procedureOf(own), supplied: ['银行账户证明'], suppliedOn },
  })
  return suppliedOn
}

const approve = (city: City, own: Case, decidedOn: string) => {
  const { one, number } = own
  city.add({
    ...veteranAffairs(own),
    name: 'BenefitApproved',
    day: decidedOn,
    data: {
      ...procedureOf(own),
      item: '生活补助',
      decidedOn,
      standardRef: '2024-生活补助',
      monthly: 76_000,
      from: dayAfter(decidedOn, 31).slice(0, 7),
      payee: { name: one.name, person: personOfCase(own) },
    },
  })
  return { number, month: dayAfter(decidedOn, 31).slice(0, 7) }
}

/** Budget reserved, the account verified, the first month ordered and paid; five times the bank refuses it first. */
const pay = (city: City, own: Case, applied: SubmissionId, decidedOn: string, month: string) => {
  const { number } = own
  const person = personOfCase(own)
  const caseId = fromReceipt(applied)
  const [line, amount, accountToken] = ['2080805', 76_000, `acct-${number}`]
  city.add({ ...finance, name: 'BudgetReserved', day: dayAfter(decidedOn, 5), data: { person, caseId, line, amount } })
  city.add({
    ...finance,
    name: 'AccountVerified',
    day: dayAfter(decidedOn, 6),
    data: {
      person,
      accountToken,
      last4: String(1_000 + number),
      bank: '湘潭农商银行',
      holderMatches: true,
      payeeRelation: '本人',
    },
  })
  const orderId = `ZF-${number}`
  city.add({
    ...finance,
    name: 'PaymentOrdered',
    day: dayAfter(decidedOn, 10),
    data: {
      person,
      orderId,
      item: '生活补助',
      caseId,
      periodFrom: month,
      periodTo: month,
      kind: '正常',
      amount,
      line,
      accountToken,
      preparedBy: 'CZ-11',
      checkedBy: 'CZ-12',
    },
  })
  const paidOn = dayAfter(decidedOn, 15)
  const failedOn = dayAfter(paidOn, -3)
  if (number % 16 === 7)
    city.add({
      ...finance,
      name: 'PaymentFailed',
      day: failedOn,
      data: { person, orderId, bankRef: `BANK-${number}-0`, amount, accountToken, failedOn, failure: '银行信息有误' },
    })
  city.add({
    ...finance,
    name: 'PaymentDisbursed',
    day: paidOn,
    data: { person, orderId, amount, paidOn, bankRef: `BANK-${number}` },
  })
  if (number % 10 === 5)
    city.add({
      ...finance,
      name: 'BudgetReservationReleased',
      day: dayAfter(paidOn, 3),
      data: { person, caseId, line, amount, reason: '已支付' },
    })
}

/** Whom the n-th approval (from 1) concerns; stories of payments that went wrong are told of them. */
export const approvedVeteran = (city: Population, number: number): Inhabitant => city.lasting[919 + number]!

/**
 * Row 1: approvals promised in 15 working days until 2023 and in 9 from 2024 on, each decided within its promise; then
 * paid. Some wait for what is missing, some are put up for objections first. Four applications are declined, of which two
 * go on to a review or a court; two are withdrawn, two not accepted.
 */
export const approveBenefits = (city: City): void => {
  const { random } = city
  adoptProcedures(city)
  for (let number = 1; number <= 80; number++) {
    const early = number % 4 === 1
    const acceptedOn = early ? city.day('2023-06-01', '2023-11-30') : city.day('2024-01-02', '2025-10-10')
    const own = caseOf(approvedVeteran(city, number), number, acceptedOn)
    const applied = accept(city, own)
    confirm(city, own, applied)
    const inTime = workingDayAfter(acceptedOn, random.whole(own.promisedDays - 4, own.promisedDays))!
    const about = veteranAffairs(own)
    const decidedOn =
      number % 10 === 3
        ? later(inTime, dayAfter(askForMaterials(city, own), 2))
        : number % 10 === 7
          ? workingDayAfter(holdNotice(city, about, procedureOf(own), acceptedOn), 3)!
          : inTime
    const { month } = approve(city, own, decidedOn)
    serve(city, about, procedureOf(own), decidedOn)
    pay(city, own, applied, decidedOn, month)
  }
  city.lasting.slice(912, 918).forEach((one, index) => {
    const own = caseOf(one, 81 + index, city.day('2024-02-01', '2025-09-10'))
    accept(city, own)
    const decidedOn = workingDayAfter(own.acceptedOn, 6)!
    if (index < 4) {
      city.add({
        ...veteranAffairs(own),
        name: 'BenefitDeclined',
        day: decidedOn,
        data: {
          ...procedureOf(own),
          item: '生活补助',
          decidedOn,
          reasonCode: '不符合条件',
          legalBasis: '《军人抚恤优待条例》第六十二条',
          remedy: '可自收到决定之日起六十日内申请行政复议',
        },
      })
      serve(city, veteranAffairs(own), procedureOf(own), decidedOn)
      appeal(city, veteranAffairs(own), procedureOf(own), { decidedOn, n: index })
    } else
      city.add({
        ...veteranAffairs(own),
        name: 'BenefitApplicationWithdrawn',
        day: decidedOn,
        data: { ...procedureOf(own), reason: '申请人放弃' },
      })
  })
  turnAway(city)
}
