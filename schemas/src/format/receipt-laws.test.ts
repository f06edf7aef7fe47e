import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseReceiptToken, receiptToken } from './receipt.ts'

describe('a receipt token', () => {
  const key = new Uint8Array(32).fill(7)
  const token = receiptToken(key, {
    store: '0d9f8c1e-3b52-4f0a-8d57-1f2e3a4b5c6d',
    stream: 'person-1abcdefghijklmnopqrstuvwxyz',
    eventId: '6a2f41a3-c54c-5ce8-8e9d-0d7b6f6f2f11',
    digest: 'ab'.repeat(32),
    submission: '7b6a5948-3726-4514-8f0e-1d2c3b4a5968',
  })

  it('is refused with any character changed, dropped or added', () => {
    const characters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+ '
    for (let at = 0; at < token.length; at++) {
      expect(parseReceiptToken(key, token.slice(0, at) + token.slice(at + 1))).toBeUndefined()
      for (const character of characters) {
        const changed = token.slice(0, at) + character + token.slice(at + 1)
        if (changed !== token && parseReceiptToken(key, changed) !== undefined) expect.fail(`character ${at}`)
      }
    }
    for (const character of characters) expect(parseReceiptToken(key, token + character)).toBeUndefined()
  })

  it('comes back whole for every stream', () => {
    const uuid = fc.uuid({ version: [4, 5] })
    const receipt = fc.record({
      store: uuid,
      stream: fc.stringMatching(/^[a-z]{1,20}-[a-z0-9-]{1,60}$/),
      eventId: uuid,
      digest: fc.stringMatching(/^[0-9a-f]{64}$/),
      submission: uuid,
    })
    fc.assert(
      fc.property(receipt, (given) => {
        const made = receiptToken(key, given)
        expect(parseReceiptToken(key, made)).toEqual(given)
        expect(parseReceiptToken(new Uint8Array(32).fill(8), made)).toBeUndefined()
        // Its length tells no more than whether the stream's name is a long one.
        expect(made.length).toBe(given.stream.length <= 64 ? token.length : 316)
      }),
    )
  })
})
