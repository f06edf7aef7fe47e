import { randomBytes } from 'node:crypto'
import type { PersonKey } from '@hub/sealing/person-key.ts'
import { unwrapKey, wrapKey } from './key-wrapping.ts'
import type { MasterKeys } from './master-keys.ts'
import { KeysUnavailable } from './person-keys.ts'

/** A person's key as it is kept: wrapped under a version of the master key. */
export type WrappedKey = { person: string; version: number; master: number; wrapped: Uint8Array }

/** The version of persons' keys that this code makes. */
export const keyVersion = 1

/** What stands where a destroyed key stood. */
export const destroyedBytes = 60

/** A text that only the right master key opens; kept once a version, so that a wrong one is found out before it is used. */
const probeName = (master: number) => `master-${master}`

const keyOf = (masters: MasterKeys, master: number): Uint8Array => {
  const key = masters.of(master)
  if (!key)
    throw new KeysUnavailable(
      `persons' keys are wrapped under version ${master} of the master key, which is not known here: add it to the master keys`,
    )
  return key
}

/** Opens a person's key. @throws {KeysUnavailable} when the master key is unknown or another one */
export const openWrapped = (masters: MasterKeys, { person, version, master, wrapped }: WrappedKey): PersonKey => {
  try {
    return { version, key: unwrapKey(keyOf(masters, master), person, version, wrapped) }
  } catch (cause) {
    if (cause instanceof KeysUnavailable) throw cause
    throw new KeysUnavailable(
      `a person's key does not open under version ${master} of the master key; check the master key`,
      { cause },
    )
  }
}

/** A new key of a person, wrapped. */
export const newWrapped = (
  masters: MasterKeys,
  master: number,
  person: string,
  key: Uint8Array = randomBytes(32),
): WrappedKey => ({
  person,
  version: keyVersion,
  master,
  wrapped: wrapKey(keyOf(masters, master), person, keyVersion, key),
})

/** The same key under another version of the master key. */
export const rewrapped = (masters: MasterKeys, master: number, kept: WrappedKey): WrappedKey => ({
  ...kept,
  master,
  wrapped: wrapKey(keyOf(masters, master), kept.person, kept.version, openWrapped(masters, kept).key),
})

/** What is kept of a version of the master key. */
export const probeOf = (masters: MasterKeys, master: number): Uint8Array =>
  wrapKey(keyOf(masters, master), probeName(master), keyVersion, new Uint8Array(32))

/** Whether the master key of this version is the one that the probe was made with. @throws {KeysUnavailable} */
export const checkProbe = (masters: MasterKeys, master: number, probe: Uint8Array): void => {
  openWrapped(masters, { person: probeName(master), version: keyVersion, master, wrapped: probe })
}
