import type { City } from '../city.ts'
import { tellSentenced, tellTwoCards, tellWorkingUnemployed } from './against-the-rules.ts'
import { tellAlteredResend, tellMalformed, tellOutOfOrder, tellSentTwice } from './careless-senders.ts'
import { tellClosedAccount } from './closed-account.ts'
import { tellDeclaredDead } from './declared-dead.ts'
import { tellDepartmentsDisagree } from './departments-disagree.ts'
import { tellFalseDeath } from './false-death.ts'
import { tellLateMoves, tellRetractions } from './late-and-corrected.ts'
import { tellOneAccountForTwo } from './one-account-two-wards.ts'
import { tellOrphanPastEighteen } from './orphan-past-eighteen.ts'
import { tellPaidAfterDeath } from './paid-after-death.ts'
import { tellIllnessRatedTooLow, tellThreeDutiesInOneHand } from './refused-decisions.ts'
import { tellRisePaidTwice } from './rise-paid-twice.ts'
import { tellRollThatDiffers } from './roll-that-differs.ts'
import { tellTwoCountiesPay } from './two-counties-pay.ts'
import { tellTwoFilesOnePerson } from './two-files-one-person.ts'
import { tellPaidTooMuch, tellPaidTwice, tellPaidWithoutApproval } from './wrong-amounts.ts'

/** What goes wrong in real life, and must come out. */
export const tellStories = (city: City): void => {
  tellFalseDeath(city)
  tellPaidAfterDeath(city)
  tellPaidTwice(city)
  tellPaidTooMuch(city)
  tellPaidWithoutApproval(city)
  tellClosedAccount(city)
  tellRisePaidTwice(city)
  tellTwoCountiesPay(city)
  tellOneAccountForTwo(city)
  tellRollThatDiffers(city)
  tellIllnessRatedTooLow(city)
  tellThreeDutiesInOneHand(city)
  tellOrphanPastEighteen(city)
  tellDepartmentsDisagree(city)
  tellTwoFilesOnePerson(city)
  tellDeclaredDead(city)
  tellWorkingUnemployed(city)
  tellTwoCards(city)
  tellSentenced(city)
  tellLateMoves(city)
  tellRetractions(city)
  tellOutOfOrder(city)
  tellAlteredResend(city)
  tellSentTwice(city)
  tellMalformed(city)
}
