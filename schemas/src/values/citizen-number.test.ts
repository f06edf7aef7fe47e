import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  citizenCheckCharacter,
  citizenNumber,
  citizenNumberFault,
  completeCitizenNumber,
  isForeignerNumber,
  upgradeCitizenNumber,
} from './citizen-number.ts'

const invented = completeCitizenNumber('43030219580312123')
const digitText = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
const numbers = fc
  .tuple(
    fc.constantFrom('110101', '430302', '430381', '650102', '710000', '810000', '820000', '830000'),
    fc.date({ min: new Date('1800-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
    digitText(3),
  )
  .map(([region, born, order]) =>
    completeCitizenNumber(region + born.toISOString().slice(0, 10).replaceAll('-', '') + order),
  )

describe('a citizen number', () => {
  it('is taken with a right check character, in Hong Kong, Macao and Taiwan too', () => {
    fc.assert(fc.property(numbers, (number) => citizenNumberFault(number) === undefined))
  })

  it('takes the published example of the standard', () => {
    expect(citizenCheckCharacter('11010519491231002')).toBe('X')
    expect(citizenCheckCharacter('44052418800101001')).toBe('4')
  })

  it.each([
    ['LENGTH', ''],
    ['LENGTH', invented.slice(0, 17)],
    ['LENGTH', `${invented}0`],
    ['CHARACTERS', '11010519491231002x'],
    ['CHARACTERS', `A${invented.slice(1)}`],
    ['CHARACTERS', '４３０３０２１９５８０３１２１２３９'],
    ['PROVINCE', completeCitizenNumber('47030219580312123')],
    ['PROVINCE', completeCitizenNumber('00030219580312123')],
    ['BIRTH_DATE', completeCitizenNumber('43030219580231123')],
    ['BIRTH_DATE', completeCitizenNumber('43030219590229123')],
    ['BIRTH_DATE', completeCitizenNumber('43030217991231123')],
    ['BIRTH_DATE', completeCitizenNumber('43030219581301123')],
  ])('is refused for %s', (fault, text) => {
    expect(citizenNumberFault(text)).toBe(fault)
  })

  it('is refused with any digit changed, and with two neighbours exchanged', () => {
    fc.assert(
      fc.property(numbers, fc.nat(17), fc.nat(9), (number, at, digit) => {
        fc.pre(number[at] !== String(digit))
        expect(citizenNumberFault(number.slice(0, at) + digit + number.slice(at + 1))).toBeDefined()
        const swapped = number.slice(0, 16) + number[17] + number[16]
        if (swapped !== number) expect(citizenNumberFault(swapped)).toBeDefined()
      }),
    )
  })

  it('is refused in words that do not carry it', () => {
    const wrong = invented.slice(0, 17) + (invented.endsWith('0') ? '1' : '0')
    const outcome = citizenNumber.safeParse(wrong)
    expect(outcome.success).toBe(false)
    expect(JSON.stringify(outcome.error?.issues)).not.toContain(wrong)
    expect(outcome.error?.issues[0]).toMatchObject({ params: { fault: 'CITIZEN_NUMBER_CHECK_CHARACTER' } })
  })
})

describe('a number of the first generation', () => {
  it('means born in 19xx, and in 18xx with an order code from 996', () => {
    expect(upgradeCitizenNumber('430302580312123')).toBe(completeCitizenNumber('43030219580312123'))
    expect(upgradeCitizenNumber('430302580312995')).toBe(completeCitizenNumber('43030219580312995'))
    for (const order of ['996', '997', '998', '999'])
      expect(upgradeCitizenNumber(`430302980312${order}`)).toBe(completeCitizenNumber(`43030218980312${order}`))
  })

  it('is not brought up when it is none', () => {
    const none = ['', '43030258031212', '4303025803121234', '43030258031212X', '430302580231123', '470302580312123']
    for (const text of none) expect(upgradeCitizenNumber(text)).toBeUndefined()
  })
})

describe("the number of a foreigner's permanent residence card", () => {
  const foreigner = completeCitizenNumber('94384019700822304')

  it('begins with 9 and passes the same check', () => {
    expect(citizenNumberFault(foreigner)).toBeUndefined()
    expect(isForeignerNumber(foreigner)).toBe(true)
    expect(isForeignerNumber(invented)).toBe(false)
  })

  it('is refused with a wrong check character, a province that is none, or a day that is none', () => {
    const wrong = foreigner.slice(0, 17) + (foreigner.endsWith('0') ? '1' : '0')
    expect(citizenNumberFault(wrong)).toBe('CHECK_CHARACTER')
    expect(citizenNumberFault(completeCitizenNumber('94784019700822304'))).toBe('PROVINCE')
    expect(citizenNumberFault(completeCitizenNumber('94384019700832304'))).toBe('BIRTH_DATE')
  })

  it('never had 15 digits', () => {
    expect(upgradeCitizenNumber('943840700822304')).toBeUndefined()
  })
})
