import { problem } from '@hub/runtime/problem.ts'
import type { Refusal } from '@hub/schemas/refusal.ts'
import { type Line, linesOf } from './lines.ts'
import { refusalOfBody } from './read-body.ts'
import { type Read, readJson } from './read-json.ts'
import { requestRefusals } from './request-refusals.ts'
import { countsTold, type SubmitContext, submitRead } from './submit.ts'

/** Most bytes of a line. */
export const maxLineBytes = 1024 * 1024
/** Most lines that are published at once. */
const linesAtOnce = 200

const isBlank = (line: Line) => line !== 'too-long' && line.every((byte) => byte === 32 || byte === 9 || byte === 13)

const readLine = (line: Line): Read =>
  line === 'too-long' ? { refused: requestRefusals.LINE_TOO_LONG } : readJson(line)

/** The lines, and last of all why no more of them could be unpacked. */
async function* untilUnreadable(
  lines: AsyncGenerator<readonly Line[]>,
): AsyncGenerator<readonly Line[] | { refused: Refusal }> {
  try {
    yield* lines
  } catch (error) {
    const refused = refusalOfBody(error)
    if (!refused) throw error
    yield { refused }
  }
}

/**
 * Takes one structured CloudEvent a line and gives one answer line each, in order, as they come; the last line is a
 * summary. Memory stays flat: the next lines are read when the answers have been taken.
 */
export async function* answerNdjson(stream: AsyncIterable<Buffer>, context: SubmitContext): AsyncGenerator<string> {
  const total = { accepted: 0, acceptable: 0, refused: 0, retry: 0 }
  let line = 0
  let events = 0
  for await (const lines of untilUnreadable(linesOf(stream, maxLineBytes))) {
    if ('refused' in lines) {
      line++
      events++
      total.refused++
      yield `${JSON.stringify({ line, status: 'refused', problem: problem(lines.refused) })}\n`
      break
    }
    const numbered = lines.flatMap((text) => {
      line++
      return isBlank(text) ? [] : [{ line, read: text }]
    })
    for (let start = 0; start < numbered.length; start += linesAtOnce) {
      const some = numbered
        .slice(start, start + linesAtOnce)
        .map((one) => ({ line: one.line, read: readLine(one.read) }))
      const items = await submitRead(
        some.map(({ read }) => read),
        context,
      )
      for (const { status } of items) total[status]++
      events += items.length
      yield items.map((item, index) => `${JSON.stringify({ line: some[index]!.line, ...item })}\n`).join('')
    }
  }
  yield `${JSON.stringify({ summary: { events, ...countsTold(total, context.trial) } })}\n`
}
