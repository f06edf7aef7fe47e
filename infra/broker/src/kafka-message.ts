import type { IHeaders, KafkaMessage } from 'kafkajs'
import type { Delivered, Message } from './broker.ts'
import { partitionOfKey } from './partition-of-key.ts'

/** CloudEvents' Kafka binding, binary mode: the content type of the value goes beside the `ce_` headers. */
const contentType = 'application/json'

/** A message as it goes over the wire. */
export const toWire = ({ key, headers, value }: Message) => ({
  key,
  value,
  headers: { 'content-type': contentType, ...headers },
  partition: partitionOfKey(key),
})

/** Bytes that a message takes on the wire, about. */
export const bytesOfMessage = ({ key, headers, value }: Message): number =>
  Object.entries(headers).reduce(
    (sum, [name, text]) => sum + name.length + Buffer.byteLength(text) + 4,
    Buffer.byteLength(value) + key.length + 64,
  )

const textOf = (header: IHeaders[string]): string => {
  const value = Array.isArray(header) ? header.at(-1) : header
  return value === undefined ? '' : value.toString()
}

/** A message as the reader gets it. What a foreign producer left out is empty; the reader refuses it then. */
export const fromWire = (topic: string, partition: number, message: KafkaMessage): Delivered => {
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(message.headers ?? {})) {
    const text = textOf(value)
    if (name !== 'content-type' || text !== contentType) headers[name] = text
  }
  return {
    topic,
    partition,
    offset: message.offset,
    key: message.key?.toString() ?? '',
    headers,
    value: message.value?.toString() ?? '',
  }
}
