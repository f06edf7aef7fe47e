import type { City } from '../city.ts'
import { inPart } from './cast.ts'
import { tellOf } from './telling.ts'

/** One person has two cards at once, a veteran's and a survivor's; one was to be enough, with both identities on its chip. */
export const tellTwoCards = (city: City): void => {
  const tell = tellOf(city, inPart(city, 'twoCards'))
  const chip = { bank: '湘潭农商银行', identitiesOnChip: [] }
  tell('veteran-affairs', 'PreferentialCardIssued', '2024-03-11', {
    kind: '退役军人',
    cardNo: '湘退 000040 1',
    ...chip,
  })
  tell('veteran-affairs', 'PreferentialCardIssued', '2024-09-16', { kind: '三属', cardNo: '湘属 000040 1', ...chip })
}
