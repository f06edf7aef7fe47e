import { describe, expect, it } from 'vitest'
import { fallenPerson } from './fallen-person.ts'

const person = { citizenNumber: '430302196803142018' }
const taken = (named: unknown) => fallenPerson.safeParse(named).success

describe('a soldier or martyr', () => {
  it('is named by the citizen number, by the record, or by the name', () => {
    expect([{ person }, { martyrId: 'LS-0042' }, { name: '谭守义' }].map(taken)).toEqual([true, true, true])
  })

  it('is not named by none of the three, nor by two', () => {
    const wrong = [
      {},
      { person, name: '谭守义' },
      { martyrId: 'LS-0042', name: '谭守义' },
      { person, martyrId: 'LS-0042' },
    ]
    expect(wrong.map(taken)).toEqual([false, false, false, false])
  })

  it('is not named by nothing, or by something else', () => {
    expect([{ name: '' }, person, { name: '谭守义', born: '1950' }, '谭守义'].map(taken)).toEqual([
      false,
      false,
      false,
      false,
    ])
  })
})
