import { problem } from '@hub/runtime/problem.ts'
import type { Refusal } from '@hub/schemas/refusal.ts'
import { type Line, linesOf } from './lines.ts'
import { refusalOfBody } from './read-body.ts'
import { countsTold, type Item, retryOf, type SubmitContext, take } from './submit.ts'
import { ThreadEnded } from './threads/intake-threads.ts'

/** Most bytes of a line. */
export const maxLineBytes = 1024 * 1024
/** Most lines that are published at once. */
const linesAtOnce = 200

const isBlank = (line: Line) => line !== 'too-long' && line.every((byte) => byte === 32 || byte === 9 || byte === 13)

/** What becomes of some lines. Where a thread ended over them nothing of them was taken. */
const takeLines = async (lines: readonly Line[], context: SubmitContext): Promise<readonly Item[]> => {
  try {
    const taken = await take({ kind: 'lines', lines }, context)
    return 'items' in taken ? taken.items : []
  } catch (error) {
    if (!(error instanceof ThreadEnded)) throw error
    return lines.map(() => retryOf(undefined))
  }
}

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
      return isBlank(text) ? [] : [{ line, text }]
    })
    for (let start = 0; start < numbered.length; start += linesAtOnce) {
      const some = numbered.slice(start, start + linesAtOnce)
      const items = await takeLines(
        some.map(({ text }) => text),
        context,
      )
      for (const { status } of items) total[status]++
      events += items.length
      yield items.map((item, index) => `${JSON.stringify({ line: some[index]!.line, ...item })}\n`).join('')
    }
  }
  yield `${JSON.stringify({ summary: { events, ...countsTold(total, context.trial) } })}\n`
}
