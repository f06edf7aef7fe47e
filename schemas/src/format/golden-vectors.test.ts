import { describe, expect, it } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import { admissionOf, contentDigestOf, digestText, isAdmission } from './content-digest.ts'
import { eventIdOf, hubNamespace } from './event-id.ts'
import golden from './golden-vectors.json' with { type: 'json' }
import { deriveHubKeys } from './hub-keys.ts'
import { leafHash, leafText } from './leaf.ts'
import { isPosition, positionOfSequence, sequenceOfPosition } from './position.ts'
import { parseReceiptToken, receiptToken } from './receipt.ts'
import { citizenNumbersIn, KeyRepeated, NumberNotCarried, parseJson, refusedJson } from './refused-json.ts'
import {
  base32,
  foundingStream,
  identityStream,
  isStreamNameOf,
  parseStreamName,
  personIdOfCitizenNumber,
  rejectionStream,
  streamIdOf,
  streamName,
} from './stream-name.ts'

const keys = deriveHubKeys(Buffer.from(golden.hubKey, 'hex'))

describe('format version 1', () => {
  it('derives the same keys from the hub key', () => {
    const hex = Object.entries(keys).map(([name, key]) => [name, typeof key === 'string' ? key : key.toString('hex')])
    expect(Object.fromEntries(hex)).toEqual(golden.hubKeys)
    expect(() => deriveHubKeys(new Uint8Array(31))).toThrow(RangeError)
  })

  it('gives the same event ids', () => {
    expect(hubNamespace).toBe(golden.hubNamespace)
    for (const { source, id, subject, eventId } of golden.eventIds) expect(eventIdOf(source, id, subject)).toBe(eventId)
  })

  it.each(golden.digests)('gives the same digest and admission to $input.type', (vector) => {
    expect(digestText(vector.input)).toBe(vector.text)
    expect(canonicalJson({ ...vector.input, data: JSON.parse(vector.input.data) })).toBe(vector.text)
    expect(contentDigestOf(vector.input)).toBe(vector.contentDigest)
    expect(admissionOf(keys.admission, vector.contentDigest)).toBe(vector.admission)
    expect(isAdmission(keys.admission, vector.contentDigest, vector.admission)).toBe(true)
    expect(isAdmission(keys.receipts, vector.contentDigest, vector.admission)).toBe(false)
    expect(isAdmission(keys.admission, vector.contentDigest, '')).toBe(false)
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
    const { founding, rejection, identity, person } = golden.streamNames
    expect(foundingStream).toBe(founding)
    expect(rejectionStream(rejection.submission)).toBe(rejection.stream)
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
      expect(receiptToken(keys.receipts, receipt)).toBe(token)
      expect(parseReceiptToken(keys.receipts, token)).toEqual(receipt)
      expect(parseReceiptToken(keys.admission, token)).toBeUndefined()
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
