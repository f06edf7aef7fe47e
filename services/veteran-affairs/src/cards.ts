import type { Checks } from '@hub/intake/fault.ts'
import { cardUncollectedTerm, cardWeighed } from '@hub/schemas/law/card-law.ts'
import { lawOfFact } from '@hub/schemas/law/law-of-fact.ts'
import { termKept } from '@hub/schemas/law/term.ts'
import { PreferentialCardRefused } from '@hub/schemas/veteran-affairs/cards.ts'
import { fault, faultByLaw } from './refusals.ts'

type Data = Readonly<Record<string, unknown>>

const passesLuhn = (digits: string): boolean =>
  [...digits].reverse().reduce((sum, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2)
    return sum + (value > 9 ? value - 9 : value)
  }, 0) %
    10 ===
  0

/** A number that a Chinese bank card can have: 16 to 19 digits that begin with 62 and pass the check. Source: ISO/IEC 7812. */
const isBankCard = (text: string): boolean => /^62\d{14,17}$/.test(text) && passesLuhn(text)

const ownNumber = (data: Data, field: string) =>
  typeof data[field] === 'string' && isBankCard(data[field].replaceAll(/[ -]/g, ''))
    ? [fault('BANK_CARD_NUMBER', `/${field}`)]
    : []

const cardNumber = (data: Data) => [...ownNumber(data, 'cardNo'), ...ownNumber(data, 'replacedCardNo')]

/** What the province weighs is refused by the province alone. */
const weighed = (data: Data, envelopeTime: string) => {
  const law = lawOfFact(PreferentialCardRefused, cardWeighed, data, envelopeTime)
  return law?.value.includes(String(data.ground)) && data.level !== '省厅'
    ? [faultByLaw('GROUND_NOT_WEIGHED', '/level', law)]
    : []
}

/** The law of the day on which the card came says how long it waits. */
const waited = ({ receivedOn, sentBackOn, region }: Data) => {
  const term = termKept(cardUncollectedTerm, String(receivedOn), String(sentBackOn), String(region))
  return term && term.lastDay !== null && String(sentBackOn) < term.lastDay
    ? [faultByLaw('UNCOLLECTED_TOO_EARLY', '/sentBackOn', term.entry)]
    : []
}

const ownCardNumber = { BANK_CARD_NUMBER: cardNumber }

/** A card has its own number, and is refused and sent back as the measures say. */
export const cards: Checks = {
  PreferentialCardRefused: { GROUND_NOT_WEIGHED: weighed },
  PreferentialCardIssued: ownCardNumber,
  PreferentialCardReceived: ownCardNumber,
  PreferentialCardHandedOut: ownCardNumber,
  PreferentialCardUncollected: { ...ownCardNumber, UNCOLLECTED_TOO_EARLY: waited },
  PreferentialCardReplaced: ownCardNumber,
  PreferentialCardSuspended: ownCardNumber,
  PreferentialCardReinstated: ownCardNumber,
  PreferentialCardCancelled: ownCardNumber,
}
