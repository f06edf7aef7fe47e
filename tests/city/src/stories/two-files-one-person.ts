import type { City } from '../city.ts'
import type { Inhabitant } from '../inhabitant.ts'
import { inventedCitizenNumber } from '../invented.ts'
import { fromReceipt } from '../submission.ts'
import { inPart } from './cast.ts'
import { tellOf } from './telling.ts'

/** The number that the veteran had before the police corrected it. */
export const formerNumber = (city: Pick<City, 'veterans'>): string => {
  const one = inPart(city, 'renumbered')
  return inventedCitizenNumber(one.county, one.birthDay, 498, one.sex === '男')
}

const health = (mobility: string) => ({ conditions: [], mobility, careNeed: '无' })

/**
 * A veteran has two files, for the police have corrected the citizen number: two officials link them, and the merit
 * recorded under the old number stands in the one file. Two others with one name are linked by mistake, and unlinked.
 */
export const tellTwoFilesOnePerson = (city: City): void => {
  const one = inPart(city, 'renumbered')
  const former: Pick<Inhabitant, 'citizenNumber' | 'county'> = { ...one, citizenNumber: formerNumber(city) }
  const merit = tellOf(city, former)('veteran-affairs', 'MeritRecorded', '2023-04-11', {
    level: '二等功',
    awardedOn: '1996',
    certificateNo: '立字第96-035号',
  })
  const seen = tellOf(city, one)('veteran-affairs', 'HealthStatusRecorded', '2024-01-15', health('自理'))
  city.decide({
    kind: 'link',
    day: '2024-01-22',
    persons: [fromReceipt(merit), fromReceipt(seen)],
    evidence: ['公安更正公民身份号码证明 2024-017'],
    decidedBy: 'XT-2001',
    secondDecider: 'XT-2002',
  })
  const [mistaken, other] = (['mistaken', 'mistakenFor'] as const).map((part) =>
    tellOf(city, inPart(city, part))('veteran-affairs', 'HealthStatusRecorded', '2024-02-05', health('需辅具')),
  )
  const persons = [fromReceipt(mistaken!), fromReceipt(other!)] as const
  const decided = { persons, decidedBy: 'XT-2001', secondDecider: 'XT-2003' }
  city.decide({ ...decided, kind: 'link', day: '2024-02-12', evidence: ['姓名相同、出生日期相近'] })
  city.decide({ ...decided, kind: 'unlink', day: '2024-03-25', evidence: ['指纹比对不符 2024-088'] })
}
