import type { Checks } from '@hub/intake/fault.ts'
import type { Fault } from '@hub/runtime/problem.ts'
import { lastDayUnder } from '@hub/schemas/law/age.ts'
import { lawOfFact } from '@hub/schemas/law/law-of-fact.ts'
import type { LegalRule } from '@hub/schemas/law/legal-rule.ts'
import { childComesOfAge, remarriage, survivorsPensionStart } from '@hub/schemas/law/survivors.ts'
import { saidByNumber } from '@hub/schemas/values/citizen-number.ts'
import { SurvivorEligibilityAssessed } from '@hub/schemas/veteran-affairs/survivors.ts'
import { fault, faultByLaw } from './refusals.ts'

type Data = Readonly<Record<string, unknown>>

/** The day of birth in a citizen number, `YYYY-MM-DD`. */
const birthDayOf = ({ person }: Data): string | undefined => {
  const number = (person as { citizenNumber?: string } | undefined)?.citizenNumber
  return number && saidByNumber(number).birthDate
}

const lawFor = <Value>(rule: LegalRule<Value>, data: Data, envelopeTime: string) =>
  lawOfFact(SurvivorEligibilityAssessed, rule, data, envelopeTime)

/** Under 18 is a ground up to the 18th birthday, and is paid through that month. */
const underAge = (data: Data, envelopeTime: string): readonly Fault[] => {
  const [law, birthDay] = [lawFor(childComesOfAge, data, envelopeTime), birthDayOf(data)]
  if (!law || birthDay === undefined || data.ground !== '未满18周岁') return []
  const lastDay = lastDayUnder(law.value.age, birthDay)
  if (String(data.assessedOn) > lastDay) return [faultByLaw('OF_AGE', '/ground', law)]
  return data.to !== undefined && String(data.to) > lastDay.slice(0, 7) ? [faultByLaw('OF_AGE', '/to', law)] : []
}

const marriedAgain = (data: Data, envelopeTime: string): readonly Fault[] => {
  const { remarried, supportsFamily, outcome } = data
  const law = lawFor(remarriage, data, envelopeTime)
  return law && outcome === '符合' && remarried === true && supportsFamily !== true
    ? [faultByLaw('REMARRIED', '/supportsFamily', law)]
    : []
}

const payable = (data: Data, envelopeTime: string): readonly Fault[] => {
  const { assessedOn, payableFrom } = data
  const law = lawFor(survivorsPensionStart, data, envelopeTime)
  return law && payableFrom !== undefined && String(payableFrom) < String(assessedOn).slice(0, 7)
    ? [faultByLaw('PAYABLE_TOO_EARLY', '/payableFrom', law)]
    : []
}

/** Who is entitled is so on a ground and from a month; who is not has neither. */
const groundWhereEntitled = ({ outcome, ground, payableFrom }: Data): readonly Fault[] =>
  [ground, payableFrom].every((said) => (said !== undefined) === (outcome === '符合'))
    ? []
    : [fault('GROUND_NEEDED', '/ground')]

/** Survivors are entitled on a ground of the law, from the month in which it was confirmed, children to the month of their 18th birthday. */
export const survivors: Checks = {
  SurvivorEligibilityAssessed: {
    GROUND_NEEDED: groundWhereEntitled,
    OF_AGE: underAge,
    REMARRIED: marriedAgain,
    PAYABLE_TOO_EARLY: payable,
  },
}
