import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { caseFile } from './sheet-case.ts'

/** A request of a case, byte by byte, and the answer to it. */
export type RawAnswer = { status: number; headers: Readonly<Record<string, string>>; body: string }

/** Bodies that a case's file tells in words. */
const toldBodies: Readonly<Record<string, (events: readonly object[]) => Buffer>> = {
  '<gzip of two events>': (events) => gzipSync(events.map((event) => `${JSON.stringify(event)}\n`).join('')),
}

/** The bytes of a case's request: line ends as HTTP has them, the length of its body, and a connection that ends. */
const requestOf = (file: string, told: readonly object[]): Buffer => {
  const text = readFileSync(caseFile(`http/${file}`), 'latin1')
  const end = text.indexOf('\n\n')
  const said = Buffer.from(text.slice(end + 2).trim(), 'latin1')
  const body = toldBodies[said.toString('latin1')]?.(told) ?? said
  const head = `${text.slice(0, end)}\ncontent-length: ${body.length}\nconnection: close\n\n`
  return Buffer.concat([Buffer.from(head.replaceAll('\n', '\r\n'), 'latin1'), body])
}

/** Sends a case's request as it is, over a connection of its own. `told` is what a body told in words is made of. */
export const sendCase = async (url: string, file: string, told: readonly object[] = []): Promise<RawAnswer> => {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  socket.write(requestOf(file, told))
  const pieces: Buffer[] = []
  for await (const piece of socket as AsyncIterable<Buffer>) pieces.push(piece)
  const answer = Buffer.concat(pieces).toString('utf8')
  const end = answer.indexOf('\r\n\r\n')
  const [statusLine = '', ...lines] = answer.slice(0, end).split('\r\n')
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  )
  return { status: Number(statusLine.split(' ')[1]), headers, body: answer.slice(end + 4) }
}
