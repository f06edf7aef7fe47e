import { createCipheriv, createDecipheriv } from 'node:crypto'
import { stringify as uuidText } from 'uuid'
import { type SubmittingDepartment, submittingDepartments } from '../department.ts'
import { derivedKeys, hmacSha256 } from './keyed-hash.ts'
import { secretKeyOf } from './secret-key.ts'

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

/** A receipt with the department whose intake gave it. */
export type ReadReceipt = Receipt & { department: SubmittingDepartment }

export type ReceiptState = 'PENDING' | 'RECORDED' | 'DUPLICATE' | 'REJECTED'

const version = 1
const nonceBytes = 12
const tagBytes = 16
const fixedBytes = 80
/** A stream's name is filled up to a multiple of this: its length tells nothing. */
const streamBytes = 64

type ReceiptKeys = { encryption: Uint8Array; nonce: Uint8Array }
const derived = new WeakMap<Uint8Array, ReceiptKeys>()

const keysOf = (receiptsKey: Uint8Array): ReceiptKeys => {
  const known = derived.get(receiptsKey)
  if (known) return known
  const infos = ['veterans-hub/v1/receipt-encryption', 'veterans-hub/v1/receipt-nonce']
  const [encryption, nonce] = derivedKeys(receiptsKey, infos)
  const keys = { encryption: encryption!, nonce: nonce! }
  derived.set(receiptsKey, keys)
  return keys
}

/**
 * The token of a receipt: base64url of version 1, nonce, and store, event id, submission, digest and stream sealed by
 * AES-256-GCM under the department's receipts key. Who holds it can read nothing from it.
 */
export const receiptToken = (receiptsKey: Uint8Array, receipt: Receipt): string => {
  const { store, eventId, submission, digest } = receipt
  const stream = Buffer.from(receipt.stream)
  const body = Buffer.alloc(fixedBytes + Math.ceil(stream.length / streamBytes) * streamBytes)
  body.write(`${store}${eventId}${submission}${digest}`.replaceAll('-', ''), 'hex')
  body.set(stream, fixedBytes)
  const keys = keysOf(receiptsKey)
  const nonce = Buffer.from(hmacSha256(keys.nonce, body).slice(0, 2 * nonceBytes), 'hex')
  const head = Uint8Array.of(version)
  const cipher = createCipheriv('aes-256-gcm', secretKeyOf(keys.encryption), nonce).setAAD(head)
  return Buffer.concat([head, nonce, cipher.update(body), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

const opened = (receiptsKey: Uint8Array, bytes: Buffer): Buffer | undefined => {
  const nonce = bytes.subarray(1, 1 + nonceBytes)
  const decipher = createDecipheriv('aes-256-gcm', secretKeyOf(keysOf(receiptsKey).encryption), nonce, {
    authTagLength: tagBytes,
  })
  decipher.setAAD(bytes.subarray(0, 1)).setAuthTag(bytes.subarray(-tagBytes))
  const body = decipher.update(bytes.subarray(1 + nonceBytes, -tagBytes))
  try {
    decipher.final()
    return body
  } catch {
    return undefined
  }
}

/** The receipt of a token; undefined when no intake of this department made it. */
export const parseReceiptToken = (receiptsKey: Uint8Array, token: string): Receipt | undefined => {
  if (!/^[A-Za-z0-9_-]{200,500}$/.test(token)) return undefined
  const bytes = Buffer.from(token, 'base64url')
  if (bytes[0] !== version || bytes.toString('base64url') !== token) return undefined
  const body = opened(receiptsKey, bytes)
  if (!body) return undefined
  return {
    store: uuidText(body, 0),
    eventId: uuidText(body, 16),
    submission: uuidText(body, 32),
    digest: body.subarray(48, fixedBytes).toString('hex'),
    stream: body.subarray(fixedBytes).toString('utf8').replace(/\0+$/, ''),
  }
}

/** Reads the receipts of the departments whose receipts keys are here; undefined for any other token. */
export const receiptReader =
  (receiptsKeys: Readonly<Partial<Record<SubmittingDepartment, Uint8Array>>>) =>
  (token: string): ReadReceipt | undefined => {
    for (const department of submittingDepartments) {
      const key = receiptsKeys[department]
      const receipt = key && parseReceiptToken(key, token)
      if (receipt) return { ...receipt, department }
    }
    return undefined
  }
