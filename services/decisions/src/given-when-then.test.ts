import { expect, it } from 'vitest'
import type { DecidedEvent, Decider } from './decider.ts'
import { specificationOf } from './given-when-then.fixture.ts'
import { type IdentityEvent, identity, type LinkDecision, type Links, link, pairOf } from './identity/identity.ts'

const decision: LinkDecision = {
  persons: pairOf(`1${'a'.repeat(26)}`, `1${'b'.repeat(26)}`),
  evidence: ['公安更正证明'],
  decidedBy: 'O-1',
  secondDecider: 'O-2',
}
const linked: IdentityEvent = { type: 'hub.IdentityLinked.v1', id: 'link|1', data: decision }
const { given } = specificationOf(identity)

it('finds a command that decides the same thing twice', () => {
  expect(() => given().when(() => [linked])).toThrow(/every event|twice is once/)
  let calls = 0
  const numbered = () => [{ ...linked, id: `link|${Math.floor(calls++ / 2)}` }]
  expect(() => given().when(numbered)).toThrow(/twice is once/)
})

it('finds a command that is not the same each time', () => {
  let calls = 0
  expect(() => given().when(() => [{ ...linked, id: `link|${calls++}` }])).toThrow(
    /same decision gives the same events/,
  )
})

it('finds an event whose id stands in the stream already, and one that the vocabulary does not allow', () => {
  const again = (links: Links) => (links.size === 0 ? [] : [linked])
  expect(() => given(linked).when(again)).toThrow(/an id of its own/)
  const empty = (links: Links) => (links.size === 0 ? [{ ...linked, data: { ...decision, evidence: [] } }] : [])
  expect(() => given().when(empty)).toThrow()
  const foreign: Decider<Links, IdentityEvent> = { ...identity, events: [] }
  expect(() =>
    specificationOf(foreign)
      .given()
      .when((links) => link(decision, links)),
  ).toThrow(/among the events of the aggregate/)
})

it('finds a command that changes the state it is given', () => {
  const counting: Decider<string[], DecidedEvent> = {
    service: 'identity',
    events: [],
    initial: [],
    evolve: (ids) => [...ids],
  }
  const meddling = (ids: string[]) => {
    ids[0] = 'changed'
    return []
  }
  expect(() => specificationOf(counting).given(linked).when(meddling)).toThrow(/leaves the state as it was/)
})

it('tells a refusal from nothing, and events from none', () => {
  const refused = given().when((links) => link({ ...decision, secondDecider: 'O-1' }, links))
  expect(() => refused.thenNothing()).toThrow(/refused: TWO_DUTIES/)
  expect(() =>
    given()
      .when((links) => link(decision, links))
      .thenNothing(),
  ).toThrow()
  expect(() =>
    given()
      .when((links) => link(decision, links))
      .thenEvents(),
  ).toThrow(/thenNothing/)
})
