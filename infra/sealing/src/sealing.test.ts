import { marksOf } from '@hub/schemas/define-event.ts'
import { canonicalJson } from '@hub/schemas/format/canonical-json.ts'
import { base32 } from '@hub/schemas/format/stream-name.ts'
import { open } from '@hub/schemas/open-field.ts'
import { fen } from '@hub/schemas/values/money.ts'
import { person, relatedPerson } from '@hub/schemas/values/person.ts'
import { regionCode } from '@hub/schemas/values/region-code.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { BoxNotOpened, openBox, sealBox } from './box.ts'
import { openOtherBoxes, openOwnBox, personsDescribed, sealEvent } from './sealing.ts'

const key = (fill: number) => ({ version: 1, key: new Uint8Array(32).fill(fill) })
const personOf = (fill: number) => `1${base32(new Uint8Array(16).fill(fill))}`
const own = personOf(1)
const other = personOf(2)
const keys = new Map([
  [own, key(1)],
  [other, key(2)],
])
const figures = ['a-figure'] as const
const marks = marksOf(
  {
    person,
    region: regionCode,
    name: z.string(),
    phone: z.string().optional(),
    spouse: relatedPerson.optional(),
    channel: open(z.string().optional(), { figures }),
    paid: open(fen.optional(), { figures, as: { form: 'only', values: [0] } }),
    items: open(z.array(z.object({ from: z.string(), kind: z.string() })).optional(), {
      figures,
      as: { form: 'items', fields: ['from'] },
    }),
    business: open(z.string().optional(), { figures, as: { form: 'keyed' } }),
  },
  { streamField: 'person', countedBy: figures },
)
const eventId = '6a2f41a3-c54c-5ce8-8e9d-0d7b6f6f2f11'
const stream = `person-${own}`
const tokenOf = (text: string) => `token of ${text.length}`
type Data = Record<string, unknown>
const sealedOf = (data: Data, id = eventId) => {
  const outcome = sealEvent(marks, id, data, stream, { keys, tokenOf })
  if (outcome.status !== 'sealed') throw new Error(outcome.status)
  return outcome.data
}
const openedOf = (stored: Data, with_ = keys) => openOtherBoxes(eventId, openOwnBox(eventId, stored, with_), with_)

const relative = fc.record(
  { name: fc.string(), person: fc.constantFrom({ personId: own }, { personId: other }) },
  { requiredKeys: ['name'] },
)
const facts = fc.record(
  {
    person: fc.constant({ personId: own }),
    region: fc.constantFrom('430302', '430302001', '430302001002'),
    name: fc.string(),
    phone: fc.string(),
    spouse: relative,
    channel: fc.string(),
    paid: fc.nat(),
    items: fc.array(fc.record({ from: fc.string(), kind: fc.string() })),
    business: fc.string(),
  },
  { requiredKeys: ['person', 'region', 'name'] },
)

describe('a box', () => {
  it('opens to what was sealed, only for its event and key', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.string({ unit: 'grapheme' }), (id, text) => {
        const box = sealBox(key(1), id, text)
        expect(openBox(key(1), id, box)).toBe(text)
        expect(() => openBox(key(2), id, box)).toThrow(BoxNotOpened)
        expect(() => openBox(key(1), `${id}0`, box)).toThrow(BoxNotOpened)
      }),
    )
  })

  it('has the same bytes for the same content and another nonce for other content', () => {
    const nonce = (box: string) => Buffer.from(box, 'base64url').subarray(2, 14).toString('hex')
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, two) => {
        fc.pre(one !== two)
        expect(sealBox(key(1), eventId, one)).toBe(sealBox(key(1), eventId, one))
        expect(nonce(sealBox(key(1), eventId, one))).not.toBe(nonce(sealBox(key(1), eventId, two)))
      }),
    )
  })

  it('refuses a changed byte, a short box and an unknown suite', () => {
    const box = Buffer.from(sealBox(key(1), eventId, 'text'), 'base64url')
    box[20]! ^= 1
    expect(() => openBox(key(1), eventId, box.toString('base64url'))).toThrow(BoxNotOpened)
    expect(() => openBox(key(1), eventId, 'AQE')).toThrow(BoxNotOpened)
    box[0] = 9
    expect(() => openBox(key(1), eventId, box.toString('base64url'))).toThrow(/suite 9/)
  })
})

describe('sealing an event', () => {
  it('comes back whole, and leaves open what is marked and nothing else', () => {
    fc.assert(
      fc.property(facts, (fact) => {
        const stored = sealedOf(fact)
        const allowed = ['sealed', 'region', 'channel', 'paid', 'items', 'business']
        expect(Object.keys(stored).filter((field) => !allowed.includes(field))).toEqual([])
        const opened = openedOf(JSON.parse(canonicalJson(stored)))
        expect(opened).toEqual({ data: JSON.parse(JSON.stringify(fact)), erased: false, erasedOthers: [] })
      }),
    )
  })

  it('gives the same submission the same bytes', () => {
    fc.assert(
      fc.property(facts, (fact) => {
        expect(canonicalJson(sealedOf(fact))).toBe(canonicalJson(sealedOf(fact)))
      }),
    )
  })

  const married = {
    person: { personId: own },
    region: '430302001',
    name: 'A',
    phone: '1',
    spouse: { name: 'B', person: { personId: other } },
  }

  it('has one box outside, for the person of whom it speaks, and those for others inside it', () => {
    const { sealed, ...open } = sealedOf(married)
    expect(sealed?.of).toBe(own)
    expect(open).toEqual({ region: '430302' })
    const inside = JSON.parse(openBox(key(1), eventId, sealed!.box))
    expect(inside).toMatchObject({ region: '430302001', name: 'A', sealed: [{ of: other }] })
    expect(inside).not.toHaveProperty('spouse')
    expect(JSON.stringify({ sealed, open })).not.toContain(other)
    expect(personsDescribed(marks, married, stream)).toEqual([own, other].sort())
  })

  it('seals a relative who is not known for the person of the fact', () => {
    expect(personsDescribed(marks, { ...married, spouse: { name: 'B' } }, stream)).toEqual([own])
  })

  it('leaves open a county of a region, a value that counts, parts of items, and the keyed hash of a name', () => {
    const counted = { paid: 0, items: [{ from: 'x', kind: 'y' }], business: 'abc', channel: 'APP' }
    const { sealed: _box, ...open } = sealedOf({ ...married, ...counted })
    expect(open).toEqual({ region: '430302', paid: 0, items: [{ from: 'x' }], business: 'token of 3', channel: 'APP' })
    expect(sealedOf({ ...married, paid: 1 })).not.toHaveProperty('paid')
  })

  it('is one for whoever the data names where the stream is no person', () => {
    const outcome = sealEvent(marks, eventId, married, 'fair-x', { keys, tokenOf })
    expect(outcome).toMatchObject({ status: 'sealed', data: { sealed: { of: own } } })
  })

  it('leaves an event that names nobody as it is', () => {
    const nobody = { region: '430302001', name: 'A' }
    expect(sealEvent(marks, eventId, nobody, 'fair-x', { keys, tokenOf })).toEqual({ status: 'sealed', data: nobody })
    expect(personsDescribed(marks, nobody, 'fair-x')).toEqual([])
  })

  it('says whose key is missing', () => {
    const outcome = sealEvent(marks, eventId, married, stream, { keys: new Map([[own, key(1)]]), tokenOf })
    expect(outcome).toEqual({ status: 'no-key', persons: [other] })
  })

  it('keeps to itself only what it says of another who is erased', () => {
    const { spouse: _erased, ...rest } = married
    expect(openedOf(sealedOf(married), new Map([[own, key(1)]]))).toEqual({
      data: rest,
      erased: false,
      erasedOthers: [other],
    })
  })

  it('keeps all to itself when the person of whom it speaks is erased', () => {
    expect(openedOf(sealedOf(married), new Map([[other, key(2)]]))).toEqual({
      data: { region: '430302' },
      erased: true,
      erasedOthers: [],
    })
  })
})
