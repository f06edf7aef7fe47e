import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { upcast } from '../upcast.ts'
import { PaymentDisbursed } from './disbursement.ts'

const readAgain = (amountYuan: string) =>
  upcast('finance.PaymentDisbursed.v1', { ...PaymentDisbursed.earlier[0]!.example, amountYuan }).data

describe('a payment of version 1, in yuan', () => {
  it.each([
    ['0', 0],
    ['0.05', 5],
    ['1.15', 115],
    ['1234.5', 123_450],
    ['8.20', 820],
  ])('reads %s yuan as %i fen', (yuan, fen) => {
    expect(readAgain(yuan)).toMatchObject({ amount: fen })
    expect(readAgain(yuan)).not.toHaveProperty('amountYuan')
  })

  it('loses no fen of any amount', () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), (fen) => {
        const yuan = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
        return readAgain(yuan).amount === fen
      }),
    )
  })

  it.each(['1.234', '01', '-1', '1e3', '1.', ''])('was never taken with the amount %j', (amountYuan) => {
    const earlier = PaymentDisbursed.earlier[0]!
    expect(earlier.data.safeParse({ ...earlier.example, amountYuan }).success).toBe(false)
  })
})
