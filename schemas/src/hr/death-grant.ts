import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { examplePersonAct } from '../example-act.ts'
import { oneFuneralGrant } from '../law/social-insurance-law.ts'
import { codeList } from '../values/code-list.ts'
import { day } from '../values/day.ts'
import { fen } from '../values/money.ts'

/** Which insurance pays on a death; of several the survivors choose one. */
export const deathGrantInsurance = codeList('deathGrantInsurance', {
  基本养老保险: 'old-age insurance',
  工伤保险: 'work-injury insurance',
  失业保险: 'unemployment insurance',
})

/** Social insurance has paid for the funeral of an insured person. */
export const DeathGrantPaid = defineEvent({
  department: 'hr',
  name: 'DeathGrantPaid',
  titleZh: '社会保险丧葬补助金支付',
  titleEn: 'Death grant of social insurance paid',
  descriptionZh:
    '参保人员死亡后由社会保险支付丧葬补助金：险种、经办机构、死亡日期、金额、支付日期。优抚对象丧葬补助另由财政支付。',
  descriptionEn:
    'Social insurance paid for the funeral of an insured person: which insurance, by which agency, how much. The funeral grant of a beneficiary is another one.',
  time: { from: 'paidOn', until: 'stands' },
  thing: { kind: 'deathGrant', key: [['insurance', 'agency']] },
  law: [oneFuneralGrant],
  data: {
    insurance: deathGrantInsurance,
    agency: z.string().min(1).max(80),
    diedOn: day,
    amount: fen,
    paidOn: day,
  },
  example: {
    ...examplePersonAct,
    insurance: '基本养老保险',
    agency: '湘潭市社会保险服务中心',
    diedOn: '2024-03-02',
    amount: 812_000,
    paidOn: '2024-04-10',
  },
})
