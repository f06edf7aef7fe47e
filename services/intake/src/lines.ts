/** Lines of one piece of a stream; `too-long` stands for a line that passed the limit and was not kept. */
export type Line = Buffer | 'too-long'

const lineFeed = 10

/**
 * Splits a byte stream at line feeds: the lines that each piece completes. Holds no more than one line of `maxBytes`;
 * of a longer one it drops the bytes and goes on behind it. Blank lines are kept, so that lines can be counted.
 */
export async function* linesOf(stream: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<readonly Line[]> {
  let parts: Buffer[] = []
  let length = 0
  const take = (part: Buffer) => {
    length += part.length
    if (length <= maxBytes) parts.push(part)
    else parts = []
  }
  const finish = (): Line => {
    const line = length > maxBytes ? 'too-long' : parts.length === 1 ? parts[0]! : Buffer.concat(parts)
    parts = []
    length = 0
    return line
  }
  for await (const piece of stream) {
    const lines: Line[] = []
    let start = 0
    for (let end = piece.indexOf(lineFeed); end >= 0; end = piece.indexOf(lineFeed, start)) {
      take(piece.subarray(start, end))
      lines.push(finish())
      start = end + 1
    }
    if (start < piece.length) take(piece.subarray(start))
    if (lines.length > 0) yield lines
  }
  if (length > 0) yield [finish()]
}
