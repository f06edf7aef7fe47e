import { spawnSync } from 'node:child_process'
import type { Hub } from '@hub/hub/hub.ts'
import { AccountVerified } from '@hub/schemas/finance/payment-order.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { citizenNumberOf, clientOf, hubFolder, registration, startOn } from './running-hub.ts'

const number = citizenNumberOf(77)
const said = { name: '钟一山', addressLine: '莲花巷丁四号', phone: '0731-00000077' }

const { folder, remove } = hubFolder()
let hub: Hub
let client: ReturnType<typeof clientOf>
beforeAll(async () => {
  hub = await startOn(folder)
  client = clientOf(hub)
})
afterAll(remove)

const verified = (order: number, accountToken: string) => ({
  specversion: '1.0',
  id: `A-${order}`,
  source: '/departments/finance/treasury',
  type: AccountVerified.type,
  time: '2025-03-01T09:00:00+08:00',
  data: { ...AccountVerified.example, person: { citizenNumber: citizenNumberOf(order) }, accountToken },
})

it('two persons with one account are matched by its token, without reading it; another account has another', async () => {
  for (const [order, account] of [
    [71, 'acct-1'],
    [72, 'acct-1'],
    [73, 'acct-2'],
  ] as const)
    expect(await client.settle(verified(order, account), 'finance')).toMatchObject({ state: 'RECORDED' })
  await hub.visible()
  const naming = async (filter: object) => {
    const { data } = await client.ask(
      'query ($filter: EventFilter) { events(filter: $filter, first: 9) { edges { node { stream numbers { kind { code } token } } } } }',
      { filter },
    )
    return (data as unknown as Named).events.edges.map(({ node }) => node)
  }
  const all = await naming({ names: ['AccountVerified'] })
  const [one, two, other] = all.map(({ numbers }) => numbers[0]!.token)
  expect(one).toBe(two)
  expect(other).not.toBe(one)
  expect((await naming({ numberToken: one })).map(({ stream }) => stream)).toEqual([all[0]!.stream, all[1]!.stream])
})

type Named = { events: { edges: { node: { stream: string; numbers: { token: string }[] } }[] } }

it('no file of a data folder holds a personal value or a citizen number in the clear, running or stopped', async () => {
  const replaces = { replaces: '/departments/veteran-affairs/service-platform#NEVER', replacesreason: 'other' }
  expect(await client.settle(registration('R-1', number, {}, said))).toMatchObject({ state: 'RECORDED' })
  expect(await client.settle(registration('R-2', number, replaces, said))).toMatchObject({ state: 'REJECTED' })
  expect((await client.send(registration(`R-${number}`, number, {}, said))).status).toBe(422)
  await hub.visible()
  // They can be read with the keys, or this test would prove nothing.
  const query =
    'query ($n: CitizenNumber!) { veteran(by: { citizenNumber: $n }) { identity { name { value } } contact { addressLine { value } phone { value } } } }'
  const { text } = await client.ask(query, { n: number })
  for (const value of Object.values(said)) expect(text).toContain(value)

  // Read by another process: to open and close these files in this one would drop the hub's locks on them.
  const filesWith = (texts: readonly string[]) => {
    const { stdout } = spawnSync('grep', ['-rlaF', ...texts.flatMap((one) => ['-e', one]), folder], {
      encoding: 'utf8',
    })
    return stdout.split('\n').filter(Boolean)
  }
  expect(filesWith(['VeteranRegistered'])).not.toEqual([])
  const found = () => filesWith([number, ...Object.values(said)])
  expect(found()).toEqual([])
  await hub.stop()
  expect(found()).toEqual([])
})
