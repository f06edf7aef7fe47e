import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Message } from '@hub/broker/broker.ts'
import { recorderGroup } from '@hub/broker/kafka-acls.ts'
import { issueServiceKeys } from '@hub/city/service-key-files.ts'
import { serviceMetric } from '@hub/city/service-metric.ts'
import { type ServiceProcess, startService } from '@hub/city/service-process.ts'
import { startFace } from '@hub/contracts/grpc-face/running-face.ts'
import { submittingDepartments } from '@hub/schemas/department.ts'
import { topicOf } from '@hub/schemas/envelope.ts'
import { cpuMs } from './cpu-time.ts'
import { withKafka } from './kafka-engine.ts'
import type { Measured, Row } from './measure.ts'
import { admittedMessages, hubKey } from './recorder-row.ts'
import { inFolder } from './sample-load.ts'
import { crashed } from './with-services.ts'

/** The first are for warming up: each process compiles its code, and the recorders come to know the streams. */
const [warmUp, measured] = [20_000, 30_000]
const numbers = [1, 2, 4]
const bars = { cpu: 1.15, conflictsPercent: 0.1 }

type Seen = { cpuUs: number; perSecond: number; conflictsPercent: number }

const conflictsOf = ({ url }: ServiceProcess) => serviceMetric(url, 'hub_recorder_conflicts_total')

const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0)

/** So many recorders, each a process, on a Kafka and a store of their own. */
const recordWith = (count: number, messages: readonly Message[]): Promise<Seen> =>
  withKafka(async (kafka) => {
    const face = await startFace({ alone: true })
    const keysFolder = mkdtempSync(join(tmpdir(), 'bench-keys-'))
    const broker = await kafka.openBroker(submittingDepartments.map(topicOf), recorderGroup)
    const admin = kafka.client.admin()
    await admin.connect()
    const env = {
      BROKER_URL: kafka.url,
      EVENT_STORE_URL: face.url,
      SERVICE_KEYS_FILE: issueServiceKeys(keysFolder, hubKey)('recorder'),
      LOG_LEVEL: 'error',
    }
    const recorders: ServiceProcess[] = []
    try {
      for (let n = 0; n < count; n++) recorders.push(await startService({ name: 'recorder' }, env, crashed))
      const isShared = async () => {
        const [group] = (await admin.describeGroups([recorderGroup])).groups
        return group?.state === 'Stable' && group.members.length === count
      }
      while (!(await isShared())) await pause(200)
      const recordAll = async (some: readonly Message[]) => {
        for (let from = 0; from < some.length; from += 2_000) await broker.publish(some.slice(from, from + 2_000))
        while ((await broker.lag()).messages > 0) await pause(50)
      }
      const spent = async () => ({
        cpu: sum(recorders.map(({ pid }) => cpuMs(pid))),
        conflicts: sum(await Promise.all(recorders.map(conflictsOf))),
        at: performance.now(),
      })
      await recordAll(messages.slice(0, warmUp))
      const before = await spent()
      await recordAll(messages.slice(warmUp))
      const after = await spent()
      const events = messages.length - warmUp
      return {
        cpuUs: ((after.cpu - before.cpu) * 1000) / events,
        perSecond: (events * 1000) / (after.at - before.at),
        conflictsPercent: ((after.conflicts - before.conflicts) * 100) / events,
      }
    } finally {
      for (const recorder of recorders) await recorder.stop()
      await admin.disconnect()
      await broker.close()
      await face.end()
    }
  })

/** What an event costs where more recorders share the work. */
export const recordersRow: Row = {
  name: 'recorders',
  title: `CPU an event of 4 recorders against 1 (${bars.cpu} ×), and conflicts outside rebalances (${bars.conflictsPercent} % of events); Kafka → the event store's stand-in; the worse against its bar`,
  reach: { most: 1 },
  unit: '× its bar',
  measure: (): Promise<Measured> =>
    inFolder(async (folder) => {
      const messages = await admittedMessages(folder, warmUp + measured)
      const seen = new Map<number, Seen>()
      for (const count of numbers) seen.set(count, await recordWith(count, messages))
      const [one, four] = [seen.get(1)!, seen.get(4)!]
      const worst = Math.max(...[...seen.values()].map(({ conflictsPercent }) => conflictsPercent))
      return {
        value: Math.max(four.cpuUs / one.cpuUs / bars.cpu, worst / bars.conflictsPercent),
        details: {
          events: messages.length - warmUp,
          'CPU, 4 against 1': (four.cpuUs / one.cpuUs).toFixed(3),
          'conflicts %': worst.toFixed(3),
          ...Object.fromEntries(
            [...seen].flatMap(([count, { cpuUs, perSecond }]) => [
              [`${count} recorders, µs of CPU/event`, Math.round(cpuUs)],
              [`${count} recorders, events/s`, Math.round(perSecond)],
            ]),
          ),
        },
      }
    }),
}
