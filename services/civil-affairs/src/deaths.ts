import { handedOverBy } from '@hub/intake/cross-field.ts'
import type { Checks } from '@hub/intake/fault.ts'
import type { Fault } from '@hub/runtime/problem.ts'
import { DeathDeclarationRevoked, DeathRegistered } from '@hub/schemas/civil-affairs/death.ts'
import { declaredDeathDay, declaredDeathRevoked } from '@hub/schemas/law/declared-death.ts'
import { lawOfFact } from '@hub/schemas/law/law-of-fact.ts'
import { fault, faultByLaw } from './refusals.ts'

type Data = Readonly<Record<string, unknown>>

/** Whose evidence it is; what is not said follows from the evidence, what is said has to fit it. */
const saidBy: Readonly<Record<string, string>> = { 医学证明: '卫健', 户籍注销: '公安' }

/** The day of the judgment or, missing after an accident, one not after it. */
const onTheLegalDay = ({ diedOn, judgedOn, disappearance }: Data): boolean => {
  if (typeof judgedOn !== 'string' || typeof diedOn !== 'string' || disappearance === undefined) return false
  return disappearance === '意外事件' ? diedOn <= judgedOn : diedOn === judgedOn
}

const declaredDead = (data: Data, envelopeTime: string): readonly Fault[] => {
  const law = lawOfFact(DeathRegistered, declaredDeathDay, data, envelopeTime)
  return [
    ...handedOverBy(data, '法院', law),
    ...(law === undefined || onTheLegalDay(data) ? [] : [faultByLaw('DECLARED_DEATH_DAY', '/diedOn', law)]),
  ]
}

const withoutJudgment = (data: Data): readonly Fault[] =>
  ['judgedOn', 'disappearance']
    .filter((field) => data[field] !== undefined)
    .map((field) => fault('DECLARED_DEATH_ONLY', `/${field}`))

/** Deaths are said by whose evidence it is; a court declares and revokes, and the law says on which day somebody died. */
export const deaths: Checks = {
  DeathRegistered: (data, envelopeTime) => {
    const evidence = String(data.evidence)
    if (evidence === '法院宣告') return declaredDead(data, envelopeTime)
    const authority = saidBy[evidence]
    return [
      ...withoutJudgment(data),
      ...(data.assertedFrom !== undefined && authority !== undefined ? handedOverBy(data, authority) : []),
    ]
  },
  DeathDeclarationRevoked: (data, envelopeTime) =>
    handedOverBy(data, '法院', lawOfFact(DeathDeclarationRevoked, declaredDeathRevoked, data, envelopeTime)),
}
