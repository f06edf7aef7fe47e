import { openEmbeddedBroker } from '@hub/broker/embedded-broker.ts'
import { openEmbeddedEventStore } from '@hub/event-store/embedded-event-store.ts'
import { dataFiles } from '@hub/hub/data-files.ts'
import type { Hub } from '@hub/hub/hub.ts'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { citizenNumberOf, clientOf, faultsOf, hubFolder, registration, startOn } from './running-hub.ts'

const { folder, remove } = hubFolder()
let hub: Hub
let client: ReturnType<typeof clientOf>
let recorded = 0

const start = async () => {
  hub = await startOn(folder)
  client = clientOf(hub)
}
beforeAll(start)
afterEach(async () => {
  recorded++
  const good = registration(`GOOD-${recorded}`, citizenNumberOf(recorded))
  expect(await client.settle(good)).toMatchObject({ state: 'RECORDED' })
})
afterAll(async () => {
  await hub.stop()
  remove()
})

const source = '/departments/veteran-affairs/service-platform'
const number = citizenNumberOf(900)
const replacing = (target: string) => ({ replaces: target, replacesreason: 'clerical-error' })
const act = { person: { citizenNumber: number }, region: '430302', handledBy: [{ officialId: 'O-1001', duty: '审批' }] }
const retraction = (id: string, target: string) => ({
  specversion: '1.0',
  id,
  source,
  type: 'veteran-affairs.FactRetracted.v1',
  time: '2025-03-02T09:00:00+08:00',
  ...replacing(target),
  data: { ...act, reason: '误报' },
})

describe('an id that comes again', () => {
  it('is a duplicate with the same content, and rejected with other content; the first stands', async () => {
    const first = registration('R-1', number)
    expect(await client.settle(first)).toMatchObject({ state: 'RECORDED' })
    expect(await client.settle(first)).toMatchObject({ state: 'DUPLICATE' })
    expect(await client.settle(registration('R-1', number, {}, { name: '钟一山' }))).toMatchObject({
      state: 'REJECTED',
      reason: 'ID_REUSED_WITH_OTHER_CONTENT',
    })
    expect(await client.settle(first)).toMatchObject({ state: 'DUPLICATE' })
  })

  it('is recorded once, however many send it at the same time', async () => {
    const event = registration('R-2', citizenNumberOf(901))
    const states = await Promise.all(Array.from({ length: 20 }, () => client.settle(event)))
    const count = (state: string) => states.filter((one) => one.state === state).length
    expect([count('RECORDED'), count('DUPLICATE')]).toEqual([1, 19])
  })
})

describe('a correction or a retraction', () => {
  it('of something that nobody has sent is rejected, and taken after it has come', async () => {
    const late = citizenNumberOf(902)
    const correction = (id: string) => registration(id, late, replacing(`${source}#R-3`))
    const rejected = { state: 'REJECTED', reason: 'REPLACES_UNKNOWN' }
    expect(await client.settle(correction('C-1'))).toMatchObject(rejected)
    expect(await client.settle(retraction('T-1', `${source}#NEVER`))).toMatchObject(rejected)
    expect(await client.settle(registration('R-3', late))).toMatchObject({ state: 'RECORDED' })
    expect(await client.settle(correction('C-2'))).toMatchObject({ state: 'RECORDED' })
  })

  it("of another person's fact is rejected", async () => {
    const other = registration('C-3', citizenNumberOf(903), replacing(`${source}#R-3`))
    expect(await client.settle(other)).toMatchObject({ state: 'REJECTED', reason: 'REPLACES_UNKNOWN' })
  })

  it("of another department's fact, or of itself, is refused at once", async () => {
    const answer = await client.send(retraction('T-2', '/departments/finance/treasury#P-1'))
    expect([answer.status, faultsOf(answer)]).toEqual([422, ['REPLACES_OF_ANOTHER_DEPARTMENT /replaces']])
    expect(faultsOf(await client.send(retraction('T-3', `${source}#T-3`)))).toEqual(['REPLACES_ITSELF /replaces'])
    expect((await client.send(retraction('T-4', 'no source'))).status).toBe(422)
  })

  it('of another type is rejected', async () => {
    const contact = {
      ...registration('C-4', number, replacing(`${source}#R-1`)),
      type: 'veteran-affairs.ContactDetailsChanged.v1',
      data: { ...act, phone: '0731-00000001' },
    }
    expect(await client.settle(contact)).toMatchObject({ state: 'REJECTED', reason: 'REPLACES_OTHER_TYPE' })
  })
})

describe('a message that no intake has admitted', () => {
  const submission = 'd9b1d7db-4b1c-4d2c-9f43-6b1a1c5e0f11'
  const forged = {
    topic: 'veteran-affairs',
    key: `person-${number}`,
    headers: {
      ce_specversion: '1.0',
      ce_id: number,
      ce_source: `/departments/veteran-affairs/${number}`,
      ce_submission: submission,
    },
    value: JSON.stringify({ person: number }),
  }

  it('is counted and kept with its like, its citizen number nowhere in the clear, and holds nothing up', async () => {
    await hub.stop()
    const { store: file } = dataFiles(folder)
    const queue = openEmbeddedBroker({ file })
    await queue.publish([forged, { ...forged, headers: {}, key: '', value: 'no json' }])
    await queue.close()
    await start()
    await hub.visible()
    const store = openEmbeddedEventStore({ file, readOnly: true })
    const all = await store.readAll()
    await store.close()
    const junk = all.filter(({ stream }) => stream.startsWith('junk-veteran-affairs-'))
    const counts = junk.map(({ data }) => JSON.parse(data).counts.NOT_A_CLOUD_EVENT)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2)
    expect(all.some(({ stream }) => stream.includes(submission))).toBe(false)
    expect(all.some((event) => JSON.stringify(event).includes(number))).toBe(false)
  })
})
