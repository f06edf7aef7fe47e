import { randomBytes } from 'node:crypto'
import { type DecisionStore, mostTries } from '@hub/decisions/decide-and-append.ts'
import { exampleAdmissions } from '@hub/decisions/example-admissions.fixture.ts'
import { decideIdentity } from '@hub/decisions/identity/decide-identity.ts'
import { type LinkDecision, pairOf, streamOfPair } from '@hub/decisions/identity/identity.ts'
import { freezeReport } from '@hub/decisions/reports/freeze-report.ts'
import type { CountedReport } from '@hub/decisions/reports/reports.ts'
import { type EventStore, EventStoreUnavailable, type NewEvent } from '@hub/event-store/event-store.ts'
import { hubEvent } from '@hub/event-store/hub-event.ts'
import { admitterOf } from '@hub/schemas/format/admission.ts'
import { base32 } from '@hub/schemas/format/stream-name.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { killedAfter, type Place } from './contract.ts'

/** A store in which nothing is decided yet; `another` opens it as another process does. */
export type DecidingPlace = Place & { store: EventStore; another(): Promise<EventStore>; end(): Promise<void> }

const personId = (first: string) => `1${first}${base32(randomBytes(16)).slice(1)}`
/** Two persons whom no other test has. */
const newDecision = (): LinkDecision => ({
  persons: pairOf(personId('a'), personId('b')),
  evidence: ['户籍底册'],
  decidedBy: 'O-1',
  secondDecider: 'O-2',
})

const hubOf = (store: EventStore, changes: Partial<DecisionStore> = {}): DecisionStore => ({
  ...exampleAdmissions,
  store,
  append: store.append,
  now: Date.now,
  ...changes,
})

/** Both appends are on their way before either is answered. */
const meeting = (count: number) => {
  const met = Promise.withResolvers<void>()
  let waiting = 0
  return async () => {
    waiting += 1
    if (waiting >= count) met.resolve()
    await met.promise
  }
}

const away = () => new EventStoreUnavailable('the store is away')

/** What holds of decisions over an event store, whoever decides at the same time and whatever breaks in between. */
export const decisionsContract = ({ name, open }: { name: string; open(): Promise<DecidingPlace> }): void => {
  describe(`decisions over ${name}`, () => {
    let place: DecidingPlace
    let second: EventStore
    beforeAll(async () => {
      place = await open()
      second = await place.another()
    })
    afterAll(async () => {
      await second.close()
      await place.end()
    })
    const link = (decision: LinkDecision, changes: Partial<DecisionStore> = {}, store = place.store) =>
      decideIdentity('link', decision, hubOf(store, changes))
    const storedOf = ({ persons }: LinkDecision) => place.store.readStream(streamOfPair(persons))

    it('are one event when two take the same one at once, and both are answered with it', async () => {
      const decision = newDecision()
      const met = meeting(2)
      const answers = await Promise.all(
        [place.store, second].map((store, at) =>
          link(
            { ...decision, evidence: [`依据 ${at}`] },
            {
              append: async (writes) => {
                await met()
                return store.append(writes)
              },
            },
            store,
          ),
        ),
      )
      const [stored, ...more] = await storedOf(decision)
      expect(more).toEqual([])
      expect(answers.map(({ status }) => status).toSorted()).toEqual(['already-so', 'decided'])
      for (const answer of answers) expect(answer).toMatchObject({ eventId: stored?.id })
    })

    it('answer with the report that is stored when two freeze different counts under one name', async () => {
      const met = meeting(2)
      const reportName = `报告 ${personId('r')}`
      const counted = (value: number): CountedReport => ({
        position: '0'.repeat(32),
        asKnownAt: '2026-01-10T01:00:00.000Z',
        windows: [{ name: 'whole', titleZh: '全部记录', asked: false }],
        figures: [
          {
            key: 'recuperated',
            row: 8,
            titleZh: '疗养',
            unit: 'persons',
            value,
            windows: ['whole'],
            definition: 'a'.repeat(32),
          },
        ],
      })
      const answers = await Promise.all(
        [place.store, second].map((store, at) =>
          freezeReport(
            { reportName, frozenBy: 'O-1' },
            {
              ...exampleAdmissions,
              store,
              hubKeys: { localIds: Buffer.alloc(32, 7) },
              now: () => Date.parse('2026-01-10T02:00:00.000Z'),
              countFigures: async () => counted(at),
              append: async (writes) => {
                await met()
                return store.append(writes)
              },
            },
          ),
        ),
      )
      const [one, other] = answers
      if (one?.status === 'refused' || other?.status === 'refused') throw new Error('nothing speaks against it')
      expect([one?.status, other?.status].toSorted()).toEqual(['already-so', 'decided'])
      expect(one?.report).toEqual(other?.report)
      const [stored, ...more] = await place.store.readStream(one!.stream)
      expect(more).toEqual([])
      expect(JSON.parse(stored!.data)).toEqual(one?.report)
    })

    /** Before each of the first appends somebody else decides about another pair of the same stream. */
    const stormy = (decision: LinkDecision, strikes: number): Partial<DecisionStore> => {
      const persons = pairOf(decision.persons[0], personId('c'))
      let struck = 0
      return {
        append: async (writes) => {
          struck += 1
          if (struck <= strikes)
            await decideIdentity(struck % 2 ? 'link' : 'unlink', { ...decision, persons }, hubOf(second))
          return place.store.append(writes)
        },
      }
    }

    it('are taken on what others have decided in between', async () => {
      const decision = newDecision()
      expect(await link(decision, stormy(decision, 3))).toMatchObject({ status: 'decided' })
      expect(await storedOf(decision)).toHaveLength(4)
    })

    it('give up by name in a storm of others, and leave nothing', async () => {
      const decision = newDecision()
      await expect(link(decision, stormy(decision, Number.POSITIVE_INFINITY))).rejects.toMatchObject({
        name: 'DecisionContended',
        code: 'DECISION_CONTENDED',
      })
      const stored = await storedOf(decision)
      expect(stored).toHaveLength(mostTries)
      expect(stored.some(({ data }) => data.includes(decision.persons[1]))).toBe(false)
      expect(await link(decision)).toMatchObject({ status: 'decided' })
    })

    it('are once in the store when the answer to an append is lost, and when the append itself is', async () => {
      for (const lands of [true, false]) {
        const decision = newDecision()
        let faults = 1
        const append: DecisionStore['append'] = async (writes) => {
          const failing = faults-- > 0
          if (!failing || lands) await place.store.append(writes)
          if (failing) throw away()
          return place.store.append(writes)
        }
        expect(await link(decision, { append })).toMatchObject({ status: 'decided' })
        expect(await storedOf(decision)).toHaveLength(1)
      }
    })

    it('are not answered while the store can not be read, and are there when they are asked for again', async () => {
      const decision = newDecision()
      let reads = 0
      const store: DecisionStore['store'] = {
        readStream: (stream, options) => {
          reads += 1
          return reads === 1 ? place.store.readStream(stream, options) : Promise.reject(away())
        },
      }
      await expect(link(decision, { store })).rejects.toThrow(EventStoreUnavailable)
      expect(await link(decision)).toMatchObject({ status: 'already-so' })
      expect(await storedOf(decision)).toHaveLength(1)
    })

    it('are answered with the first one when a process was killed between append and answer', async () => {
      const decision = newDecision()
      await killedAfter(
        './deciding-process.ts',
        [place.module, place.place, ...decision.persons],
        ({ length }) => length > 0,
      )
      const [stored, ...more] = await storedOf(decision)
      expect(more).toEqual([])
      expect(await link(decision)).toMatchObject({ status: 'already-so', eventId: stored?.id })
      expect(await storedOf(decision)).toHaveLength(1)
    })

    it.each([
      ['nobody', admitterOf('identity', new Uint8Array(32))],
      ['another service', exampleAdmissions.admitters.reports],
    ])('take no account of an event that %s has admitted', async (_who, admitter) => {
      const decision = newDecision()
      const stream = streamOfPair(decision.persons)
      const forged = hubEvent(admitter, {
        type: 'hub.IdentityLinked.v1',
        id: 'link|forged',
        stream,
        revision: 0,
        data: decision,
        time: '2026-01-10T01:00:00.000Z',
      })
      await place.store.append([{ stream, expectedRevision: 'no-stream', events: [forged] }])
      expect(await link(decision)).toMatchObject({ status: 'decided' })
      expect(await link(decision)).toMatchObject({ status: 'already-so' })
      expect(await storedOf(decision)).toHaveLength(2)
    })

    it('are refused on a stream that holds what is not understood', async () => {
      const decision = newDecision()
      const stream = streamOfPair(decision.persons)
      const newer: NewEvent = hubEvent(exampleAdmissions.admitters.identity, {
        type: 'hub.IdentitySplit.v1',
        id: 'x',
        stream,
        revision: 0,
        data: {},
        time: '2026-01-10T01:00:00.000Z',
      })
      await place.store.append([{ stream, expectedRevision: 'no-stream', events: [newer] }])
      await expect(link(decision)).rejects.toThrow(/IdentitySplit.*does not understand/)
      expect(await storedOf(decision)).toHaveLength(1)
    })
  })
}
