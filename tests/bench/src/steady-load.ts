import { setTimeout as sleep } from 'node:timers/promises'
import { completeCitizenNumber } from '@hub/schemas/values/citizen-number.ts'
import { PolicyConsultationGiven } from '@hub/schemas/veteran-affairs/personal-service.ts'
import { VeteranRegistered } from '@hub/schemas/veteran-affairs/registration.ts'
import { openViews, type Views } from '@hub/views/open-views.ts'
import { currentViewFile } from '@hub/views/view-files.ts'
import { Pool } from 'undici'

export const perSecond = 500
const [batch, pollMs] = [10, 4]

const numbers = Array.from({ length: 900 }, (_, order) =>
  completeCitizenNumber(`43030419700101${String(order + 1).padStart(3, '0')}`),
)
let sent = 0
const eventOf = (type: string, data: object) => {
  sent += 1
  return {
    specversion: '1.0',
    id: `V-${sent}`,
    source: '/departments/veteran-affairs/service-platform',
    type,
    time: '2025-03-01T09:00:00+08:00',
    data,
  }
}
export type LoadEvent = ReturnType<typeof eventOf>

/** A small fact of one of 900 persons, with an id that no other has. */
export const nextEvent = (): LoadEvent =>
  eventOf(PolicyConsultationGiven.type, {
    ...PolicyConsultationGiven.example,
    person: { citizenNumber: numbers[sent % numbers.length] },
  })

/** The persons of the load have files, as everybody in a city has. */
const registrations = () =>
  numbers.map((number) =>
    eventOf(VeteranRegistered.type, {
      ...VeteranRegistered.example,
      person: { citizenNumber: number },
      idDocument: { ...VeteranRegistered.example.idDocument!, number },
    }),
  )

/** Registers the load's persons, and hands events to Veteran Affairs' intake; throws where one is not taken. */
export const openSender = async (url: string) => {
  const pool = new Pool(url, { connections: 8 })
  const post = async (events: readonly LoadEvent[]) => {
    const { statusCode, body } = await pool.request({
      method: 'POST',
      path: '/veteran-affairs/events',
      headers: { 'content-type': 'application/cloudevents-batch+json' },
      body: JSON.stringify(events),
    })
    const text = await body.text()
    if (statusCode !== 202 || /"(refused|retry)":[1-9]/.test(text)) throw new Error(`the hub answered ${statusCode}`)
  }
  const registering = registrations()
  for (let from = 0; from < registering.length; from += 300) await post(registering.slice(from, from + 300))
  return { post, close: () => pool.close() }
}

/** Events that have arrived since it was asked last, with the moment of it, ms. */
export type Arrived = () => { id: string; at: number }[]

/** What stands in the views that are in use in a folder, seen from another process. */
export const watchViews = (folder: string): { seen: Arrived; close(): void } => {
  let views: Views | undefined
  let ordinal = 0
  return {
    seen: () => {
      const file = currentViewFile(folder)!
      if (views?.file !== file) {
        views?.close()
        views = openViews({ file, readOnly: true })
      }
      const rows = views
        .statement('SELECT ordinal, id FROM facts WHERE ordinal > ? AND known_from = ordinal ORDER BY ordinal')
        .all(ordinal) as { ordinal: number; id: string }[]
      ordinal = rows.at(-1)?.ordinal ?? ordinal
      const at = performance.now()
      return rows.map(({ id }) => ({ id, at }))
    },
    close: () => views?.close(),
  }
}

/** True for so many seconds. */
export const forSeconds = (most: number) => {
  const until = performance.now() + most * 1000
  return () => performance.now() < until
}

/**
 * Hands over 500 events a second in tens while `lasts`; ms from when each was due until it arrived, of all of them. An
 * event arrives so many `times`, each counted.
 */
export const steadyLoad = async (
  post: (events: readonly LoadEvent[]) => Promise<void>,
  arrived: Arrived,
  lasts: () => boolean,
  times = 1,
): Promise<number[]> => {
  const waiting = new Map<string, { from: number; left: number }>()
  const took: number[] = []
  const posts: Promise<void>[] = []
  const started = performance.now()
  let batches = 0
  while (lasts() || waiting.size > 0) {
    const due = Math.floor(((performance.now() - started) * perSecond) / 1000 / batch)
    while (batches < due && lasts()) {
      batches += 1
      const events = Array.from({ length: batch }, nextEvent)
      // Counted from when it was due, so that a load that falls behind does not look fast.
      const at = started + (batches * batch * 1000) / perSecond
      for (const { id } of events) waiting.set(id, { from: at, left: times })
      posts.push(post(events))
    }
    await sleep(pollMs)
    for (const { id, at } of arrived()) {
      const event = waiting.get(id)
      if (!event) continue
      took.push(at - event.from)
      event.left -= 1
      if (event.left === 0) waiting.delete(id)
    }
  }
  await Promise.all(posts)
  return took
}

/** The value below which such a share of them is. */
export const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((one, other) => one - other)[Math.min(values.length - 1, Math.floor(values.length * share))]!
