import { describe, expect, it } from 'vitest'
import { betweenRows } from './between-rows.ts'

const [one, other] = ['430302196803142018', '430302197008223040']
const registered = (citizenNumber: string, name: string, birthDate = '1968-03-14') => ({
  data: { person: { citizenNumber }, name, birthDate },
})
const codes = (faults: readonly { code: string; pointer: string }[]) =>
  faults.map(({ code, pointer }) => `${code} ${pointer}`)

describe('rows of one sheet', () => {
  it('that give one person two names or two days of birth are told, at the later row, without a value', () => {
    const beside = betweenRows('veteran-affairs.VeteranRegistered.v2')
    expect(beside(registered(one, '贺致远'))).toEqual([])
    expect(beside(registered(other, '何秋荷', '1970-08-22'))).toEqual([])
    expect(beside(registered(one, '贺致远'))).toEqual([])
    const told = beside(registered(one, '贺志远', '1968-04-13'))
    expect(codes(told)).toEqual(['ROWS_DIFFER /data/name', 'ROWS_DIFFER /data/birthDate'])
    expect(told[0]?.messageZh).toContain('同一人的姓名')
    expect(JSON.stringify(told)).not.toMatch(/贺|1968|4303/)
  })

  it('with one bank reference twice are told', () => {
    const beside = betweenRows('finance.PaymentDisbursed.v2')
    expect(beside({ data: { bankRef: 'B-1' } })).toEqual([])
    expect(beside({ data: { bankRef: 'B-2' } })).toEqual([])
    expect(codes(beside({ data: { bankRef: 'B-1' } }))).toEqual(['PAID_IN_TWO_ROWS /data/bankRef'])
  })
})
