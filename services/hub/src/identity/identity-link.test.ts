import { describe, expect, it } from 'vitest'
import { evolve, type LinkDecision, type Links, link, pairOf, refusalOf, unlink } from './identity-link.ts'

const [one, other] = [`1${'a'.repeat(26)}`, `1${'b'.repeat(26)}`]
const decision: LinkDecision = {
  persons: pairOf(other, one),
  evidence: ['公安更正证明'],
  decidedBy: 'O-1',
  secondDecider: 'O-2',
}
const none: Links = new Map()
const linked = link(decision, none).reduce(evolve, none)

describe('linking two person ids', () => {
  it('links once: a second decision of the same kind changes nothing', () => {
    expect(link(decision, none)).toHaveLength(1)
    expect(link(decision, linked)).toEqual([])
  })
  it('unlinks what is linked, and nothing else', () => {
    expect(unlink(decision, none)).toEqual([])
    expect(unlink(decision, linked)).toMatchObject([{ type: 'hub.IdentityUnlinked.v1' }])
  })
  it('gives the same decision the same id, and a later one another', () => {
    const unlinked = unlink(decision, linked).reduce(evolve, linked)
    expect(link(decision, none)[0]?.id).toBe(link(decision, none)[0]?.id)
    expect(link(decision, unlinked)[0]?.id).not.toBe(link(decision, none)[0]?.id)
  })
  it('names a pair in one order', () => expect(pairOf(one, other)).toEqual(pairOf(other, one)))
  it('refuses one official as both deciders, one person twice, and no evidence', () => {
    expect(refusalOf(decision)).toBeUndefined()
    expect(refusalOf({ ...decision, secondDecider: 'O-1' })?.code).toBe('TWO_DUTIES')
    expect(refusalOf({ ...decision, persons: [one, one] })?.code).toBe('SAME_PERSON')
    expect(refusalOf({ ...decision, evidence: [] })?.code).toBe('MISSING')
  })
})
