import { timingSafeEqual } from 'node:crypto'
import { stringify as uuidText } from 'uuid'
import { hmacSha256 } from './keyed-hash.ts'

/** What a receipt says: which attempt of which event in which stream of which store. */
export type Receipt = {
  /** UUID of the store. */
  store: string
  stream: string
  eventId: string
  /** Content digest, 64 hex digits. */
  digest: string
  /** UUID of the attempt. */
  submission: string
}

export type ReceiptState = 'PENDING' | 'RECORDED' | 'DUPLICATE' | 'REJECTED'

const macBytes = 16
const macOf = (key: Uint8Array, body: Uint8Array) => Buffer.from(hmacSha256(key, body).slice(0, 2 * macBytes), 'hex')

/** The token of a receipt: base64url of version 1, store, event id, submission, digest, stream and a 16-byte MAC. */
export const receiptToken = (receiptsKey: Uint8Array, receipt: Receipt): string => {
  const { store, eventId, submission, digest, stream } = receipt
  const fixed = `01${store}${eventId}${submission}${digest}`.replaceAll('-', '')
  const body = Buffer.concat([Buffer.from(fixed, 'hex'), Buffer.from(stream)])
  return Buffer.concat([body, macOf(receiptsKey, body)]).toString('base64url')
}

/** The receipt of a token; undefined when the hub did not make it. */
export const parseReceiptToken = (receiptsKey: Uint8Array, token: string): Receipt | undefined => {
  if (!/^[A-Za-z0-9_-]{130,400}$/.test(token)) return undefined
  const bytes = Buffer.from(token, 'base64url')
  const body = bytes.subarray(0, -macBytes)
  if (bytes.toString('base64url') !== token) return undefined
  if (body[0] !== 1 || !timingSafeEqual(bytes.subarray(-macBytes), macOf(receiptsKey, body))) return undefined
  return {
    store: uuidText(body, 1),
    eventId: uuidText(body, 17),
    submission: uuidText(body, 33),
    digest: body.subarray(49, 81).toString('hex'),
    stream: body.subarray(81).toString('utf8'),
  }
}
