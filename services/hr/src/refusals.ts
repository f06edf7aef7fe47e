import { faultsOf } from '@hub/runtime/problem.ts'
import { defineRefusals } from '@hub/schemas/refusal.ts'

/** What only this department's checks find. */
export const refusals = defineRefusals('hr', {
  MORE_INTENTS_THAN_POSTS: {
    status: 422,
    en: ['more intents than posts', 'Check the two counts.'],
    zh: ['意向数多于岗位数', '请核对两项数字。'],
  },
})

export const fault = faultsOf(refusals)
