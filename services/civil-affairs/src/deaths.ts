import type { Check, Checks } from '@hub/intake/fault.ts'
import { DeathRegistered } from '@hub/schemas/civil-affairs/death.ts'
import { declaredDeathDay } from '@hub/schemas/law/declared-death.ts'
import { lawOfFact } from '@hub/schemas/law/law-of-fact.ts'
import { fault, faultByLaw } from './refusals.ts'

type Data = Readonly<Record<string, unknown>>

/** The day of the judgment or, missing after an accident, one not after it. */
const onTheLegalDay = ({ diedOn, judgedOn, disappearance }: Data): boolean => {
  if (typeof judgedOn !== 'string' || typeof diedOn !== 'string' || disappearance === undefined) return false
  return disappearance === '意外事件' ? diedOn <= judgedOn : diedOn === judgedOn
}

const isDeclared = ({ evidence }: Data): boolean => evidence === '法院宣告'

const declaredDead: Check = (data, envelopeTime) => {
  const law = lawOfFact(DeathRegistered, declaredDeathDay, data, envelopeTime)
  return law && isDeclared(data) && !onTheLegalDay(data) ? [faultByLaw('DECLARED_DEATH_DAY', '/diedOn', law)] : []
}

const withoutJudgment: Check = (data) =>
  isDeclared(data)
    ? []
    : ['judgedOn', 'disappearance']
        .filter((field) => data[field] !== undefined)
        .map((field) => fault('DECLARED_DEATH_ONLY', `/${field}`))

/** A court declares somebody dead, and the law says on which day that was. */
export const deaths: Checks = {
  DeathRegistered: { DECLARED_DEATH_DAY: declaredDead, DECLARED_DEATH_ONLY: withoutJudgment },
}
