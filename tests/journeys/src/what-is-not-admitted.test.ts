import { openEmbeddedBroker } from '@hub/broker/embedded-broker.ts'
import { dataFiles } from '@hub/hub/data-files.ts'
import { examinationText, examineHub } from '@hub/hub/doctor-command.ts'
import type { Hub } from '@hub/hub/hub.ts'
import { verifyCommand } from '@hub/hub/verify-command.ts'
import { openSqlite } from '@hub/sqlite/sqlite-connection.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { citizenNumberOf, clientOf, hubFolder, registration, startOn } from './running-hub.ts'

const { folder, remove } = hubFolder()
const [one, other] = [citizenNumberOf(51), citizenNumberOf(52)] as const
let hub: Hub
let client: ReturnType<typeof clientOf>
const start = async () => {
  hub = await startOn(folder)
  client = clientOf(hub)
}
beforeAll(start)
afterAll(async () => {
  await hub.stop()
  remove()
})

const printed = async () => {
  const lines: string[] = []
  const code = await verifyCommand({ data: folder }, (line) => lines.push(line))
  return { code, text: lines.join('\n') }
}
const metric = async (name: string) =>
  Number(
    new RegExp(`^${name}(?:\\{[^}]*\\})? (\\d+)$`, 'm').exec(await (await fetch(`${hub.url}/metrics`)).text())?.[1],
  )

/** Whatever somebody has done who can write to the file of the store. */
const change = (sql: string, ...values: string[]) => {
  const connection = openSqlite({ file: dataFiles(folder).store })
  connection.database.prepare(sql).run(...values)
  connection.close()
}

describe('what was not admitted', () => {
  it('is in no file, is counted, and is named by the doctor and by who verifies', async () => {
    expect(await client.settle(registration('R-1', one))).toMatchObject({ state: 'RECORDED' })
    await hub.visible()
    expect(await printed()).toMatchObject({ code: 0 })
    const stream = `person-${await client.personIdOf(one)}`
    await hub.stop()
    // A second registration, copied from the first: with everything but a recording of its own.
    change(
      'INSERT INTO events (stream, revision, id, type, data, metadata, created) SELECT stream, 1, id, type, data, metadata, created FROM events WHERE stream = ?',
      stream,
    )
    await start()
    await client.settle(registration('R-2', other))
    await hub.visible()
    const { data } = await client.ask(
      `{ veteran(by: { citizenNumber: "${one}" }) { damaged timeline(first: 10) { totalCount } } }`,
    )
    expect(data).toMatchObject({ veteran: { damaged: false, timeline: { totalCount: 1 } } })
    expect(await metric('hub_views_faulty_events')).toBe(1)
    expect(await printed()).toMatchObject({
      code: 1,
      text: expect.stringContaining(`${stream}@1: it is not as it was`),
    })
    expect(examinationText(await examineHub(folder, {}))).toContain(`FAULT  ${stream}@1: it is not as it was admitted`)
  })

  it('on a topic is told by the doctor with how much there is of it', async () => {
    await hub.stop()
    const queue = openEmbeddedBroker({ file: dataFiles(folder).store })
    await queue.publish([1, 2, 3].map((key) => ({ topic: 'finance', key: String(key), headers: {}, value: 'no json' })))
    await queue.close()
    await start()
    await hub.visible()
    // Each has a partition of its own by its key, or shares one.
    const told = [...examinationText(await examineHub(folder, {})).matchAll(/junk-finance-\d+: (\d) messages/g)]
    expect(told.reduce((sum, [, messages]) => sum + Number(messages), 0)).toBe(3)
  })
})
