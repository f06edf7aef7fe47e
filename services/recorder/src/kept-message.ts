import { hash } from 'node:crypto'
import type { Delivered } from '@hub/broker/broker.ts'
import { canonicalJson } from '@hub/schemas/format/canonical-json.ts'
import { openBox, sealBox } from '@hub/sealing/box.ts'

/** What is kept of a message that was not recorded: its length, what it was, and its head in a box. */
export type KeptMessage = { messageBytes: number; messageSha256: string; boxedMessage: string }

const boxKey = (rejectionsKey: Uint8Array) => ({ version: 1, key: rejectionsKey })

/** The message whole: what its length and hash are of. */
const messageText = ({ topic, key, headers, value }: Delivered): string =>
  canonicalJson({ topic, key, headers: Object.entries(headers).sort(), value })

/** Boxes a message for the event `eventId`, cut to `mostBytes`: an entry of the log holds no more. */
export const keepMessage = (
  rejectionsKey: Uint8Array,
  eventId: string,
  message: Delivered,
  mostBytes: number,
): KeptMessage => {
  const bytes = Buffer.from(messageText(message))
  return {
    messageBytes: bytes.length,
    messageSha256: hash('sha256', bytes),
    boxedMessage: sealBox(boxKey(rejectionsKey), eventId, bytes.subarray(0, mostBytes).toString('utf8')),
  }
}

/** The head of a kept message, as JSON text where it was not cut. @throws {BoxNotOpened} */
export const openKeptMessage = (rejectionsKey: Uint8Array, eventId: string, boxedMessage: string): string =>
  openBox(boxKey(rejectionsKey), eventId, boxedMessage)
