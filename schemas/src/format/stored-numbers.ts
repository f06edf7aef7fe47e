import { lookUpType } from '../catalogue.ts'
import { isHubSource } from '../envelope.ts'
import { isKeyedHash } from '../open-field.ts'
import { mayHoldNumber } from './may-hold-number.ts'
import { personalNumbersIn } from './misplaced-numbers.ts'
import { type PersonalNumber, personalNumberIn } from './personal-numbers.ts'

const hex = /^[0-9a-f]{64}$/

/** What services of the hub compute, by the name of the attribute, and its form. */
const computedAttributes: Readonly<Record<string, RegExp>> = {
  admission: hex,
  contentdigest: hex,
  origin: /^[a-z-]+\/[0-9]+\/[0-9]+$/,
  recording: hex,
  submission: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
}

/** The three of them that most of metadata is. In what somebody sent the quotation marks would be escaped. */
const hashStarts = ['"admission":"', '"contentdigest":"', '"recording":"']

/** Whether metadata may hold a number outside these three. */
const mayHoldOutsideHashes = (metadata: string): boolean => {
  let from = 0
  for (const hashStart of hashStarts) {
    const start = metadata.indexOf(hashStart, from)
    if (start < 0) continue
    if (mayHoldNumber(metadata, from, start)) return true
    from = metadata.indexOf('"', start + hashStart.length)
  }
  return mayHoldNumber(metadata, from)
}

const boxStart = '"sealed":{"box":"'

/** Whether data may hold a number outside the box of its person: most of it is that, in base64url. */
const mayHoldOutsideBox = (data: string): boolean => {
  const start = data.indexOf(boxStart)
  if (start < 0) return mayHoldNumber(data)
  const from = start + boxStart.length
  return mayHoldNumber(data, 0, from) || mayHoldNumber(data, data.indexOf('"', from))
}

/** What the hub boxes, hashes or counts in the data of its own events, by field. */
const computedFields = new Set([
  'boxedMessage',
  'countedTo',
  'eventId',
  'hubKeyFingerprint',
  'messageSha256',
  'offset',
  'position',
  'store',
])

/** The name of a person or a stream that the hub has given: a keyed hash. */
const hashedName = /^(?:[a-z]+-)?1?[a-z2-7]{26}$/

/** A value as somebody said it: without names that the hub has given, and without these fields. */
const saidIn = (value: unknown, computed: ReadonlySet<string>): unknown => {
  if (typeof value === 'string') return hashedName.test(value) ? '' : value
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => saidIn(item, computed))
  const said = Object.entries(value).filter(([field]) => !computed.has(field))
  return Object.fromEntries(said.map(([field, item]) => [field, saidIn(item, computed)]))
}

const numberInData = (type: string, text: string): PersonalNumber | undefined => {
  const { sealed: _box, ...open } = JSON.parse(text) as Record<string, unknown>
  const definition = lookUpType(type)?.definition
  const hashed = (definition?.openFields ?? []).flatMap(({ field, as }) => (isKeyedHash(as) ? [field] : []))
  const computed = definition?.department === 'hub' ? computedFields : new Set(hashed)
  return personalNumbersIn(saidIn(open, computed))[0]?.reason
}

const numberInMetadata = (text: string): PersonalNumber | undefined => {
  const attributes = Object.entries(JSON.parse(text) as Record<string, unknown>)
  const isHubs = attributes.some(([name, value]) => name === 'source' && isHubSource(String(value)))
  const said = attributes.filter(
    // The hub derives the ids of its own events from what is decided.
    ([name, value]) => !computedAttributes[name]?.test(String(value)) && !(isHubs && name === 'id'),
  )
  return personalNumbersIn(Object.fromEntries(said))[0]?.reason
}

/**
 * The kind of a personal number that would lie open in the store with an event of this stream; undefined where there is none.
 * What the hub itself has boxed, hashed or counted is left out by its field and form. `data` and `metadata` are RFC 8785 texts
 * of objects.
 */
export const storedNumberIn = (
  stream: string,
  { type, data, metadata }: { type: string; data: string; metadata: string },
): PersonalNumber | undefined => {
  const inStream = hashedName.test(stream) ? undefined : personalNumberIn(stream)
  return (
    inStream ??
    personalNumberIn(type) ??
    (mayHoldOutsideBox(data) ? numberInData(type, data) : undefined) ??
    (mayHoldOutsideHashes(metadata) ? numberInMetadata(metadata) : undefined)
  )
}
