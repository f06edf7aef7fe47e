import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { admissionOf, admissionText, admissionVerifier, recordingText } from './admission.ts'
import { canonicalJson } from './canonical-json.ts'

describe('an admission', () => {
  const text = fc.option(fc.string({ unit: 'grapheme' }), { nil: undefined })
  const said = fc.record({
    contentdigest: fc.string(),
    dataschema: text,
    origin: text,
    receivedtime: fc.string(),
    recordedtime: text,
    replacesreason: text,
    revision: fc.option(fc.nat(), { nil: undefined }),
    sequence: text,
    submission: text,
    topic: text,
    traceparent: text,
  })

  it('covers RFC 8785 of what was said, whatever of it was said', () => {
    fc.assert(fc.property(said, (given) => void expect(admissionText(given)).toBe(canonicalJson(given))))
    const recorded = fc.record({
      admission: fc.string(),
      origin: fc.string(),
      recordedtime: fc.string(),
      revision: fc.nat(),
    })
    fc.assert(fc.property(recorded, (given) => void expect(recordingText(given)).toBe(canonicalJson(given))))
  })

  it("is true for what was said alone, and under its speaker's key alone", () => {
    const keys = { finance: new Uint8Array(32).fill(1), hr: new Uint8Array(32).fill(2) }
    const verifier = admissionVerifier(keys)
    fc.assert(
      fc.property(said, said, (one, other) => {
        const admission = admissionOf(keys.finance, one)
        expect(verifier.admissionFault('finance', one, admission)).toBeUndefined()
        expect(verifier.admissionFault('hr', one, admission)).toBe('OF_ANOTHER')
        expect(verifier.admissionFault('civil-affairs', one, admission)).toBe('OF_ANOTHER')
        expect(verifier.admissionFault('finance', one, undefined)).toBe('MISSING')
        expect(verifier.admissionFault('finance', one, admission.slice(1))).toBe('ALTERED')
        if (admissionText(one) !== admissionText(other))
          expect(verifier.admissionFault('finance', other, admission)).toBe('ALTERED')
      }),
    )
  })
})
