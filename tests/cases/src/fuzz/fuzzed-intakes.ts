import type { Message } from '@hub/broker/broker.ts'
import { sheetFormats } from '@hub/hub/submit/sheet-formats.ts'
import { personsById } from '@hub/intake/persons-by-id.ts'
import { openSampleIntake, sampleHubKeys } from '@hub/intake/sample-intake.fixture.ts'
import { lookUpType } from '@hub/schemas/catalogue.ts'
import { type SubmittingDepartment, submittingDepartments } from '@hub/schemas/department.ts'
import type { StoredData } from '@hub/schemas/envelope.ts'
import { openOtherBoxes, openOwnBox } from '@hub/sealing/sealing.ts'

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
  /** What went on to the store. */
  messages: readonly Message[]
}

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

/** The intakes of the four departments, without a socket; what they take is kept until it was looked at. */
export const openFuzzedIntakes = async () => {
  const opened = new Map<SubmittingDepartment, Awaited<ReturnType<typeof openOne>>>()
  for (const department of submittingDepartments) opened.set(department, await openOne(department))
  return {
    send: async ({ department, headers, body }: FuzzedRequest): Promise<FuzzedAnswer> => {
      const { http, published } = opened.get(department)!
      const answer = await http.inject({ method: 'POST', url: `/${department}/events`, headers, payload: body })
      return { status: answer.statusCode, text: answer.body, messages: published.splice(0) }
    },
    /** What a message says, its boxes opened: what a reader of the store will see. */
    storedOf: async (department: SubmittingDepartment, { headers, value }: Message): Promise<Data> => {
      const { keys } = opened.get(department)!
      const stored = JSON.parse(value) as StoredData
      const eventId = headers.ce_eventid!
      const own = openOwnBox(eventId, stored, await keys.find(stored.sealed ? [stored.sealed.of] : []))
      return openOtherBoxes(eventId, own, await keys.find(own.ofOthers.map(({ of }) => of))).data
    },
    close: async () => {
      for (const { close } of opened.values()) await close()
    },
  }
}

const withoutReferences = (data: unknown, type: string): unknown => {
  const entry = lookUpType(type)
  const references = (entry?.earlier ?? entry?.definition)?.references ?? []
  const copy = structuredClone(data)
  for (const { field } of references) {
    const path = field.split('.')
    const last = path.pop()!
    const holder = path.reduce<unknown>((at, step) => (at as Data | undefined)?.[step], copy)
    if (typeof holder === 'object' && holder !== null) delete (holder as Data)[last]
  }
  return copy
}

/**
 * What was sent and what is stored, to be compared: persons by their ids, without the names of streams that the hub gives
 * in the place of local ids.
 */
export const comparable = (type: string, sent: unknown, stored: unknown): { sent: unknown; stored: unknown } => ({
  sent: withoutReferences(personsById(sent, sampleHubKeys.persons), type),
  stored: withoutReferences(stored, type),
})
