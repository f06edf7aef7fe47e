import { faultsByLawOf } from '@hub/intake/fault.ts'
import { faultsOf } from '@hub/runtime/problem.ts'
import { defineRefusals } from '@hub/schemas/refusal.ts'

/** What only this department's checks find. */
export const refusals = defineRefusals('civil-affairs', {
  CERTIFICATE_OF_A_COURT_DIVORCE: {
    status: 422,
    en: ["a court's divorce has no certificate", 'Leave certificateNo out; the number of the judgment is documentNo.'],
    zh: ['法院判决、调解离婚的，没有离婚证', '请去掉 certificateNo，裁判文书号填入 documentNo。'],
  },
  DECLARED_DEATH_DAY: {
    status: 422,
    en: [
      'the day of death of a person declared dead is that of the judgment, or of the accident before it',
      'Give judgedOn and disappearance as the judgment has them, and diedOn by them.',
    ],
    zh: [
      '宣告死亡的，死亡日期为判决作出之日，或者此前意外事件发生之日',
      '请按判决填写 judgedOn 和 disappearance，并据此填写 diedOn。',
    ],
  },
  DECLARED_DEATH_ONLY: {
    status: 422,
    en: [
      'only a person declared dead has a judgment',
      'Leave judgedOn and disappearance out, or name the evidence 法院宣告.',
    ],
    zh: ['只有宣告死亡才有判决日期和下落不明情形', '请去掉 judgedOn 和 disappearance，或者将依据填为法院宣告。'],
  },
  GUARDIAN_IS_AN_ORGANISATION: {
    status: 422,
    en: ['a guardian of this kind is always an organisation', 'Name it in organisation, not a person in guardian.'],
    zh: ['该类监护人只能是组织', '请填写 organisation，不要填写 guardian。'],
  },
})

export const fault = faultsOf(refusals)

/** A fault that rests on the law: its message names the article. */
export const faultByLaw = faultsByLawOf(refusals)
