import type { LegalRule } from './legal-rule.ts'
import { ofDisabilityMeasures, ofPractice } from './orders.ts'

/** What follows where somebody does not confirm for a year that the treatment is still due. */
export type MissedConfirmation = {
  /** Days from the notice to the last day on which it can still be done, the day of the notice not counted. */
  noticeDays: number
  /** Whether what was not paid meanwhile is paid afterwards. */
  backPay: boolean
}

/** The yearly confirmation of the disabled, missed. */
export const missedConfirmation: LegalRule<MissedConfirmation> = {
  key: 'missed-confirmation',
  titleZh: '残疾人员逾期未年度确认',
  titleEn: 'Yearly confirmation missed by the disabled',
  entries: [
    {
      article: ofDisabilityMeasures(25),
      decides: {
        zh: '告知满60日仍未确认的，自期满次月起停发，确认后次月恢复，停发期间不予补发',
        en: 'payment stops from the month after 60 days of notice and goes on in the month after confirming; nothing is paid for between',
      },
      value: { noticeDays: 60, backPay: false },
    },
  ],
}

/** The yearly confirmation of the others, missed: each province has its own way. */
export const missedConfirmationOfOthers: LegalRule<MissedConfirmation> = {
  key: 'missed-confirmation-of-others',
  titleZh: '其他优抚对象逾期未年度确认',
  titleEn: 'Yearly confirmation missed by others',
  entries: [
    {
      article: ofPractice,
      decides: {
        zh: '期限和是否补发由各省规定；未规定的，不限制',
        en: 'how long the notice is and whether it is paid afterwards is for the province to say; where it says nothing, anything is taken',
      },
      value: { noticeDays: 0, backPay: true },
      assumed: true,
    },
  ],
}
