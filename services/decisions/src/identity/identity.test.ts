import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expectLawful, specificationOf } from '../given-when-then.fixture.ts'
import { type IdentityEvent, identity, type LinkDecision, link, linkOf, pairOf, unlink } from './identity.ts'

const [one, other, third] = ['a', 'b', 'c'].map((letter) => `1${letter.repeat(26)}`) as [string, string, string]
const decision: LinkDecision = {
  persons: pairOf(other, one),
  evidence: ['公安更正证明'],
  decidedBy: 'O-1',
  secondDecider: 'O-2',
}
const eventOf = (kind: 'link' | 'unlink', attempt: number, data = decision): IdentityEvent => ({
  type: kind === 'link' ? 'hub.IdentityLinked.v1' : 'hub.IdentityUnlinked.v1',
  id: `${kind}|${data.persons.join('|')}|${attempt}`,
  data,
})
const { given } = specificationOf(identity)
const linking = (changes: Partial<LinkDecision> = {}) => link.bind(undefined, { ...decision, ...changes })
const unlinking = (changes: Partial<LinkDecision> = {}) => unlink.bind(undefined, { ...decision, ...changes })

describe('linking two person ids', () => {
  it('links what is not linked', () => given().when(linking()).thenEvents(eventOf('link', 1)))
  it('links nothing twice, whoever decides it again', () => {
    given(eventOf('link', 1)).when(linking()).thenNothing()
    given(eventOf('link', 1))
      .when(linking({ decidedBy: 'O-3', evidence: ['另一证明'] }))
      .thenNothing()
  })
  it('links again what was unlinked, as a decision of its own', () =>
    given(eventOf('link', 1), eventOf('unlink', 2)).when(linking()).thenEvents(eventOf('link', 3)))
  it('knows pairs of one stream apart', () => {
    const persons = pairOf(one, third)
    given(eventOf('link', 1))
      .when(linking({ persons }))
      .thenEvents(eventOf('link', 1, { ...decision, persons }))
  })
  it('names a pair in one order', () => expect(pairOf(one, other)).toEqual(pairOf(other, one)))
  it('refuses one official as both deciders, one person twice, and no evidence, all at once', () => {
    given()
      .when(linking({ secondDecider: 'O-1' }))
      .thenRefused({ code: 'TWO_DUTIES', pointer: '/secondDecider' })
    given()
      .when(linking({ persons: [one, one], evidence: [] }))
      .thenRefused({ code: 'SAME_PERSON', pointer: '/persons/1' }, { code: 'MISSING', pointer: '/evidence' })
  })
})

describe('unlinking two person ids', () => {
  it('unlinks what is linked', () => given(eventOf('link', 1)).when(unlinking()).thenEvents(eventOf('unlink', 2)))
  it('unlinks nothing that is not linked', () => {
    given().when(unlinking()).thenNothing()
    given(eventOf('link', 1), eventOf('unlink', 2)).when(unlinking()).thenNothing()
  })
  it('refuses what linking refuses', () =>
    given(eventOf('link', 1))
      .when(unlinking({ secondDecider: 'O-1' }))
      .thenRefused({ code: 'TWO_DUTIES', pointer: '/secondDecider' }))
})

it('is lawful whatever was decided before, and ends as it was decided last', () => {
  const pairs = [pairOf(one, other), pairOf(one, third)]
  const commands = fc.array(fc.tuple(fc.constantFrom(link, unlink), fc.constantFrom(...pairs)), { maxLength: 12 })
  fc.assert(
    fc.property(commands, (sequence) => {
      let events: readonly IdentityEvent[] = []
      for (const [command, persons] of sequence) {
        const taken = expectLawful(identity, events, (links) => command({ ...decision, persons }, links))
        if ('refused' in taken) throw new Error('nothing speaks against it')
        events = [...events, ...taken]
        expect(linkOf(persons, events.reduce(identity.evolve, identity.initial)).linked).toBe(command === link)
      }
    }),
  )
})
