import chineseDays from 'chinese-days'
import type { City } from '../city.ts'
import { fromReceipt } from '../city.ts'
import { dayAfter } from '../invented.ts'

const nineDaysFrom = '2024-01-01'

/** The n-th working day after a day; the clock starts the day after acceptance. */
const workingDayAfter = (day: string, days: number): string => {
  const range = chineseDays.getWorkdaysInRange(dayAfter(day, 1), dayAfter(day, days * 3 + 20), true)
  return range[days - 1]!
}

/** Row 1: approvals promised in 15 working days until 2023 and in 9 from 2024 on, each decided within its promise; then paid monthly. */
export const approveBenefits = (city: City): void => {
  const { random } = city
  city.veterans.slice(920, 1_000).forEach((one, index) => {
    const person = { citizenNumber: one.citizenNumber }
    const early = index % 4 === 0
    const acceptedOn = early ? city.day('2023-06-01', '2023-11-30') : city.day('2024-01-02', '2025-10-10')
    const promisedDays = acceptedOn < nineDaysFrom ? 15 : 9
    const decidedOn = workingDayAfter(acceptedOn, random.whole(promisedDays - 4, promisedDays))
    const procedure = { caseId: `YF-${index + 1}`, person }
    const about = { department: 'veteran-affairs', region: one.county } as const
    const shared = early ? '申请人' : '数据共享'
    const accepted = city.add({
      ...about,
      name: 'BenefitApplied',
      day: acceptedOn,
      data: {
        ...procedure,
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
      day: acceptedOn,
      data: { ...procedure, acceptedOn, procedureVersion: early ? '2023-15' : '2024-9', promisedDays },
    })
    city.add({
      department: 'civil-affairs',
      region: one.county,
      name: 'HouseholdMeansVerified',
      day: dayAfter(acceptedOn, 1),
      data: {
        person,
        reportNo: `HD-${index + 1}`,
        monthlyIncomePerHead: 120_000,
        excludedPreferentialIncome: 0,
        validUntil: dayAfter(acceptedOn, 180),
      },
    })
    city.add({
      department: 'hr',
      region: one.county,
      name: 'EmploymentAndInsuranceConfirmed',
      day: dayAfter(acceptedOn, 2),
      data: { person, asOf: acceptedOn, status: '未就业', caseId: fromReceipt(accepted) },
    })
    const month = dayAfter(decidedOn, 31).slice(0, 7)
    city.add({
      ...about,
      name: 'BenefitApproved',
      day: decidedOn,
      data: {
        ...procedure,
        item: '生活补助',
        decidedOn,
        standardRef: '2024-生活补助',
        monthly: 76_000,
        from: month,
        payee: { name: one.name, person },
      },
    })
    const orderId = `ZF-${index + 1}`
    const paidOn = dayAfter(decidedOn, 15)
    const order = { orderId, item: '生活补助', caseId: fromReceipt(accepted), periodFrom: month, periodTo: month }
    city.add({
      department: 'finance',
      region: '430300',
      name: 'PaymentOrdered',
      day: dayAfter(decidedOn, 10),
      data: {
        person,
        ...order,
        kind: '正常',
        amount: 76_000,
        line: '2080805',
        accountToken: `acct-${index + 1}`,
        preparedBy: 'CZ-11',
        checkedBy: 'CZ-12',
      },
    })
    city.add({
      department: 'finance',
      region: '430300',
      name: 'PaymentDisbursed',
      day: paidOn,
      data: { person, orderId, amount: 76_000, paidOn, bankRef: `BANK-${index + 1}` },
    })
  })
}
