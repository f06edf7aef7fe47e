import { setTimeout as sleep } from 'node:timers/promises'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import { Pool } from 'undici'
import { handOverLedger } from './sheets.ts'
import type { Submission } from './submission.ts'
import { type Source, systems } from './systems.ts'

type Item = {
  id?: string
  status: string
  receipt?: string
  stream?: string
  problem?: { errors?: { pointer: string; code: string }[] }
}

/** What the hub answered to one submission. */
export type Answer = {
  submission: Submission
  accepted: boolean
  stream: string | undefined
  /** What tells what became of it; none for a row of a ledger, which was followed already. */
  receipt: string | undefined
  faults: readonly string[]
}

const personQuery =
  'query ($citizenNumber: CitizenNumber!) { veteran(by: { citizenNumber: $citizenNumber }) { personId } }'
type PersonAnswer = { data?: { veteran: { personId: string } | null } }

/** How an accepted submission ended. */
export type End = { state: string; reason?: string }

const batchSize = 500
const receiptsAtOnce = 1_000
/** How many requests of one system are under way at once, where each carries one event. */
const lanes = 4

const mediaTypes = {
  event: 'application/cloudevents+json',
  batch: 'application/cloudevents-batch+json',
  ndjson: 'application/x-ndjson',
} as const

const answerOf = (submission: Submission, { status, stream, receipt, problem }: Item): Answer => ({
  submission,
  accepted: status === 'accepted',
  stream,
  receipt,
  faults: (problem?.errors ?? []).map(({ code, pointer }) => `${code} ${pointer}`),
})

/** Facts about one person or thing keep their order: they go by the same lane. */
const laneOf = ({ event }: Submission): number => {
  const said = JSON.stringify(event.data.person ?? event.id)
  let sum = 0
  for (let n = 0; n < said.length; n++) sum += said.charCodeAt(n)
  return sum % lanes
}

/** The departments' systems over HTTP, each in its own format. */
export const openDepartments = (url: string) => {
  const pool = new Pool(url, { connections: 16, pipelining: 1 })
  const request = async (method: 'PUT' | 'POST', path: string, type: string, body: string) => {
    const response = await pool.request({ method, path, headers: { 'content-type': type }, body })
    const text = await response.body.text()
    return { status: response.statusCode, text }
  }
  const demand = async (method: 'PUT' | 'POST', path: string, type: string, body: string) => {
    const { status, text } = await request(method, path, type, body)
    // A batch of which nothing is taken answers 422, with its items.
    if (status >= 300 && !(status === 422 && type === mediaTypes.batch))
      throw new Error(`${method} ${path} answered ${status}`)
    return text
  }

  const one = async (path: string, submission: Submission): Promise<Answer> => {
    const { status, text } = await request('POST', path, mediaTypes.event, JSON.stringify(submission.event))
    if (status !== 202 && status !== 422) throw new Error(`POST ${path} answered ${status}`)
    const answer = JSON.parse(text)
    return answerOf(submission, status === 202 ? answer : { status: 'refused', problem: answer })
  }
  const oneByOne = async (path: string, submissions: readonly Submission[]): Promise<Answer[]> => {
    const byLane = Map.groupBy(submissions, laneOf)
    const answers = await Promise.all(
      [...byLane.values()].map(async (own) => {
        const answered: Answer[] = []
        for (const submission of own) answered.push(await one(path, submission))
        return answered
      }),
    )
    return answers.flat()
  }
  const batch = async (path: string, own: readonly Submission[]): Promise<Answer[]> => {
    const body = `[${own.map(({ event }) => JSON.stringify(event)).join(',')}]`
    const { items } = JSON.parse(await demand('POST', path, mediaTypes.batch, body)) as { items: Item[] }
    return own.map((submission, n) => answerOf(submission, items[n]!))
  }
  const lines = async (path: string, own: readonly Submission[]): Promise<Answer[]> => {
    const body = own.map(({ event }) => `${JSON.stringify(event)}\n`).join('')
    const answered = (await demand('POST', path, mediaTypes.ndjson, body)).split('\n')
    return own.map((submission, n) => answerOf(submission, JSON.parse(answered[n]!)))
  }
  const inPieces = async (own: readonly Submission[], send: (piece: readonly Submission[]) => Promise<Answer[]>) => {
    const answers: Answer[] = []
    for (let from = 0; from < own.length; from += batchSize)
      answers.push(...(await send(own.slice(from, from + batchSize))))
    return answers
  }
  const ledger = async (own: readonly Submission[]): Promise<Answer[]> => {
    const { refused } = await handOverLedger(url, own)
    return own.map((submission, at) => {
      const errors = refused.get(at)
      return answerOf(submission, {
        status: errors ? 'refused' : 'accepted',
        ...(errors && { problem: { errors: [...errors] } }),
      })
    })
  }

  const personIds = new Map<string, string>()

  return {
    /** Sets the simulated clock. */
    setClock: (now: number) =>
      demand('PUT', '/clock', 'application/json', JSON.stringify({ now: new Date(now).toISOString() })),
    /** The hub's id of a person, as who decides finds it: by asking for the file. Waits until the file is there. */
    personIdOf: async (citizenNumber: string): Promise<string> => {
      const known = personIds.get(citizenNumber)
      if (known !== undefined) return known
      const body = JSON.stringify({ query: personQuery, variables: { citizenNumber } })
      for (;;) {
        const { data } = JSON.parse(await demand('POST', '/graphql', 'application/json', body)) as PersonAnswer
        if (data?.veteran) {
          personIds.set(citizenNumber, data.veteran.personId)
          return data.veteran.personId
        }
        await sleep(50)
      }
    },
    /** Takes a decision about two files. */
    decide: (decision: object) => demand('POST', '/identity', 'application/json', JSON.stringify(decision)),
    /** Hands over what one system has, in order; resolves when all is answered. @throws when a request is not. */
    handOver: (source: Source, submissions: readonly Submission[]): Promise<Answer[]> => {
      const { department, format } = systems[source]
      const path = `/${department}/events`
      switch (format) {
        case 'event':
          return oneByOne(path, submissions)
        case 'batch':
          return inPieces(submissions, (own) => batch(path, own))
        case 'ndjson':
          return inPieces(submissions, (own) => lines(path, own))
        case 'sheet':
          return ledger(submissions)
        default:
          return format satisfies never
      }
    },
    /** What became of submissions of a department, in their order; waits until each has come to its end. */
    follow: async (department: SubmittingDepartment, receipts: readonly string[]): Promise<End[]> => {
      const ends: End[] = []
      for (let from = 0; from < receipts.length; ) {
        const tokens = receipts.slice(from, from + receiptsAtOnce)
        const path = `/${department}/receipts`
        const { items, pending } = JSON.parse(
          await demand('POST', path, 'application/json', JSON.stringify({ tokens })),
        )
        if (pending > 0) await sleep(50)
        else {
          ends.push(...(items as End[]))
          from += tokens.length
        }
      }
      return ends
    },
    close: () => pool.close(),
  }
}
