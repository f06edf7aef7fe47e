import assert from 'node:assert/strict'
import type { Message } from '@hub/broker/broker.ts'
import { sheetFormats } from '@hub/hub/submit/sheet-formats.ts'
import { openSampleIntake } from '@hub/intake/sample-intake.fixture.ts'
import { type SubmittingDepartment, submittingDepartments } from '@hub/schemas/department.ts'
import type { Metadata, StoredData } from '@hub/schemas/envelope.ts'
import { openOtherBoxes, openOwnBox } from '@hub/sealing/sealing.ts'
import { openFuzzedStore } from './fuzzed-store.ts'
import { mostWorkMs } from './runs.ts'

type Data = Record<string, unknown>

/** A request of a fuzzed sender. */
export type FuzzedRequest = {
  department: SubmittingDepartment
  headers: Record<string, string>
  body: string | Buffer
}

export type FuzzedAnswer = {
  status: number
  text: string
  /** What went on to the queue. */
  messages: readonly Message[]
}

/** An event as a reader of the store sees it, its boxes opened. */
export type ReadBack = { type: string; metadata: Metadata; data: Data }

const openOne = async (department: SubmittingDepartment) => {
  const published: Message[] = []
  const intake = await openSampleIntake({
    department,
    checks: sheetFormats[department].checks,
    publish: async (messages) => {
      published.push(...messages)
    },
  })
  return { ...intake, published }
}

const workMs = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** The intakes of the four departments, without a socket, and the store behind them. What they take is kept until it was looked at. */
export const openFuzzedIntakes = async () => {
  const opened = new Map<SubmittingDepartment, Awaited<ReturnType<typeof openOne>>>()
  for (const department of submittingDepartments) opened.set(department, await openOne(department))
  const store = openFuzzedStore()
  const dataOf = async (department: SubmittingDepartment, eventId: string, value: string): Promise<Data> => {
    const { keys } = opened.get(department)!
    const stored = JSON.parse(value) as StoredData
    const own = openOwnBox(eventId, stored, await keys.find(stored.sealed ? [stored.sealed.of] : []))
    return openOtherBoxes(eventId, own, await keys.find(own.ofOthers.map(({ of }) => of))).data
  }
  return {
    send: async ({ department, headers, body }: FuzzedRequest): Promise<FuzzedAnswer> => {
      const { http, published } = opened.get(department)!
      const before = workMs()
      const answer = await http.inject({ method: 'POST', url: `/${department}/events`, headers, payload: body })
      assert.ok(workMs() - before < mostWorkMs, 'the answer took too long')
      return { status: answer.statusCode, text: answer.body, messages: published.splice(0) }
    },
    /** What a message on the queue says, its boxes opened. */
    queuedOf: (department: SubmittingDepartment, { headers, value }: Message): Promise<Data> =>
      dataOf(department, headers.ce_eventid!, value),
    /** Has messages recorded and reads what the store has then, rejections too, which stay closed. */
    recorded: async (department: SubmittingDepartment, messages: readonly Message[]): Promise<readonly ReadBack[]> => {
      const events = await store.record(messages)
      return Promise.all(
        events.map(async ({ id, type, data, metadata }) => ({
          type,
          metadata: JSON.parse(metadata) as Metadata,
          data: type.startsWith('hub.') ? (JSON.parse(data) as Data) : await dataOf(department, id, data),
        })),
      )
    },
    close: async () => {
      for (const { close } of opened.values()) await close()
      await store.close()
    },
  }
}

export type FuzzedIntakes = Awaited<ReturnType<typeof openFuzzedIntakes>>
