import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { citizenNumberOf, clientOf, hubFolder, registration, startOn } from './running-hub.ts'

const number = citizenNumberOf(77)
const said = { name: '钟一山', addressLine: '莲花巷丁四号', phone: '0731-00000077' }

it('no file of a data folder holds a personal value or a citizen number in the clear, running or stopped', async () => {
  const { folder, remove } = hubFolder()
  const hub = await startOn(folder)
  const client = clientOf(hub)
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
  remove()
})
