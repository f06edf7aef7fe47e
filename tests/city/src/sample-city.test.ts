import { createHash } from 'node:crypto'
import { lookUpType } from '@hub/schemas/catalogue.ts'
import { jsonPointer } from '@hub/schemas/format/refused-json.ts'
import { describe, expect, it } from 'vitest'
import { sampleCity } from './sample-city.ts'

const all = sampleCity({ seed: 1, persons: 1_500 }).submissions
const submissions = all.filter((submission) => !submission.malformed && !submission.again)

describe('the sample city', () => {
  it('speaks the vocabulary: every event validates against its type', () => {
    const faults = new Map<string, number>()
    for (const { event } of submissions) {
      const entry = lookUpType(event.type)
      if (!entry) {
        faults.set(`${event.type}: unknown type`, 1)
        continue
      }
      const data = JSON.parse(JSON.stringify(event.data), (_key, value) =>
        typeof value === 'object' && value !== null && 'fromReceipt' in value ? 'a-stream-name' : value,
      )
      const parsed = entry.definition.data.safeParse(data)
      for (const issue of parsed.error?.issues ?? []) {
        const fault = `${event.type} ${jsonPointer(issue.path)}: ${issue.message}`
        faults.set(fault, (faults.get(fault) ?? 0) + 1)
      }
    }
    expect(Object.fromEntries(faults)).toEqual({})
  })

  it('is the same for the same seed, and another for another', () => {
    const digest = (seed: number) =>
      createHash('sha256')
        .update(JSON.stringify(sampleCity({ seed, persons: 1_500 }).submissions))
        .digest('hex')
    expect(digest(7)).toBe(digest(7))
    expect(digest(7)).not.toBe(digest(8))
  })

  it('uses an id once a source apart from what is sent twice, and happens before it is sent', () => {
    const ids = submissions.map(({ event }) => `${event.source}#${event.id}`)
    expect(new Set(ids).size).toBe(ids.length)
    expect(submissions.filter(({ event, sentAt }) => Date.parse(event.time) > sentAt)).toEqual([])
  })
})
