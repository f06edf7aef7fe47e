import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Hub, startHub } from '@hub/hub/hub.ts'
import { VeteranRegistered } from '@hub/schemas/veteran-affairs/registration.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'hub-journey-'))
let hub: Hub

const open = () =>
  startHub({
    dataFolder: folder,
    host: '127.0.0.1',
    port: 0,
    logLevel: 'silent',
    onCrash: (reason) => {
      throw new Error(reason)
    },
  })

beforeAll(async () => {
  hub = await open()
})
afterAll(async () => {
  await hub.stop()
  rmSync(folder, { recursive: true, force: true })
})

const registration = {
  specversion: '1.0',
  id: 'REG-1',
  source: '/departments/veteran-affairs/service-platform',
  type: VeteranRegistered.type,
  time: '2025-03-01T09:00:00+08:00',
  data: VeteranRegistered.example,
}

const submit = async () => {
  const response = await fetch(`${hub.url}/veteran-affairs/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/cloudevents+json' },
    body: JSON.stringify(registration),
  })
  expect(response.status).toBe(202)
  return (await response.json()) as { receipt: string }
}
const stateOf = async (receipt: string) => (await (await fetch(`${hub.url}/receipts/${receipt}`)).json()) as object
const nameIn = async () => {
  const { citizenNumber } = VeteranRegistered.example.person as { citizenNumber: string }
  const response = await fetch(`${hub.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query:
        'query ($n: CitizenNumber!) { veteran(by: { citizenNumber: $n }) { identity { name { value visibility source { department { key } } } } } }',
      variables: { n: citizenNumber },
    }),
  })
  return (await response.json()) as object
}
const answer = {
  data: {
    veteran: {
      identity: {
        name: {
          value: VeteranRegistered.example.name,
          visibility: 'VISIBLE',
          source: { department: { key: 'veteran-affairs' } },
        },
      },
    },
  },
}

describe('one event, from a department to a GraphQL answer', () => {
  it('is acknowledged, recorded once, and stands in the file', async () => {
    const first = await submit()
    const again = await submit()
    await hub.visible()
    expect(await stateOf(first.receipt)).toMatchObject({ state: 'RECORDED' })
    expect(await stateOf(again.receipt)).toMatchObject({ state: 'DUPLICATE' })
    expect(await nameIn()).toMatchObject(answer)
  })

  it('is still there after a restart', async () => {
    await hub.stop()
    hub = await open()
    await hub.visible()
    expect(await nameIn()).toMatchObject(answer)
  })

  it('builds its views anew from the store when they are gone', async () => {
    await hub.stop()
    rmSync(join(folder, 'views'), { recursive: true })
    hub = await open()
    expect(await nameIn()).toMatchObject(answer)
  })

  it('serves the catalogue, JSON Schemas and the AsyncAPI document', async () => {
    const get = async (path: string) => (await (await fetch(`${hub.url}${path}`)).json()) as Record<string, unknown>
    expect(await get(`/schemas/${VeteranRegistered.type}`)).toMatchObject({ type: 'object' })
    expect(await get('/asyncapi.json')).toMatchObject({ asyncapi: expect.stringMatching(/^3\./) })
    expect(await get('/schemas')).toHaveProperty('0.type')
    expect((await fetch(`${hub.url}/schemas/no.Such.v1`)).status).toBe(404)
  })

  it('does not make new keys for a store whose keys are missing', async () => {
    await hub.stop()
    const [key, kept] = [join(folder, 'master.key'), join(folder, 'master.key.kept')]
    renameSync(key, kept)
    await expect(open()).rejects.toThrow(/master\.key is missing/)
    expect(existsSync(key)).toBe(false)
    renameSync(kept, key)
    hub = await open()
    expect(await nameIn()).toMatchObject(answer)
  })

  it('refuses a second process on the same folder', async () => {
    await expect(open()).rejects.toThrow(/in use/)
  })
})
