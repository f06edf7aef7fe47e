import type { PersonKey } from '@hub/sealing/person-key.ts'

/** The keys that seal personal data, one a person. */
export type PersonKeys = {
  /** Keys of these persons, made where missing; durable before it resolves. A destroyed key is not made again: it is missing in the answer. */
  ensure(personIds: readonly string[]): Promise<ReadonlyMap<string, PersonKey>>
  /** Keys that are there; a person without one was never here, or is erased. */
  find(personIds: readonly string[]): Promise<ReadonlyMap<string, PersonKey>>
  /** Those of these persons of whom nothing is kept, neither a key nor that one was destroyed: `ensure` would make them. */
  unseen(personIds: readonly string[]): Promise<readonly string[]>
  close(): Promise<void>
}

/** Rewraps what is kept under a newer master key, while others read and make keys. */
export type Rewrapping = {
  /** Version of the master key that new keys are wrapped under. */
  masterVersion(): Promise<number>
  /** From here on new keys are wrapped under this version, which must be known and newer. */
  takeUp(version: number): Promise<void>
  /** How many keys are wrapped under older versions. */
  waiting(): Promise<number>
  /** Rewraps at most so many; answers how many it did, 0 when none waits. */
  rewrapSome(most: number): Promise<number>
  /** Drops the older versions; throws while a key waits. */
  dropOlder(): Promise<void>
}

/** Person keys where they are kept. */
export type KeptPersonKeys = PersonKeys &
  Rewrapping & {
    /** Erases a person for good: the key is overwritten and never made again. */
    destroy(personId: string): Promise<void>
  }

/** Keys can't be had: the engine does not answer, or what is kept does not open under the master key. */
export class KeysUnavailable extends Error {
  override name = 'KeysUnavailable'
}
