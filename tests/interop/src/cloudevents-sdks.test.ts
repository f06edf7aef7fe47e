import { setTimeout as sleep } from 'node:timers/promises'
import { openEventStore } from '@hub/event-store/open-event-store.ts'
import { dataFiles } from '@hub/hub/data-files.ts'
import { mayBeMissing } from '@hub/local/real-engine.fixture.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startSampleHub } from './sample-hub.fixture.ts'
import { type Other, type SdkCase, sdkCases, source } from './sdk-cases.fixture.ts'
import { openSenders, type SdkAnswer, type SdkEvent, sdkNames, sendAll, sendingModes } from './sdk-senders.fixture.ts'

const senders = await openSenders()
for (const name of sdkNames) mayBeMissing(senders[name].missing)
let hub: Awaited<ReturnType<typeof startSampleHub>>
const answers = new Map<string, SdkAnswer>()
const place = () => `${hub.url}/finance/events`

beforeAll(async () => {
  hub = await startSampleHub()
  const events = sdkCases.map(({ event }) => event)
  // All at once, so that each is told of the same events while the others send them too.
  await Promise.all(
    sdkNames.map(async (name) => {
      for (const answer of await sendAll(senders[name], place(), events))
        answers.set(`${name} ${answer.mode} ${answer.name}`, answer)
    }),
  )
})
afterAll(() => hub.stop())

type Told = { code: string; pointer: string }
type Item = { id?: string; receipt?: string; notices?: Told[]; code?: string; errors?: Told[]; problem?: Item }

/** What was answered to an event: a batch's answer is about its only one. */
const itemOf = ({ body }: SdkAnswer): Item => {
  const { items: [item] = [], ...one } = body as Item & { items?: Item[] }
  return item?.problem ?? item ?? one
}

const faultsOf = (item: Item) => item.errors?.map(({ code, pointer }) => `${code} ${pointer}`) ?? [item.code]

const expectRight = (answer: SdkAnswer, { event, right }: SdkCase, other: Other | undefined) => {
  if (other === 'unsendable') return expect(answer.unsendable).toBeDefined()
  expect(answer.unsendable).toBeUndefined()
  const item = itemOf(answer)
  const refused = other ?? ('refused' in right ? right : undefined)
  if (refused) {
    expect(faultsOf(item)).toContain(refused.refused)
    return expect(item.receipt).toBeUndefined()
  }
  expect([answer.status, item.id, faultsOf(item)]).toEqual([202, event.attributes.id, [undefined]])
  const told = (item.notices ?? []).map(({ code, pointer }) => `${code} ${pointer}`)
  const leftOut = ('leftOut' in right && right.leftOut) || []
  expect(told.toSorted()).toEqual(leftOut.map((name) => `ATTRIBUTE_LEFT_OUT /${name}`).toSorted())
}

describe.each(sdkNames)('the CloudEvents SDK of %s', (sdk) => {
  const { missing } = senders[sdk]
  describe.skipIf(missing !== undefined).each(sendingModes)('in %s mode', (mode) => {
    it.each(sdkCases.map((one) => [one.event.name, one] as const))('%s comes out right', (name, one) => {
      const other = one.other?.[`${sdk} ${mode}`] ?? one.other?.[sdk]
      expectRight(answers.get(`${sdk} ${mode} ${name}`)!, one, other)
    })
  })
})

/** What became of receipts, in their order, when all of it is known. */
const statesOf = async (tokens: readonly string[]): Promise<string[]> => {
  for (;;) {
    const body = JSON.stringify({ tokens })
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${hub.url}/receipts`, { method: 'POST', headers, body })
    const { pending, items } = (await response.json()) as { pending: number; items: { state: string }[] }
    if (pending === 0) return items.map(({ state }) => state)
    await sleep(50)
  }
}

/** An event as one writes it by hand: what all SDKs say has to be the same. */
const byHand = async ({ attributes, extensions = {}, data }: SdkEvent): Promise<string> => {
  const body = JSON.stringify({ specversion: '1.0', ...attributes, ...extensions, data })
  const response = await fetch(place(), {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/cloudevents+json' },
  })
  return ((await response.json()) as { receipt: string }).receipt
}

/** What the hub notes beside the attributes that were sent. */
const ofTheHub = new Set([
  'source',
  'id',
  'contentdigest',
  'admission',
  'submission',
  'receivedtime',
  'recordedtime',
  'recording',
  'origin',
])

it('whichever SDK says an event in whichever mode, it is one event, under the id that it was given', async () => {
  for (const { event } of sdkCases) {
    const receipts = [...answers].flatMap(([key, answer]) =>
      key.endsWith(` ${event.name}`) && answer.status === 202 ? [itemOf(answer).receipt ?? []].flat() : [],
    )
    if (receipts.length === 0) continue
    const states = await statesOf([...receipts, await byHand(event)])
    expect([event.name, states.filter((state) => state !== 'DUPLICATE')]).toEqual([event.name, ['RECORDED']])
  }
  const store = await openEventStore({ file: dataFiles(hub.folder).store })
  const events = await store.readAll({ limit: 1000 })
  await store.close()
  const stored = events.map(({ metadata }) => JSON.parse(metadata)).filter((said) => said.source === source)
  const taken = sdkCases.filter(({ right }) => 'stored' in right)
  expect(stored.map(({ id }) => id).toSorted()).toEqual(taken.map(({ event }) => event.attributes.id).toSorted())
  for (const { event, right } of taken) {
    const said = stored.find(({ id }) => id === event.attributes.id)
    const given = Object.fromEntries(
      Object.entries(said).filter(([name, value]) => value !== undefined && !ofTheHub.has(name)),
    )
    expect([event.name, given]).toEqual([event.name, 'stored' in right ? right.stored : {}])
  }
})
