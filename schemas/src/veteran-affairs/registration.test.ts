import { describe, expect, it } from 'vitest'
import { completeCitizenNumber } from '../values/citizen-number.ts'
import { person } from '../values/person.ts'
import { idDocument } from './registration.ts'

const foreigner = completeCitizenNumber('94384019700822304')
const wrong = foreigner.slice(0, 17) + (foreigner.endsWith('0') ? '1' : '0')
const taken = (kind: string, number: string) => idDocument.safeParse({ kind, number }).success

describe('an identity document', () => {
  it("of a foreigner has the card's 18 digits with a right check character, or the number of an older card", () => {
    expect(taken('外国人永久居留身份证', foreigner)).toBe(true)
    expect(taken('外国人永久居留身份证', 'USA430082501234')).toBe(true)
    expect(taken('外国人永久居留身份证', wrong)).toBe(false)
    expect(taken('外国人永久居留身份证', completeCitizenNumber('43030219580312123'))).toBe(false)
  })

  it('of residents of Hong Kong, Macao and Taiwan has a checked number that begins with 81, 82 or 83', () => {
    const permit = completeCitizenNumber('81000019800101001')
    expect(taken('港澳台居民居住证', permit)).toBe(true)
    expect(taken('港澳台居民居住证', permit.slice(0, 17) + (permit.endsWith('0') ? '1' : '0'))).toBe(false)
    expect(taken('港澳台居民居住证', completeCitizenNumber('43030219580312123'))).toBe(false)
  })

  it("that is a resident's card has no foreigner's number", () => {
    expect(taken('居民身份证', completeCitizenNumber('43030219580312123'))).toBe(true)
    expect(taken('居民身份证', foreigner)).toBe(false)
  })

  it('of any other kind is taken as it is written', () => {
    for (const kind of ['军官证', '户口簿', '护照', '军人身份证', '其他']) expect(taken(kind, 'E12345678')).toBe(true)
  })

  it('and the hub knows a foreigner by that number, as it knows a citizen', () => {
    expect(person.safeParse({ citizenNumber: foreigner }).success).toBe(true)
    expect(person.safeParse({ citizenNumber: wrong }).success).toBe(false)
  })
})
