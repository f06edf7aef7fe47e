/** A person's key: 32 bytes under a version (1 to 255). */
export type PersonKey = { version: number; key: Uint8Array }

/** The keys that seal personal data, one a person. */
export type PersonKeys = {
  /** Keys of these persons, made where missing; durable before it resolves. A destroyed key is not made again: it is missing in the answer. */
  ensure(personIds: readonly string[]): Promise<ReadonlyMap<string, PersonKey>>
  /** Keys that are there; a person without one was never here, or is erased. */
  find(personIds: readonly string[]): Promise<ReadonlyMap<string, PersonKey>>
  close(): Promise<void>
}

export class KeysUnavailable extends Error {
  override name = 'KeysUnavailable'
}
