import type { City } from '../city.ts'
import { tellAlteredResend } from './altered-resend.ts'
import { tellClosedAccount } from './closed-account.ts'
import { tellDeclaredDead } from './declared-dead.ts'
import { tellDepartmentsDisagree } from './departments-disagree.ts'
import { tellFalseDeath } from './false-death.ts'
import { tellIllnessRatedTooLow } from './illness-rated-too-low.ts'
import { tellLateMoves } from './late-moves.ts'
import { tellMalformed } from './malformed-messages.ts'
import { tellOneAccountForTwo } from './one-account-two-wards.ts'
import { tellOrphanPastEighteen } from './orphan-past-eighteen.ts'
import { tellOutOfOrder } from './out-of-order.ts'
import { tellPaidAfterDeath } from './paid-after-death.ts'
import { tellPaidTooMuch } from './paid-too-much.ts'
import { tellPaidTwice } from './paid-twice.ts'
import { tellPaidWithoutApproval } from './paid-without-approval.ts'
import { tellRetractions } from './retractions.ts'
import { tellRisePaidTwice } from './rise-paid-twice.ts'
import { tellRollThatDiffers } from './roll-that-differs.ts'
import { tellSentTwice } from './sent-twice.ts'
import { tellSentenced, tellWanted } from './sentenced.ts'
import { tellSlipInALedger } from './slip-in-a-ledger.ts'
import { tellThreeDutiesInOneHand } from './three-duties-in-one-hand.ts'
import { tellTwoCards } from './two-cards.ts'
import { tellTwoCountiesPay } from './two-counties-pay.ts'
import { tellTwoFilesOnePerson } from './two-files-one-person.ts'
import { tellWorkingUnemployed } from './working-unemployed.ts'

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
  tellWanted(city)
  tellLateMoves(city)
  tellRetractions(city)
  tellOutOfOrder(city)
  tellSentTwice(city)
  // After it: what is rejected is not sent twice.
  tellAlteredResend(city)
  tellMalformed(city)
  tellSlipInALedger(city)
}
