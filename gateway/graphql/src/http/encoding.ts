import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** Content codings that answers are sent in, the better first. */
const codings = ['br', 'gzip'] as const
export type Coding = (typeof codings)[number]

/** Shorter answers are sent uncompressed. Counted in UTF-16 units, none of which takes less than a byte. */
const leastBytes = 1_024

/** The best coding that an Accept-Encoding header allows (RFC 9110, 12.5.3); undefined for none. */
export const acceptedCoding = (header: string | undefined): Coding | undefined => {
  if (header === undefined) return undefined
  const weights = new Map(
    header.split(',').map((part) => {
      const [coding = '', ...parameters] = part.split(';').map((text) => text.trim().toLowerCase())
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
      return [coding, weight === undefined ? 1 : Number(weight)] as const
    }),
  )
  const weightOf = (coding: Coding) => weights.get(coding) ?? weights.get('*') ?? 0
  const [best] = [...codings].sort((first, second) => weightOf(second) - weightOf(first))
  return best && weightOf(best) > 0 ? best : undefined
}

const deflate = {
  // Level 4 of 11: near gzip's speed, and smaller.
  br: (body: Uint8Array) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
  gzip: (body: Uint8Array) => promisify(gzip)(body),
} satisfies Record<Coding, (body: Uint8Array) => Promise<Uint8Array>>

/** A body as it is sent, and in which coding. */
export const encoded = async (
  body: string,
  acceptEncoding: string | undefined,
): Promise<{ body: string | Uint8Array; coding?: Coding }> => {
  const coding = body.length < leastBytes ? undefined : acceptedCoding(acceptEncoding)
  return coding === undefined ? { body } : { body: await deflate[coding](Buffer.from(body)), coding }
}
