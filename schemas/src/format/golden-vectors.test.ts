import { describe, expect, it } from 'vitest'
import type { Speaker, SubmittingDepartment } from '../department.ts'
import { type Metadata, metadataText } from '../envelope.ts'
import { admissionOf, admissionText, admissionVerifier, recordingOf, recordingText } from './admission.ts'
import { canonicalJson } from './canonical-json.ts'
import { contentDigestOf, digestText } from './content-digest.ts'
import { eventIdOf, hubNamespace } from './event-id.ts'
import golden from './golden-vectors.json' with { type: 'json' }
import { deriveHubKeys } from './hub-keys.ts'
import { leafHash, leafText } from './leaf.ts'
import { citizenNumbersIn } from './misplaced-numbers.ts'
import { isPosition, positionOfSequence, sequenceOfPosition } from './position.ts'
import { parseReceiptToken, receiptReader, receiptToken } from './receipt.ts'
import { KeyRepeated, NumberNotCarried, parseJson, refusedJson } from './refused-json.ts'
import { storedFaultOf } from './stored-admission.ts'
import {
  base32,
  foundingStream,
  identityStream,
  isStreamNameOf,
  junkStream,
  parseStreamName,
  personIdOfCitizenNumber,
  rejectionStream,
  streamIdOf,
  streamName,
} from './stream-name.ts'

const keys = deriveHubKeys(Buffer.from(golden.hubKey, 'hex'))

describe('format version 1', () => {
  it('derives the same keys from the hub key', () => {
    const hex = (key: unknown): unknown =>
      key instanceof Uint8Array
        ? Buffer.from(key).toString('hex')
        : typeof key === 'object' && key !== null
          ? Object.fromEntries(Object.entries(key).map(([name, inner]) => [name, hex(inner)]))
          : key
    expect(hex(keys)).toEqual(golden.hubKeys)
    expect(() => deriveHubKeys(new Uint8Array(31))).toThrow(RangeError)
  })

  it('gives the same event ids', () => {
    expect(hubNamespace).toBe(golden.hubNamespace)
    for (const { source, id, subject, eventId } of golden.eventIds) expect(eventIdOf(source, id, subject)).toBe(eventId)
  })

  it.each(golden.digests)('gives the same digest to $input.type', (vector) => {
    expect(digestText(vector.input)).toBe(vector.text)
    expect(canonicalJson({ ...vector.input, data: JSON.parse(vector.input.data) })).toBe(vector.text)
    expect(contentDigestOf(vector.input)).toBe(vector.contentDigest)
  })

  it.each(golden.admissions)('gives the same admission to what $speaker says', ({ speaker, said, text, admission }) => {
    expect(admissionText(said)).toBe(text)
    expect(canonicalJson(said)).toBe(text)
    expect(admissionOf(keys.admission[speaker as Speaker], said)).toBe(admission)
    expect(admissionVerifier(keys.admission).admissionFault(speaker, said, admission)).toBeUndefined()
  })

  it('gives the same recordings', () => {
    for (const { recorded, text, recording } of golden.recordings) {
      expect(recordingText(recorded)).toBe(text)
      expect(recordingOf(keys.admission['hub/recorder'], recorded)).toBe(recording)
    }
  })

  it.each(golden.storedEvents)('takes the stored $event.type for true, and none with a byte changed', ({ event }) => {
    const verifier = admissionVerifier(keys.admission)
    expect(storedFaultOf(verifier, event)).toBeUndefined()
    expect(metadataText(JSON.parse(event.metadata))).toBe(event.metadata)
    for (const column of ['id', 'stream', 'type', 'data', 'metadata'] as const)
      for (let at = 0; at < event[column].length; at++) {
        const other = event[column][at] === 'x' ? 'y' : 'x'
        const changed = { ...event, [column]: event[column].slice(0, at) + other + event[column].slice(at + 1) }
        if (storedFaultOf(verifier, changed) === undefined) expect.fail(`${column}, character ${at}`)
      }
    expect(storedFaultOf(verifier, { ...event, revision: event.revision + 1 })).toBe('ALTERED')
  })

  it("tells what a stored event lacks: an admission, its own speaker's, its content", () => {
    const { event } = golden.storedEvents[0]!
    const verifier = admissionVerifier(keys.admission)
    const metadata = JSON.parse(event.metadata) as Metadata
    const withMetadata = (changes: Partial<Metadata>) =>
      storedFaultOf(verifier, { ...event, metadata: metadataText({ ...metadata, ...changes }) })
    const { contentdigest, receivedtime, submission } = metadata
    const said = { contentdigest, receivedtime, submission, topic: 'civil-affairs' }
    expect(withMetadata({ admission: admissionOf(keys.admission.finance, said) })).toBe('OF_ANOTHER')
    expect(withMetadata({ admission: undefined as never })).toBe('MISSING')
    expect(withMetadata({ recording: undefined })).toBe('MISSING')
    expect(withMetadata({ sequence: '1' })).toBe('ALTERED')
    expect(withMetadata({ origin: 'finance/0/1' })).toBe('ALTERED')
    expect(storedFaultOf(verifier, { ...event, metadata: '{' })).toBe('ALTERED')
    expect(storedFaultOf(verifier, { ...event, metadata: '[]' })).toBe('ALTERED')
  })

  it('gives the same person ids', () => {
    for (const { citizenNumber, personId } of golden.personIds)
      expect(personIdOfCitizenNumber(keys.persons, citizenNumber)).toBe(personId)
  })

  it('gives the same ids to what a source calls by its own number', () => {
    for (const { source, localId, streamId } of golden.streamIds)
      expect(streamIdOf(keys.localIds, source, localId)).toBe(streamId)
  })

  it('writes base32 the same', () => {
    for (const { hex, text } of golden.base32) expect(base32(Buffer.from(hex, 'hex'))).toBe(text)
  })

  it('names the streams the same', () => {
    const { founding, rejection, junk, identity, person } = golden.streamNames
    expect(foundingStream).toBe(founding)
    expect(rejectionStream(rejection.department, rejection.submission)).toBe(rejection.stream)
    expect(junkStream(junk.topic, junk.partition)).toBe(junk.stream)
    expect(identityStream(identity.one, identity.other)).toBe(identity.stream)
    expect(identityStream(identity.other, identity.one)).toBe(identity.stream)
    expect(streamName('person', person.id)).toBe(person.stream)
    expect(parseStreamName(person.stream)).toEqual({ category: 'person', id: person.id })
    expect(isStreamNameOf('person', person.stream)).toBe(true)
    expect(isStreamNameOf('fair', person.stream)).toBe(false)
  })

  it('writes positions the same', () => {
    for (const { sequence, position } of golden.positions) {
      expect(positionOfSequence(sequence)).toBe(position)
      expect(sequenceOfPosition(position)).toBe(sequence)
      expect(isPosition(position)).toBe(true)
    }
  })

  it('makes the same receipt tokens, and reads them back', () => {
    for (const { receipt, token } of golden.receipts) {
      const { department, ...told } = receipt
      const of = department as SubmittingDepartment
      expect(receiptToken(keys.receipts[of], told)).toBe(token)
      expect(parseReceiptToken(keys.receipts[of], token)).toEqual(told)
      expect(parseReceiptToken(keys.receipts[of === 'hr' ? 'finance' : 'hr'], token)).toBeUndefined()
      expect(receiptReader(keys.receipts)(token)).toEqual(receipt)
    }
  })

  it('hashes the same leaves', () => {
    for (const { input, text, hash } of golden.leaves) {
      expect(leafText(input)).toBe(text)
      expect(leafHash(input)).toBe(hash)
    }
  })

  it('writes RFC 8785 the same', () => {
    for (const { text, canonical } of golden.canonical) expect(canonicalJson(parseJson(text))).toBe(canonical)
  })

  it('refuses the same JSON', () => {
    for (const { text, refused } of golden.refused) expect(refusedJson(parseJson(text))).toEqual(refused)
    for (const { text, refused } of golden.citizenNumbers) expect(citizenNumbersIn(parseJson(text))).toEqual(refused)
    for (const text of golden.keysRepeated) expect(() => parseJson(text)).toThrow(KeyRepeated)
    for (const text of golden.numbers.carried) expect(() => parseJson(text)).not.toThrow()
    for (const text of golden.numbers.notCarried) expect(() => parseJson(text)).toThrow(NumberNotCarried)
  })
})
