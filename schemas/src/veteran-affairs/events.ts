import { factRetracted } from '../fact-retracted.ts'

export const veteranAffairsEvents = [factRetracted('veteran-affairs')] as const
