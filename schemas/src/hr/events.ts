import { factRetracted } from '../fact-retracted.ts'

export const hrEvents = [factRetracted('hr')] as const
