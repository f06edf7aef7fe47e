import { faultsOf } from '@hub/runtime/problem.ts'
import { defineRefusals } from '@hub/schemas/refusal.ts'

/** What only this department's checks find. */
export const refusals = defineRefusals('finance', {
  SAME_REFERENCE: {
    status: 422,
    en: ['the new bank reference is the old one', 'Give the reference of the new payment.'],
    zh: ['新旧银行流水号相同', '请填写重发的流水号。'],
  },
})

export const fault = faultsOf(refusals)
