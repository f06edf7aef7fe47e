import { factRetracted } from '../fact-retracted.ts'

export const financeEvents = [factRetracted('finance')] as const
