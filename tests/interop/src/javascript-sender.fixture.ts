import { request } from 'node:http'
import { createInterface } from 'node:readline'
import { CloudEvent, HTTP, type Message } from 'cloudevents'
import type { SdkAnswer, SdkEvent, SendingMode } from './sdk-senders.fixture.ts'

// Sends events by the JavaScript SDK of CloudEvents, each as a structured, a binary and a batched request: one event a
// line of the standard input, one answer a line of the standard output.

const messageOf = (mode: SendingMode, event: CloudEvent<unknown>): Message => {
  if (mode === 'structured') return HTTP.structured(event)
  if (mode === 'binary') return HTTP.binary(event)
  // The SDK writes no batches: its events one by one, in an array.
  return { headers: { 'content-type': 'application/cloudevents-batch+json' }, body: JSON.stringify([event]) }
}

/** Sends as the SDK's own transport does, which tells no status. */
const post = (url: string, { headers, body }: Message) =>
  new Promise<{ status: number; body: unknown }>((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers: headers as Record<string, string> }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (piece) => (text += piece))
      response.on('end', () => resolve({ status: response.statusCode!, body: JSON.parse(text) }))
    })
    sent.on('error', reject)
    sent.end(body)
  })

const answerOf = async (mode: SendingMode, url: string, told: SdkEvent): Promise<SdkAnswer> => {
  const { name, attributes, extensions = {}, data, bytes } = told
  try {
    const event = new CloudEvent({
      ...attributes,
      ...extensions,
      data: bytes ? new Uint8Array(Buffer.from(JSON.stringify(data))) : data,
    } as never)
    return { name, mode, ...(await post(url, messageOf(mode, event))) }
  } catch (error) {
    return { name, mode, unsendable: String(error) }
  }
}

for await (const line of createInterface({ input: process.stdin }))
  for (const mode of ['structured', 'binary', 'batch'] as const)
    process.stdout.write(`${JSON.stringify(await answerOf(mode, process.argv[2]!, JSON.parse(line)))}\n`)
