import { createDecipheriv, createHmac, hkdfSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { canonicalJson } from '@hub/schemas/format/canonical-json.ts'
import { base32, numberTokenOf, openTokenOf } from '@hub/schemas/format/stream-name.ts'
import type { TokenOf } from '@hub/schemas/open-field.ts'
import { describe, expect, it } from 'vitest'
import vectors from './event-vectors.json' with { type: 'json' }
import { type SealMarks, sealEvent } from './sealing.ts'

type Sealed = { of: string; box: string }
const keyOf = (hex: string) => Buffer.from(hex, 'hex')
const personKeys: Record<string, string> = vectors.personKeys

// The written layout once more, read by node's primitives alone.
const openByHand = ({ of, box }: Sealed, eventId: string): Record<string, unknown> => {
  const encryption = hkdfSync('sha256', keyOf(personKeys[of]!), '', 'veterans-hub/v1/box-encryption', 32)
  const bytes = Buffer.from(box, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(encryption), bytes.subarray(2, 14))
  decipher.setAAD(Buffer.from(eventId)).setAuthTag(bytes.subarray(-16))
  return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(14, -16)), decipher.final()]).toString('utf8'))
}

const wholeByHand = ({ sealed, ...open }: Record<string, unknown>, eventId: string) => {
  if (sealed === undefined) return open
  const { sealed: others = [], ...own } = openByHand(sealed as Sealed, eventId)
  return Object.assign(open, own, ...(others as Sealed[]).map((other) => openByHand(other, eventId)))
}

/** The marks that the type had when the vector was made: the bytes rest on these, whatever the vocabulary says today. */
const marks: readonly (SealMarks & { what: string })[] = JSON.parse(
  readFileSync(new URL('./event-vector-marks.json', import.meta.url), 'utf8'),
)
const marksOf = (what: string) => marks.find((one) => one.what === what)!

describe('a sealed event of format version 1', () => {
  it.each(vectors.events)('has the same bytes for ever: $what', ({ what, eventId, stream, said, stored }) => {
    const keys = new Map(Object.entries(personKeys).map(([person, key]) => [person, { version: 1, key: keyOf(key) }]))
    const localIds = keyOf(vectors.localIdsKey)
    const tokenOf: TokenOf = (text, of) => (of ? numberTokenOf(localIds, of, text) : openTokenOf(localIds, text))
    const outcome = sealEvent(marksOf(what), eventId, said, stream, { keys, tokenOf })
    expect(outcome).toMatchObject({ status: 'sealed' })
    expect(canonicalJson('data' in outcome ? outcome.data : undefined)).toBe(canonicalJson(stored))
  })

  it.each(vectors.events)('opens as decision 001 says: $what', ({ eventId, said, stored }) => {
    expect(wholeByHand(stored, eventId)).toEqual(said)
  })

  it('has keyed forms as decision 001 says', () => {
    const [keyed] = vectors.events.filter(({ type }) => type.startsWith('hr.BusinessStarted'))
    const mac = createHmac('sha256', keyOf(vectors.localIdsKey))
      .update(JSON.stringify([keyed!.said.businessUscc]))
      .digest()
    expect(keyed!.stored.businessUscc).toBe(base32(mac.subarray(0, 16)))
  })

  it('has numbers that tell things apart as decision 001 says, of a list each', () => {
    const byHand = (kind: string, number: string) =>
      base32(
        createHmac('sha256', keyOf(vectors.localIdsKey))
          .update(JSON.stringify(['number', kind, number]))
          .digest()
          .subarray(0, 16),
      )
    const recovered = vectors.events.find(({ what }) => what === 'numbers as tokens, each of its kind')!
    const { said, stored } = recovered
    expect(stored.orderIds).toEqual(said.orderIds!.map((orderId) => byHand('order', orderId)))
    expect(stored.bankRef).toBe(byHand('bankReference', said.bankRef!))
  })
})
