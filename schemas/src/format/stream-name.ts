import { hmacSha256 } from './keyed-hash.ts'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** RFC 4648 base32, lower case, no padding. */
export const base32 = (bytes: Uint8Array): string => {
  let text = ''
  let buffer = 0
  let bits = 0
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet[(buffer >>> bits) & 31]
    }
    buffer &= (1 << bits) - 1
  }
  return bits > 0 ? text + alphabet[(buffer << (5 - bits)) & 31] : text
}

/** 128 bits of the keyed hash. */
const keyedId = (key: Uint8Array, text: string) => base32(Buffer.from(hmacSha256(key, text).slice(0, 32), 'hex'))

/** The person id of a citizen number of 18 characters: version prefix `1` and 128 bits of the keyed hash in base32. */
export const personIdOfCitizenNumber = (personsKey: Uint8Array, citizenNumber: string): string =>
  `1${keyedId(personsKey, citizenNumber)}`

/** The id of what a source calls `localId`; two systems' 'fair 12' never meet. */
export const streamIdOf = (localIdsKey: Uint8Array, source: string, localId: string): string =>
  // An array of strings is in RFC 8785 form as it is.
  keyedId(localIdsKey, JSON.stringify([source, localId]))

/** What stands open in the place of a text that would tell too much: 26 characters, the same for the same text. */
export const openTokenOf = (localIdsKey: Uint8Array, text: string): string =>
  // One member, where the name of a stream has two: the two never meet.
  keyedId(localIdsKey, JSON.stringify([text]))

/** What stands open in the place of a number that tells things of a kind apart; the same digits of another kind give another. */
export const numberTokenOf = (localIdsKey: Uint8Array, kind: string, number: string): string =>
  // Three members, as neither the name of a stream nor the hash of a text has.
  keyedId(localIdsKey, JSON.stringify(['number', kind, number]))

export const streamName = (category: string, id: string): string => `${category}-${id}`

/** Category and id of a stream name; a text without a dash is all category. */
export const parseStreamName = (stream: string): { category: string; id: string } => {
  const dash = stream.indexOf('-')
  if (dash < 0) return { category: stream, id: '' }
  return { category: stream.slice(0, dash), id: stream.slice(dash + 1) }
}

const hubStreamName = /^([a-z]+)-(1?[a-z2-7]{26})$/

/** Whether a text is a stream name that the hub gave, of this category. */
export const isStreamNameOf = (category: string, text: string): boolean => hubStreamName.exec(text)?.[1] === category

/** The stream that holds `hub.Founded`, and nothing else. */
export const foundingStream = 'hub-founding'

/** The stream of a department's submission that was admitted and could not be recorded. */
export const rejectionStream = (department: string, submission: string): string =>
  `rejection-${department}-${submission}`

/** The stream of what stood in a topic's partition and was admitted by no intake of it. */
export const junkStream = (topic: string, partition: number): string => `junk-${topic}-${partition}`

/** The stream of the link between two persons, named by the smaller id. */
export const identityStream = (one: string, other: string): string => `identity-${one < other ? one : other}`
