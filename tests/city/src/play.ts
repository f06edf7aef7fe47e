import { dayOfInstant, hourOf, months } from './calendar.ts'
import { type Answer, openDepartments } from './departments.ts'
import { PlayingStopped } from './playing-stopped.ts'
import { createReceipts } from './receipts.ts'
import type { SampleCity } from './sample-city.ts'
import { alteredId } from './stories/altered-resend.ts'
import type { Submission } from './submission.ts'

/** How far the playing is. */
export type Progress = { sent: number; day: string }

/** What the hub answered in all. */
export type Played = {
  accepted: number
  /** What became of those accepted: in the store, there before, or rejected as they had to be. */
  ends: { recorded: number; duplicates: number; rejected: number }
  /** Refused as they had to be. */
  refused: number
  /** Answers that the city did not expect, by type and fault, with how often. */
  unexpected: Record<string, number>
}

const typeOf = ({ event }: Submission) => event.type

const surprising = ({ submission, accepted, faults }: Answer): string | undefined => {
  const { refusal } = submission
  if (accepted) return refusal === undefined ? undefined : `${typeOf(submission)} was taken in spite of ${refusal}`
  return refusal !== undefined && faults.some((fault) => fault.startsWith(`${refusal} `))
    ? undefined
    : `${typeOf(submission)} ${faults.join(', ')}`
}

/** The days of a month on which something is sent or decided, in order. */
const daysOf = (city: Pick<SampleCity, 'sentIn' | 'decisions'>, month: string) => {
  const days = Map.groupBy(city.sentIn(month), ({ sentAt }) => dayOfInstant(sentAt))
  for (const { day } of city.decisions) if (day.startsWith(month) && !days.has(day)) days.set(day, [])
  return [...days].sort(([one], [other]) => (one < other ? -1 : 1))
}

/**
 * Plays the city to a running hub over HTTP, day by day on its simulated clock: each system hands over in its own format
 * and order; a day ends when all is acknowledged.
 * @throws {PlayingStopped} after the signal
 */
export const play = async (
  url: string,
  city: Pick<SampleCity, 'sentIn' | 'decisions'>,
  { onProgress = () => {}, signal }: { onProgress?: (progress: Progress) => void; signal?: AbortSignal } = {},
): Promise<Played> => {
  const departments = openDepartments(url)
  const receipts = createReceipts(city.decisions)
  const played: Played = { accepted: 0, ends: { recorded: 0, duplicates: 0, rejected: 0 }, refused: 0, unexpected: {} }
  const surprised = (surprise: string) => {
    played.unexpected[surprise] = (played.unexpected[surprise] ?? 0) + 1
  }
  let open: (Answer & { receipt: string })[] = []
  const take = (answer: Answer) => {
    if (answer.accepted) played.accepted += 1
    else played.refused += 1
    receipts.keep(answer.submission, answer.stream)
    const surprise = surprising(answer)
    if (surprise !== undefined) surprised(surprise)
    const { receipt } = answer
    if (receipt !== undefined) open.push({ ...answer, receipt })
    else if (answer.accepted) played.ends.recorded += 1
  }
  /** 'Accepted' says that the queue has it: what became of it is asked for when the month is over. */
  const followAll = async () => {
    const followed = open
    open = []
    for (const [department, own] of Map.groupBy(followed, ({ submission }) => submission.department)) {
      const ends = await departments.follow(
        department,
        own.map(({ receipt }) => receipt),
      )
      for (const [at, { state, reason }] of ends.entries()) {
        const { submission } = own[at]!
        if (state === 'RECORDED') played.ends.recorded += 1
        else if (state === 'DUPLICATE') played.ends.duplicates += 1
        else if (submission.event.id === alteredId) played.ends.rejected += 1
        else surprised(`${typeOf(submission)} was rejected: ${reason}`)
      }
    }
  }
  const handOver = async (own: readonly Submission[]) => {
    const answers = await departments.handOver(own[0]!.event.source, own.map(receipts.resolved))
    answers.forEach(take)
  }
  const playDay = async (day: string, ofDay: readonly Submission[]) => {
    await departments.setClock(Math.max(hourOf(day, 20), (ofDay.at(-1)?.sentAt ?? 0) + 1000))
    const systems = [...Map.groupBy(ofDay, ({ event }) => event.source).values()]
    // A system that names another department's stream waits for that department's receipts.
    const waiting = systems.filter((own) => own.some(receipts.isMissing))
    await Promise.all(systems.filter((own) => !waiting.includes(own)).map(handOver))
    await Promise.all(waiting.map(handOver))
    for (const decision of city.decisions) {
      if (decision.day !== day) continue
      const { kind, evidence, decidedBy, secondDecider } = decision
      const persons = await Promise.all(receipts.numbersOf(decision).map(departments.personIdOf))
      await departments.decide({ kind, evidence, decidedBy, secondDecider, persons })
    }
  }
  let sent = 0
  try {
    for (const month of months) {
      for (const [day, ofDay] of daysOf(city, month)) {
        if (signal?.aborted) throw new PlayingStopped('stopped')
        await playDay(day, ofDay)
        sent += ofDay.length
        onProgress({ sent, day })
      }
      await followAll()
    }
  } finally {
    await departments.close()
  }
  return played
}
