import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'

/** What a leaf covers; never position or created time, which change when a log is copied. */
export type LeafInput = {
  id: string
  stream: string
  revision: number
  type: string
  data: unknown
  metadata: unknown
}

/** The bytes of a leaf: RFC 8785 of `{ id, stream, revision, type, data, metadata }`. */
export const leafText = ({ id, stream, revision, type, data, metadata }: LeafInput): string =>
  canonicalJson({ id, stream, revision, type, data, metadata })

/** The leaf hash, hex: SHA-256 over 0x00 and the leaf's bytes (RFC 6962, 2.1). */
export const leafHash = (input: LeafInput): string =>
  createHash('sha256').update(Uint8Array.of(0)).update(leafText(input)).digest('hex')
