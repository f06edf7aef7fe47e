import { inOrder } from '@hub/intake/cross-field.ts'
import type { Checks } from '@hub/intake/fault.ts'
import { cardUncollectedTerm, cardWeighed } from '@hub/schemas/law/card-law.ts'
import { citing, lawOn } from '@hub/schemas/law/legal-rule.ts'
import { lastDayOf } from '@hub/schemas/law/term.ts'
import { fault, refusals } from './refusals.ts'

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
const weighed = (data: Data) => {
  const rule = lawOn(cardWeighed, String(data.refusedOn))
  return rule?.value.includes(String(data.ground)) && data.level !== '省厅'
    ? [fault('GROUND_NOT_WEIGHED', '/level', citing(refusals.GROUND_NOT_WEIGHED, rule))]
    : []
}

const waited = (data: Data) => {
  const rule = lawOn(cardUncollectedTerm, String(data.receivedOn))
  const last = rule && lastDayOf(rule.value, String(data.receivedOn))
  return rule && last && String(data.sentBackOn) < last
    ? [fault('UNCOLLECTED_TOO_EARLY', '/sentBackOn', citing(refusals.UNCOLLECTED_TOO_EARLY, rule))]
    : []
}

/** A card has its own number, its days follow one another, and it is refused and sent back as the measures say. */
export const cards: Checks = {
  PreferentialCardRefused: weighed,
  PreferentialCardIssued: cardNumber,
  PreferentialCardReceived: cardNumber,
  PreferentialCardHandedOut: (data) => [
    ...cardNumber(data),
    ...inOrder(data, 'appliedOn', 'receivedOn'),
    ...inOrder(data, 'receivedOn', 'handedOutOn'),
  ],
  PreferentialCardUncollected: (data) => [...cardNumber(data), ...waited(data)],
  PreferentialCardReplaced: cardNumber,
  PreferentialCardSuspended: cardNumber,
  PreferentialCardReinstated: cardNumber,
  PreferentialCardCancelled: cardNumber,
}
