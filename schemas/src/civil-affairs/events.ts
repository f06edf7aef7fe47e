import { factRetracted } from '../fact-retracted.ts'

export const civilAffairsEvents = [factRetracted('civil-affairs')] as const
