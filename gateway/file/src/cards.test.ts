import { describe, expect, it } from 'vitest'
import { foldFile } from './evolve.ts'
import { samplePerson, sampleStream } from './sample-facts.fixture.ts'

const cards = (said: Parameters<typeof sampleStream>[0]) =>
  foldFile(samplePerson, sampleStream(said), {}).identities.cards.map(({ value }) => value)

const kind = '退役军人'
const applied = (applicationNo: string) => ({ name: 'PreferentialCardApplied', data: { kind, applicationNo } })
const issued = (cardNo: string, applicationNo?: string) => ({
  name: 'PreferentialCardIssued',
  data: { kind, cardNo, bank: '银行', identitiesOnChip: [], ...(applicationNo ? { applicationNo } : {}) },
})
const handedOut = (cardNo: string) => ({ name: 'PreferentialCardHandedOut', data: { kind, cardNo } })
const replaced = (replacedCardNo: string, cardNo: string) => ({
  name: 'PreferentialCardReplaced',
  data: { kind, cardNo, replacedCardNo, bank: '银行', identitiesOnChip: [], reason: '遗失' },
})
const cancelled = (cardNo: string) => ({ name: 'PreferentialCardCancelled', data: { kind, cardNo, reason: '判刑' } })

describe('a preferential card', () => {
  it('is one thing from the application to its holder’s hands', () => {
    const [card, ...others] = cards([applied('A-1'), issued('K-1', 'A-1'), handedOut('K-1')])
    expect(others).toEqual([])
    expect(card).toMatchObject({ status: 'current', data: { applicationNo: 'A-1', cardNo: 'K-1' } })
    expect(card?.history).toHaveLength(3)
  })

  it('is told from another of its kind by its own number: two active ones are two', () => {
    const two = cards([applied('A-1'), issued('K-1', 'A-1'), issued('K-2'), handedOut('K-2')])
    expect(two.map(({ status, data }) => [status, data.cardNo])).toEqual([
      ['current', 'K-1'],
      ['current', 'K-2'],
    ])
    const oneLeft = cards([issued('K-1'), issued('K-2'), cancelled('K-1')])
    expect(oneLeft.map(({ status }) => status)).toEqual(['ended', 'current'])
  })

  it('goes on as the new one that names the old, whatever its kind', () => {
    const [card, ...others] = cards([issued('K-1'), replaced('K-1', 'K-2'), cancelled('K-2')])
    expect(others).toEqual([])
    expect(card).toMatchObject({ status: 'ended', data: { cardNo: 'K-2', replacedCardNo: 'K-1' } })
    expect(cards([issued('K-1'), issued('K-3'), replaced('K-3', 'K-4')]).map(({ data }) => data.cardNo)).toEqual([
      'K-1',
      'K-4',
    ])
  })

  it('that was refused is an application that has ended', () => {
    const refused = { name: 'PreferentialCardRefused', data: { kind, applicationNo: 'A-1', refusedOn: '2024-03-08' } }
    expect(cards([applied('A-1'), applied('A-2'), refused]).map(({ status }) => status)).toEqual(['ended', 'current'])
  })
})
