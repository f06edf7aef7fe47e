import { once } from 'node:events'
import { Readable } from 'node:stream'
import { completeCitizenNumber } from '@hub/schemas/values/citizen-number.ts'
import { PolicyConsultationGiven } from '@hub/schemas/veteran-affairs/personal-service.ts'
import { request } from 'undici'
import { type InChild, startChild } from './child.ts'
import { memoryResult, type Row } from './measure.ts'
import { durableCommitMs, inFolder } from './sample-load.ts'

const sizes = { small: 100_000, large: 1_000_000 }
const persons = 900

const numbers = Array.from({ length: persons }, (_, order) =>
  completeCitizenNumber(`43030419700101${String(order + 1).padStart(3, '0')}`),
)

/** Lines as a department's system sends them, made as they are read. */
function* linesOf(count: number) {
  for (let from = 0; from < count; from += 100) {
    const lines = Array.from({ length: 100 }, (_, n) =>
      JSON.stringify({
        specversion: '1.0',
        id: `C-${from + n}`,
        source: '/departments/veteran-affairs/service-platform',
        type: PolicyConsultationGiven.type,
        time: '2025-03-01T09:00:00+08:00',
        data: { ...PolicyConsultationGiven.example, person: { citizenNumber: numbers[(from + n) % persons] } },
      }),
    )
    yield `${lines.join('\n')}\n`
  }
}

const takeIn = (count: number) =>
  inFolder(async (folder) => {
    const child = startChild(new URL('./ndjson-child.ts', import.meta.url), { folder })
    const [{ origin }] = (await once(child, 'message')) as [{ origin: string }]
    const started = performance.now()
    const { body } = await request(`${origin}/veteran-affairs/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body: Readable.from(linesOf(count)),
      bodyTimeout: 0,
      headersTimeout: 0,
    })
    let end = ''
    for await (const piece of body) end = (end + String(piece)).slice(-300)
    const ms = performance.now() - started
    const { summary } = JSON.parse(end.trimEnd().split('\n').at(-1)!) as { summary: { accepted: number } }
    if (summary.accepted !== count) throw new Error(`${summary.accepted} of ${count} lines were accepted`)
    const told = once(child, 'message') as Promise<[InChild<{ taken: number }>]>
    child.send('stop')
    const [{ peakMb, told: end_ }] = await told
    if (end_.taken !== count) throw new Error(`${end_.taken} of ${count} messages were taken from the queue`)
    return { peakMb, rate: Math.round((count * 1000) / ms) }
  })

/** The most memory of an intake that takes in 1 M lines in one request, against one that takes in 100,000. */
export const ndjsonMemoryRow: Row = {
  name: 'ndjson-memory',
  title: 'NDJSON intake, 1 M lines in one request, peak memory of its process (and ≤ 400 MB); limit: 100,000 lines',
  reach: { most: 1.25 },
  unit: '× of 100,000 lines',
  measure: async () => {
    const small = await takeIn(sizes.small)
    const large = await takeIn(sizes.large)
    return memoryResult(small.peakMb, large.peakMb, {
      'lines/s': large.rate,
      'durable commit ms': (await durableCommitMs()).toFixed(3),
    })
  },
}
