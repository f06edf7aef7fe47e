import { randomUUID } from 'node:crypto'
import { mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { examineKafka } from '@hub/broker/examine-kafka.ts'
import { kafkaClient } from '@hub/broker/kafka-client.ts'
import { kafkaConnection } from '@hub/broker/kafka-connection.ts'
import { examineStoreFile } from '@hub/event-store/examine-event-store.ts'
import { dataFiles } from '@hub/hub/data-files.ts'
import { type Examination, examinationText, examineHub } from '@hub/hub/doctor-command.ts'
import { realEngine } from '@hub/local/real-engine.fixture.ts'
import { skewOf } from '@hub/runtime/finding.ts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startOn } from './running-hub.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doctor-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const faultsOf = (all: readonly Examination[]) =>
  all.flatMap(({ engine, findings }) => findings.filter(({ level }) => level === 'fault').map(() => engine))

const kafka = await realEngine('kafka')
const postgres = await realEngine('postgres')

describe('hub doctor', () => {
  it('finds no fault with a folder that a hub works in, nor with one where none has been yet', async () => {
    expect(faultsOf(await examineHub(join(folder, 'none'), {}))).toEqual([])
    const hub = await startOn(folder)
    const all = await examineHub(folder, {}, true)
    await hub.stop()
    expect(faultsOf(all)).toEqual([])
    expect(examinationText(all)).toMatch(
      /synchronous=FULL[\s\S]*every page and index is whole[\s\S]*version 1 of the master key/,
    )
  })

  it('finds a damaged store, and a key that is missing', async () => {
    const hub = await startOn(folder)
    await hub.stop()
    const { store, hubKey } = dataFiles(folder)
    const handle = openSync(store, 'r+')
    writeSync(handle, Buffer.alloc(4096 * 2, 0x5a), 0, 4096 * 2, 4096)
    expect((await examineStoreFile(store, true)).map(({ level }) => level)).toContain('fault')
    rmSync(hubKey)
    expect(faultsOf(await examineHub(folder, {}))).toEqual(expect.arrayContaining(['event store', 'this machine']))
  })

  it('says of engines that do not answer what to check, and never a password', async () => {
    const all = await examineHub(folder, {
      BROKER_URL: 'kafka://127.0.0.1:1',
      EVENT_STORE_URL: 'esdb://admin:hush@127.0.0.1:1?tls=false',
      KEYS_URL: 'postgres://hub:hush@127.0.0.1:1/keys',
      MASTER_KEYS: 'ab'.repeat(32),
    })
    expect(faultsOf(all)).toEqual(['broker', 'event store', "persons' keys"])
    expect(examinationText(all)).toMatch(/check BROKER_URL[\s\S]*check EVENT_STORE_URL[\s\S]*check KEYS_URL/)
    expect(JSON.stringify(all)).not.toContain('hush')
  })

  it('finds clocks that differ', () => {
    expect(skewOf(1_000, 900, 1_100).level).toBe('good')
    expect(skewOf(9_000, 900, 1_100)).toMatchObject({ level: 'fault', says: expect.stringContaining('7900 ms') })
    expect(skewOf(1_000, 1_500, 1_600, 1_000).level).toBe('good')
  })
})

describe.skipIf(kafka.missing !== undefined)('of a real Kafka', () => {
  it('names each setting of a topic that would lose something, with the command that mends it', async () => {
    const connection = kafkaConnection(kafka.url!)
    const topic = `doctor-${randomUUID()}`
    const admin = kafkaClient(connection, 'test').admin()
    await admin.connect()
    await admin.createTopics({
      topics: [{ topic, numPartitions: 3, configEntries: [{ name: 'retention.ms', value: '60000' }] }],
    })
    const findings = await examineKafka(connection, [topic, 'finance-that-is-not-there'])
    await admin.deleteTopics({ topics: [topic] })
    await admin.disconnect()
    const said = findings.map(({ says, todo }) => `${says} ${todo ?? ''}`).join('\n')
    expect(said).toMatch(/partitions=3/)
    expect(said).toMatch(/retention\.ms=60000.*--add-config retention\.ms=2592000000/)
    expect(said).toMatch(/flush\.messages.*single broker.*--add-config flush\.messages=1/)
    expect(said).toMatch(/finance-that-is-not-there are not there/)
  })
})

describe.skipIf(postgres.missing !== undefined)('of a real PostgreSQL', () => {
  it('tells its version, its clock and what it holds', async () => {
    const all = await examineHub(folder, { KEYS_URL: postgres.url!, MASTER_KEYS: 'ab'.repeat(32) })
    expect(examinationText(all)).toMatch(/answers; PostgreSQL \d+[\s\S]*clock agrees/)
  })
})
