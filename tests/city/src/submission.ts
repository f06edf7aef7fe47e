import { lookUpType } from '@hub/schemas/catalogue.ts'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import { hourOf } from './calendar.ts'
import type { Random } from './random.ts'
import { handedOverAt, mainSystem, type Source } from './systems.ts'

/** One CloudEvent on its way: when its system sends it, and the event itself. */
export type Submission = {
  department: SubmittingDepartment
  /** The instant at which it is sent, ms. */
  sentAt: number
  event: Record<string, unknown> & {
    id: string
    source: Source
    type: string
    time: string
    data: Record<string, unknown>
  }
  /** The same message once more. */
  again?: true
  /** The code of the fault for which the hub has to refuse it. */
  refusal?: string
}

/**
 * Another department's stream as a sender knows it: by the stream name in that department's receipt. The player puts the
 * name in its place once the receipt is there.
 */
export type StreamFromReceipt = { fromReceipt: string }

/** Source and id of a submission. */
export type SubmissionId = { source: Source; id: string }

/** What `replaces` and receipts name a submission by. */
export const keyOf = ({ source, id }: { source: string; id: string }): string => `${source}#${id}`

/** The stream of another department's submission. */
export const fromReceipt = (submission: SubmissionId): StreamFromReceipt => ({ fromReceipt: keyOf(submission) })

/** A retraction or a correction of a submission: the attributes that it needs. */
export const replacing = (submission: SubmissionId, replacesreason: string) => ({
  replaces: keyOf(submission),
  replacesreason,
})

/** What an event came of. */
export const causedBy = (submission: SubmissionId) => ({ causationid: keyOf(submission) })

/** Something that a department says has happened. */
export type Said = {
  department: SubmittingDepartment
  name: string
  day: string
  region: string
  data: Record<string, unknown>
  /** The instant at which it happened, where the programme says one: else an hour of that day. */
  at?: string
  /** The day on which it is handed over, where the system's rhythm does not say it. */
  sentOn?: string
  source?: Source
  /** Attributes of the envelope. */
  extra?: Record<string, unknown>
  /** An older version of the type. */
  version?: number
  id?: string
}

const versions = new Map<string, number>()
const versionOf = (department: string, name: string): number => {
  const key = `${department}.${name}`
  const known = versions.get(key)
  if (known !== undefined) return known
  const version = [3, 2, 1].find((one) => lookUpType(`${key}.v${one}`)) ?? 1
  versions.set(key, version)
  return version
}

const officials = (department: string, random: Random) => {
  const office = department.slice(0, 2).toUpperCase()
  return [
    { officialId: `${office}-${random.whole(101, 140)}`, duty: '经办' },
    { officialId: `${office}-${random.whole(201, 220)}`, duty: '复核' },
  ]
}

/** The system that something is said by. */
export const sourceOf = ({ source, department }: Pick<Said, 'source' | 'department'>): Source =>
  source ?? mainSystem[department]

/** The submission of what a department says. */
export const submissionOf = (said: Said & { id: string }, random: Random, weekly: boolean): Submission => {
  const source = sourceOf(said)
  // Sheets know days, not hours.
  const drawn = source.endsWith('-sheet') ? hourOf(said.day, 0) : hourOf(said.day, 9) + random.whole(0, 8 * 3600) * 1000
  const at = said.at === undefined ? drawn : Date.parse(said.at)
  const version = said.version ?? versionOf(said.department, said.name)
  return {
    department: said.department,
    sentAt: said.sentOn === undefined ? handedOverAt(source, at, weekly) : Math.max(at, hourOf(said.sentOn, 18)),
    event: {
      specversion: '1.0',
      id: said.id,
      source,
      type: `${said.department}.${said.name}.v${version}`,
      time: new Date(at).toISOString(),
      ...said.extra,
      data: { region: said.region, handledBy: officials(said.department, random), ...said.data },
    },
  }
}
