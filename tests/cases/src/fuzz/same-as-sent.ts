import assert from 'node:assert/strict'
import { personsById } from '@hub/intake/persons-by-id.ts'
import { sampleHubKeys } from '@hub/intake/sample-intake.fixture.ts'
import { lookUpType } from '@hub/schemas/catalogue.ts'
import type { ReadBack } from './fuzzed-intakes.ts'

type Json = Record<string, unknown>

const holderAt = (value: unknown, path: readonly string[]): Json | undefined => {
  const holder = path.slice(0, -1).reduce<unknown>((at, step) => (at as Json | undefined)?.[step], value)
  return typeof holder === 'object' && holder !== null ? (holder as Json) : undefined
}

const without = (value: unknown, paths: readonly (readonly string[])[]): unknown => {
  const copy = structuredClone(value)
  for (const path of paths) delete holderAt(copy, path)?.[path.at(-1)!]
  return copy
}

/** References: in the place of a local number the hub has the name of a stream. */
const referencesOf = (type: string): readonly (readonly string[])[] => {
  const entry = lookUpType(type)
  return ((entry?.earlier ?? entry?.definition)?.references ?? []).map(({ field }) => field.split('.'))
}

/** Letters of a name, whatever stands between them. */
const lettersOf = (name: unknown) =>
  typeof name === 'string' ? name.normalize('NFKC').replaceAll(/[^\p{L}\p{N}\p{M}]/gu, '') : name

/** A notice of an accepted event. */
export type Notice = { code: string; pointer: string }

/**
 * Holds stored data to what was sent. Persons are known by their ids, local numbers have become names of streams, and a name whose
 * spelling was changed, and told so, has the same letters.
 */
export const assertSameData = (type: string, sent: unknown, stored: unknown, notices: readonly Notice[] = []): void => {
  const names = notices
    .filter(({ code }) => code === 'NAME_SPELLED')
    .map(({ pointer }) => pointer.slice('/data/'.length).split('/'))
  const apart = [...referencesOf(type), ...names]
  assert.deepEqual(without(stored, apart), without(personsById(sent, sampleHubKeys.persons), apart))
  for (const path of names) {
    const last = path.at(-1)!
    assert.equal(lettersOf(holderAt(stored, path)?.[last]), lettersOf(holderAt(sent, path)?.[last]))
  }
}

const attributes = ['correlationid', 'causationid', 'replaces', 'replacesreason', 'sequence', 'dataschema'] as const

const told = (value: unknown) => (value === null || value === undefined ? undefined : String(value))

/** Holds the attributes of a stored event to those that were sent. */
export const assertSameAttributes = (
  sent: Readonly<Record<string, unknown>>,
  { type, metadata }: Pick<ReadBack, 'type' | 'metadata'>,
): void => {
  assert.equal(type, sent.type)
  assert.equal(metadata.id, sent.id)
  assert.equal(metadata.source, sent.source)
  for (const name of attributes) assert.equal(metadata[name], told(sent[name]), name)
  const at = Date.parse(String(sent.time).toUpperCase().replace(':60', ':59'))
  assert.ok(Math.abs(Date.parse(metadata.time) - at) < 1000, `time: ${String(sent.time)} became ${metadata.time}`)
}
