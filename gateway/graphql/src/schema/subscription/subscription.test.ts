import { setTimeout as sleep } from 'node:timers/promises'
import { positionOfSequence } from '@hub/schemas/format/position.ts'
import type { Said } from '@hub/views/sample-hub.fixture.ts'
import { first, sampleLife, second } from '@hub/views/sample-life.fixture.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createGateway } from '../../server.ts'
import { openListeningGateway, subscribe, take } from '../sample-subscriber.fixture.ts'

type Events = { recordedEvents: { cursor: string; position: string; events: { eventId: string }[] } }
type Changed = {
  fileChanged: {
    cursor: string
    events: { __typename: string }[]
    veteran: { status: { deceasedOn: { value: string | null } } } | null
  }
}

const recorded = `subscription ($filter: EventFilter, $after: String) {
  recordedEvents(filter: $filter, after: $after) { cursor position events { eventId } } }`
const changed = `subscription ($by: VeteranBy!, $after: String) { fileChanged(by: $by, after: $after) {
  cursor events { __typename } veteran { status { deceasedOn { value } } } } }`

const life = sampleLife(first, second, '谭志强')
const job = (n: number): Said => ({
  type: 'hr.EmploymentStarted.v1',
  stream: `person-${first}`,
  id: `job-${n}`,
  time: '2024-01-01T00:00:00.000Z',
  data: {
    region: '430302',
    handledBy: [{ officialId: 'O-1', duty: '经办' }],
    employerUscc: '91430300MA4L000000',
    postKind: '设备维护',
    via: '自主',
    startedOn: '2024-01-01',
  },
})

let hub: Awaited<ReturnType<typeof openListeningGateway>>
beforeEach(async () => {
  hub = await openListeningGateway()
})
afterEach(() => hub.close())

const idsOf = (came: readonly { data?: Events }[]) =>
  came.flatMap(({ data }) => data?.recordedEvents.events.map(({ eventId }) => eventId) ?? [])
const codeOf = async (query: string, variables: Record<string, unknown>) =>
  (await take(subscribe(hub.url, query, variables).payloads, 1))[0]?.errors?.[0]?.extensions.code

describe('recordedEvents', () => {
  it('says first where it begins, and then brings what comes', async () => {
    await hub.say(life.slice(0, 2))
    const subscriber = subscribe<Events>(hub.url, recorded)
    const [begin] = await take(subscriber.payloads, 1)
    expect(begin!.data!.recordedEvents).toMatchObject({ events: [], position: hub.reader.checkpoint().position })
    await hub.say(life.slice(2, 4))
    const [next] = await take(subscriber.payloads, 1)
    expect(next!.data!.recordedEvents.events).toHaveLength(2)
    subscriber.leave()
  })

  it('goes on behind a cursor with what came meanwhile, and with nothing twice', async () => {
    await hub.say([job(0)])
    const one = subscribe<Events>(hub.url, recorded, { after: '0'.repeat(32) })
    const [begin, all] = await take(one.payloads, 2)
    expect(idsOf([begin!, all!])).toHaveLength(1)
    one.leave()
    await hub.say(Array.from({ length: 250 }, (_, n) => job(n + 1)))
    const other = subscribe<Events>(hub.url, recorded, { after: all!.data!.recordedEvents.cursor })
    const pages = await take(other.payloads, 4)
    expect(pages.map(({ data }) => data!.recordedEvents.events.length)).toEqual([0, 100, 100, 50])
    const seen = idsOf([all!, ...pages])
    expect(new Set(seen).size).toBe(251)
    other.leave()
  })

  it('brings only what its filter lets through', async () => {
    const filter = { names: ['DeathRegistered'] }
    const subscriber = subscribe<Events>(hub.url, recorded, { filter, after: '0'.repeat(32) })
    await take(subscriber.payloads, 1)
    await hub.say(life)
    const [came] = await take(subscriber.payloads, 1)
    expect(came!.data!.recordedEvents.events).toHaveLength(1)
    subscriber.leave()
  })

  it('keeps the line alive while nothing comes', async () => {
    const subscriber = subscribe<Events>(hub.url, recorded)
    await take(subscriber.payloads, 1)
    const waiting = subscriber.payloads.next().catch(() => undefined)
    await expect.poll(subscriber.heartbeats, { timeout: 20_000 }).toBeGreaterThan(1)
    subscriber.leave()
    await waiting
  })

  it('refuses a cursor of another filter, a position that is not there yet, and one of another store', async () => {
    await hub.say(life.slice(0, 2))
    const [begin] = await take(subscribe<Events>(hub.url, recorded).payloads, 1)
    const { cursor } = begin!.data!.recordedEvents
    expect(await codeOf(recorded, { filter: { names: ['DeathRegistered'] }, after: cursor })).toBe('CURSOR_MISMATCH')
    expect(await codeOf(recorded, { after: 'no cursor' })).toBe('CURSOR_MISMATCH')
    expect(await codeOf(recorded, { after: positionOfSequence(900) })).toBe('NOT_YET')
    const { position } = hub.reader.checkpoint()
    expect(await codeOf(recorded, { after: `${position.slice(0, 31)}0`.replace(/^0/, '0') })).toBe('OTHER_STORE')
  })

  it('ends with a code when the gateway stops, and lets it stop', async () => {
    const subscriber = subscribe<Events>(hub.url, recorded)
    await take(subscriber.payloads, 1)
    const end = take(subscriber.payloads, 2)
    await hub.stop()
    expect((await end).map(({ errors }) => errors?.[0]?.extensions.code)).toEqual(['GATEWAY_STOPS'])
  })

  it('reads no further than a client that does not read has room for', async () => {
    await hub.say(Array.from({ length: 1_500 }, (_, n) => job(n)))
    const wide = recorded.replace('{ eventId }', '{ id eventId type titleZh titleEn stream position occurredAt }')
    const response = await createGateway(hub.options).fetch('http://hub/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: wide, variables: { after: '0'.repeat(32) } }),
    })
    const chunks = (response.body as unknown as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]()
    await chunks.next()
    await sleep(1_000)
    expect(hub.scans()).toBeLessThan(6)
    let text = ''
    while (text.split('"eventId"').length <= 1_500)
      text += new TextDecoder().decode((await chunks.next()).value as Uint8Array)
    expect(hub.scans()).toBe(15)
    await chunks.return?.()
  })
})

describe('fileChanged', () => {
  it('shows the file, and again whenever something changes it', async () => {
    await hub.say(life.slice(0, 6))
    const subscriber = subscribe<Changed>(hub.url, changed, { by: { personId: first } })
    const [begin] = await take(subscriber.payloads, 1)
    expect(begin!.data!.fileChanged).toMatchObject({ events: [], veteran: { status: { deceasedOn: { value: null } } } })
    await hub.say(sampleLife(second, first, '某某').slice(0, 2))
    await hub.say([life[6]!])
    const [died] = await take(subscriber.payloads, 1)
    expect(died!.data!.fileChanged).toMatchObject({
      events: [{ __typename: 'DeathRegistered' }],
      veteran: { status: { deceasedOn: { value: '2024-02-18' } } },
    })
    subscriber.leave()
    await hub.say(life.slice(7))
    const again = subscribe<Changed>(hub.url, changed, {
      by: { personId: first },
      after: died!.data!.fileChanged.cursor,
    })
    const [, back] = await take(again.payloads, 2)
    expect(back!.data!.fileChanged.veteran!.status.deceasedOn.value).toBe(null)
    expect(back!.data!.fileChanged.events.map(({ __typename }) => __typename)).toEqual([
      'CivilAffairsFactRetracted',
      'VeteranAffairsFactRetracted',
    ])
    again.leave()
  })

  it('is read once for all who follow the same file', async () => {
    await hub.say(life.slice(0, 2))
    const followed = async (count: number, said: Said) => {
      const subscribers = Array.from({ length: count }, () =>
        subscribe<Changed>(hub.url, changed, { by: { personId: first } }),
      )
      await Promise.all(subscribers.map(({ payloads }) => take(payloads, 1)))
      const { storeReads, stop } = hub.countStatements()
      await hub.say([said])
      const came = await Promise.all(subscribers.map(({ payloads }) => take(payloads, 1)))
      stop()
      for (const { leave } of subscribers) leave()
      return { came: new Set(came.map((one) => JSON.stringify(one))).size, reads: storeReads() }
    }
    const one = await followed(1, job(1))
    expect(await followed(20, job(2))).toEqual(one)
  })

  it('begins with no file for a person of whom nothing is recorded yet', async () => {
    const subscriber = subscribe<Changed>(hub.url, changed, { by: { personId: first } })
    const [begin] = await take(subscriber.payloads, 1)
    expect(begin!.data!.fileChanged.veteran).toBe(null)
    await hub.say(life.slice(0, 1))
    expect((await take(subscriber.payloads, 1))[0]!.data!.fileChanged.veteran).not.toBe(null)
    subscriber.leave()
  })
})
