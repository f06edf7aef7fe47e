import { Pool } from 'undici'
import type { Submission } from './city.ts'

/** How far the playing is. */
export type Progress = { sent: number; of: number; day: string }

/** What the hub answered in all. */
export type Played = { accepted: number; refused: number; faults: string[] }

type Answer = {
  accepted: number
  refused: number
  items: { id: string; status: string; stream?: string; problem?: { errors?: { pointer: string; code: string }[] } }[]
}

const dayOf = (submission: Submission) => new Date(submission.sentAt + 8 * 3_600_000).toISOString().slice(0, 10)
const batchSize = 200

/**
 * Plays submissions to a running hub over HTTP, day by day on its simulated clock: each department sends its own in
 * order, in batches; a day ends when all are acknowledged. Throws when the hub does not answer 202.
 */
export const play = async (
  url: string,
  submissions: readonly Submission[],
  onProgress: (progress: Progress) => void = () => {},
): Promise<Played> => {
  const pool = new Pool(url, { connections: 8 })
  const streams = new Map<string, string>()
  const played: Played = { accepted: 0, refused: 0, faults: [] }
  const request = async (method: 'PUT' | 'POST', path: string, type: string, body: unknown) => {
    const response = await pool.request({ method, path, headers: { 'content-type': type }, body: JSON.stringify(body) })
    const text = await response.body.text()
    if (response.statusCode >= 300) throw new Error(`${method} ${path} answered ${response.statusCode}`)
    return text === '' ? undefined : (JSON.parse(text) as Answer)
  }
  const resolved = (event: Submission['event']) =>
    JSON.parse(JSON.stringify(event), (_key, value) =>
      typeof value === 'object' && value !== null && 'fromReceipt' in value ? streams.get(value.fromReceipt) : value,
    )
  const sendAll = async (department: string, own: readonly Submission[]) => {
    for (let from = 0; from < own.length; from += batchSize) {
      const batch = own.slice(from, from + batchSize)
      const answer = (await request(
        'POST',
        `/${department}/events`,
        'application/cloudevents-batch+json',
        batch.map((submission) => resolved(submission.event)),
      ))!
      played.accepted += answer.accepted
      played.refused += answer.refused
      answer.items.forEach((item, index) => {
        const { source, id, type } = batch[index]!.event
        if (item.stream) streams.set(`${source}#${id}`, item.stream)
        for (const fault of item.problem?.errors ?? []) played.faults.push(`${type} ${fault.pointer} ${fault.code}`)
      })
    }
  }
  const days = Map.groupBy(
    [...submissions].sort((one, other) => one.sentAt - other.sentAt),
    dayOf,
  )
  let sent = 0
  for (const [day, ofDay] of days) {
    await request('PUT', '/clock', 'application/json', { now: new Date(ofDay.at(-1)!.sentAt + 1000).toISOString() })
    const byDepartment = Map.groupBy(ofDay, (submission) => submission.department)
    await Promise.all([...byDepartment].map(([department, own]) => sendAll(department, own)))
    sent += ofDay.length
    onProgress({ sent, of: submissions.length, day })
  }
  await pool.close()
  return played
}
