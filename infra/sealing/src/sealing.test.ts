import { canonicalJson } from '@hub/schemas/format/canonical-json.ts'
import { base32 } from '@hub/schemas/format/stream-name.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BoxNotOpened, openBox, sealBox } from './box.ts'
import { openPersonalFields, personsDescribed, sealPersonalFields } from './sealing.ts'

const key = (fill: number) => ({ version: 1, key: new Uint8Array(32).fill(fill) })
const personOf = (fill: number) => `1${base32(new Uint8Array(16).fill(fill))}`
const own = personOf(1)
const other = personOf(2)
const keys = new Map([
  [own, key(1)],
  [other, key(2)],
])
const fields = [
  { field: 'name', of: undefined },
  { field: 'phone', of: undefined },
  { field: 'spouse', of: 'spouse' },
]
const eventId = '6a2f41a3-c54c-5ce8-8e9d-0d7b6f6f2f11'
const sealedOf = (data: Record<string, unknown>, id = eventId) => {
  const outcome = sealPersonalFields(fields, id, data, undefined, keys)
  if (outcome.status !== 'sealed') throw new Error(outcome.status)
  return outcome.data
}

const relative = fc.record(
  { name: fc.string(), person: fc.constantFrom({ personId: own }, { personId: other }) },
  { requiredKeys: ['name'] },
)
const facts = fc.record(
  {
    person: fc.constant({ personId: own }),
    region: fc.string(),
    name: fc.string(),
    phone: fc.string(),
    spouse: relative,
  },
  { requiredKeys: ['person', 'region'] },
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
  it('comes back whole, and leaves no personal field open', () => {
    fc.assert(
      fc.property(facts, (fact) => {
        const stored = sealedOf(fact)
        for (const { field } of fields) expect(stored).not.toHaveProperty(field)
        const opened = openPersonalFields(eventId, JSON.parse(canonicalJson(stored)), keys)
        expect(opened.erased).toEqual([])
        expect(opened.data).toEqual(JSON.parse(JSON.stringify(fact)))
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

  it('makes one box a person described, sorted by person id', () => {
    const fact = {
      person: { personId: own },
      name: 'A',
      phone: '1',
      spouse: { name: 'B', person: { personId: other } },
    }
    expect(sealedOf(fact).sealed?.map(({ of }) => of)).toEqual([own, other].sort())
    expect(personsDescribed(fields, fact, undefined)).toEqual([own, other].sort())
  })

  it('seals a relative who is not known for the person of the fact', () => {
    expect(sealedOf({ person: { personId: own }, spouse: { name: 'B' } }).sealed?.map(({ of }) => of)).toEqual([own])
  })

  it('takes the person from the stream where the data names none', () => {
    expect(personsDescribed(fields, { name: 'A' }, `person-${own}`)).toEqual([own])
    expect(personsDescribed(fields, { name: 'A' }, own)).toEqual([own])
  })

  it('says so when there is no person to seal for, or no key', () => {
    expect(sealPersonalFields(fields, eventId, { name: 'A' }, 'fair-x', keys)).toEqual({
      status: 'no-person',
      fields: ['name'],
    })
    expect(sealPersonalFields(fields, eventId, { name: 'A' }, own, new Map())).toEqual({
      status: 'no-key',
      persons: [own],
    })
  })

  it('names the erased and opens the rest', () => {
    const stored = sealedOf({
      person: { personId: own },
      name: 'A',
      spouse: { name: 'B', person: { personId: other } },
    })
    const opened = openPersonalFields(eventId, stored, new Map([[own, key(1)]]))
    expect(opened).toEqual({ data: { person: { personId: own }, name: 'A' }, erased: [other] })
  })
})
