import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { examplePersonAct } from '../example-act.ts'
import { insuranceTransfer } from '../law/placement-law.ts'
import { medicalInsuranceOffice } from '../law/social-insurance-law.ts'
import { handedOverBy } from '../rules/rule.ts'
import { codeList } from '../values/code-list.ts'
import { day, month } from '../values/day.ts'
import { reference } from '../values/reference.ts'
import { uscc } from '../values/social-credit-code.ts'

/** The branches of social insurance. */
export const insuranceKind = codeList('insuranceKind', {
  养老: 'pension',
  医疗: 'medical',
  工伤: 'work injury',
  失业: 'unemployment',
  生育: 'maternity',
})

/** For whom a scheme of insurance is: two schemes of one branch are two insurances. */
export const insuranceScheme = codeList('insuranceScheme', {
  职工: 'employees',
  居民: 'residents',
  机关事业: 'civil servants and public institutions',
})

/** What the check of employment and insurance found. */
export const employmentStatus = codeList('employmentStatus', {
  已就业: 'employed',
  未就业: 'not employed',
  灵活就业: 'flexibly employed',
  务农: 'farming',
  已退休: 'retired',
})

const insurance = {
  kind: insuranceKind,
  scheme: insuranceScheme,
  /** The agency that keeps it, by its name. */
  agency: z.string().min(1).max(80).optional(),
}
const thing = { kind: 'insurance', key: [['kind', 'scheme', 'agency?']] } as const
const agency = '湘潭市社会保险中心'

/** Enrolment in a branch of social insurance. */
export const SocialInsuranceEnrolled = defineEvent({
  department: 'hr',
  name: 'SocialInsuranceEnrolled',
  titleZh: '社会保险参保',
  titleEn: 'Social insurance enrolled',
  descriptionZh:
    '当事人自某月起参加某险种（职工、居民或机关事业），有用人单位的载明参保单位；一险一报。医疗、生育保险由医保部门提供。',
  descriptionEn:
    'The person is insured in a branch from a month on, in the scheme of employees, residents or public offices, by an employer where there is one; a branch a fact. Medical and maternity insurance are handed over by the medical insurance office.',
  time: { from: 'from', until: 'ended' },
  thing,
  rules: [handedOverBy('医保', { law: medicalInsuranceOffice, when: { lawLists: 'kind' } })],
  law: [medicalInsuranceOffice],
  data: { ...insurance, from: month, employerUscc: uscc.optional() },
  example: { ...examplePersonAct, kind: '养老', scheme: '职工', agency, from: '2024-05' },
})

/** Insurance that has been suspended. */
export const SocialInsuranceSuspended = defineEvent({
  department: 'hr',
  name: 'SocialInsuranceSuspended',
  titleZh: '社会保险停保',
  titleEn: 'Social insurance suspended',
  descriptionZh: '当事人某险种自某月起停保。',
  descriptionEn: 'The person is no longer insured in a branch from a month on.',
  time: { from: 'from', until: 'next', ends: { firstWithout: 'from' } },
  thing,
  rules: [handedOverBy('医保', { law: medicalInsuranceOffice, when: { lawLists: 'kind' } })],
  law: [medicalInsuranceOffice],
  data: { ...insurance, from: month, reason: z.string().min(1).max(200).optional() },
  example: { ...examplePersonAct, kind: '失业', scheme: '职工', agency, from: '2025-02', reason: '终止劳动合同' },
})

/** The insurance of somebody's time in the armed forces was taken up by the agency of the place. */
export const MilitaryInsuranceTransferred = defineEvent({
  department: 'hr',
  name: 'MilitaryInsuranceTransferred',
  titleZh: '军人保险关系转移接续',
  titleEn: 'Military insurance transferred',
  descriptionZh: '军人退役时，其养老、医疗等保险关系和资金转入安置地经办机构，载明险种、接续日期和转入的缴费月数。',
  descriptionEn:
    'At discharge the insurance of the time in the armed forces was taken up by the agency of the place: which branch, when, and how many months of contributions came with it.',
  time: { from: 'transferredOn', until: 'stands' },
  thing,
  rules: [handedOverBy('医保', { law: medicalInsuranceOffice, when: { lawLists: 'kind' } })],
  law: [insuranceTransfer, medicalInsuranceOffice],
  data: { ...insurance, transferredOn: day, months: z.int().min(1).max(720).optional() },
  example: { ...examplePersonAct, kind: '养老', scheme: '职工', agency, transferredOn: '2024-11-05', months: 144 },
})

/** A social security card was issued. */
export const SocialCardIssued = defineEvent({
  department: 'hr',
  name: 'SocialCardIssued',
  titleZh: '社会保障卡制发',
  titleEn: 'Social security card issued',
  descriptionZh: '为当事人制发社会保障卡。卡号即公民身份号码，不另载；合作银行卡号不载。',
  descriptionEn:
    "A social security card was issued. Its number is the citizen number and is not told again; the bank card's has no place here.",
  time: { from: 'issuedOn', until: 'next' },
  thing: { kind: 'socialCard', key: 'person' },
  data: { issuedOn: day, agency: z.string().min(1).max(80).optional() },
  example: { ...examplePersonAct, issuedOn: '2024-11-12', agency },
})

/** HR's answer in the approval of a benefit: employed or not, insured or not, on a day. */
export const EmploymentAndInsuranceConfirmed = defineEvent({
  department: 'hr',
  name: 'EmploymentAndInsuranceConfirmed',
  titleZh: '就业参保核查',
  titleEn: 'Employment and insurance confirmed',
  descriptionZh: '核查当事人在某日的就业状况（从未就业、务农、退休的也载明）和参保险种，供待遇审批和一人一档使用。',
  descriptionEn:
    'Whether the person was employed on a day, farming, retired or never employed, and in what insured; for the approval of a benefit and for the file.',
  time: { from: 'asOf', until: 'stands' },
  thing: { kind: 'fact', key: 'event' },
  data: {
    asOf: day,
    status: employmentStatus,
    insured: z.array(insuranceKind).max(5).optional(),
    caseId: reference('case').optional(),
  },
  example: {
    ...examplePersonAct,
    asOf: '2024-06-03',
    status: '未就业',
    insured: ['养老', '医疗'],
    caseId: 'YF-2024-0031',
  },
})
