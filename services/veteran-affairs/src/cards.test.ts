import { faultsOfEvents } from '@hub/intake/rules/event-faults.fixture.ts'
import { describe, expect, it } from 'vitest'
import { checks } from './checks.ts'

const found = faultsOfEvents('veteran-affairs', checks)
const faults = (name: string, data: Record<string, unknown>) =>
  found(name, data).map(({ code, pointer }) => `${code} ${pointer}`)

describe('a preferential card', () => {
  it('is refused on the grounds of article 25 at any level, on those of article 26 by the province alone', () => {
    const refused = (ground: string, level: string) =>
      faults('PreferentialCardRefused', { ground, level, refusedOn: '2025-03-05' })
    expect(refused('除名或开除军籍', '县局')).toEqual([])
    expect(refused('服刑羁押通缉期间', '县局')).toEqual([])
    expect(refused('受过刑事处罚', '省厅')).toEqual([])
    expect(refused('受过刑事处罚', '市局')).toEqual(['GROUND_NOT_WEIGHED /level'])
    const [fault] = found('PreferentialCardRefused', { ground: '开除党籍', level: '县局', refusedOn: '2025-03-05' })
    expect(fault!.messageZh).toContain('第二十六条')
  })

  it('is handed out after 10 working days too, and never before it came', () => {
    const handedOut = (handedOutOn: string) =>
      faults('PreferentialCardHandedOut', { appliedOn: '2025-03-03', receivedOn: '2025-03-24', handedOutOn })
    expect([handedOut('2025-04-08'), handedOut('2025-04-30')]).toEqual([[], []])
    expect(handedOut('2025-03-23')).toEqual(['ORDER_OF_DATES /handedOutOn'])
  })

  it('goes back uncollected when 3 months are over, not a day before', () => {
    const sentBack = (sentBackOn: string) =>
      faults('PreferentialCardUncollected', { receivedOn: '2025-03-24', sentBackOn })
    expect(sentBack('2025-06-23')).toEqual(['UNCOLLECTED_TOO_EARLY /sentBackOn'])
    expect(sentBack('2025-06-24')).toEqual([])
  })

  it("is known by its own number, never by the bank card's", () => {
    // A number that no bank has given out, with a right check digit.
    const bankCard = '6200000000000000000'
    expect(faults('PreferentialCardIssued', { cardNo: bankCard })).toEqual(['BANK_CARD_NUMBER /cardNo'])
    expect(faults('PreferentialCardReplaced', { cardNo: '湘退 0000 4821', replacedCardNo: bankCard })).toEqual([
      'BANK_CARD_NUMBER /replacedCardNo',
    ])
    expect(faults('PreferentialCardIssued', { cardNo: '6200000000000000003' })).toEqual([])
    expect(faults('PreferentialCardIssued', { cardNo: '湘退 0000 4821' })).toEqual([])
  })
})
