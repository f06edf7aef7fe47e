import type { City } from '../city.ts'
import { submissionOf } from '../submission.ts'
import { inPart } from './cast.ts'

/** A clerk mistypes the last character of a citizen number in the ledger of deaths: the row is refused, nobody is reported dead. */
export const tellSlipInALedger = (city: City): void => {
  const { citizenNumber, county } = inPart(city, 'slipOfAClerk')
  const mistyped = citizenNumber.slice(0, 17) + (citizenNumber.endsWith('1') ? '2' : '1')
  const row = submissionOf(
    {
      department: 'civil-affairs',
      name: 'DeathRegistered',
      source: '/departments/civil-affairs/death-sheet',
      id: 'DeathRegistered-SLIP',
      day: '2025-02-12',
      sentOn: '2025-02-12',
      region: county,
      data: {
        person: { citizenNumber: mistyped },
        diedOn: '2025-02-09',
        evidence: '医学证明',
        certificateNo: `SW${county}-SLIP`,
      },
    },
    city.random,
    false,
  )
  city.put({ ...row, refusal: 'CITIZEN_NUMBER_CHECK_CHARACTER' })
}
