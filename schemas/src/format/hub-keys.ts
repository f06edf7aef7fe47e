import { createHash, hkdfSync } from 'node:crypto'
import { type Speaker, type SubmittingDepartment, speakers, submittingDepartments } from '../department.ts'

/** The keys that the hub key gives, 32 bytes each; a process is handed only those that it needs. */
export type HubKeys = {
  /** Person ids from citizen numbers. */
  persons: Uint8Array
  /** Stream ids from `[source, local id]`. */
  localIds: Uint8Array
  /** Admissions, a key for each who speaks. */
  admission: Readonly<Record<Speaker, Uint8Array>>
  /** Receipts, a key for each department. */
  receipts: Readonly<Record<SubmittingDepartment, Uint8Array>>
  /** Search tokens in the views. */
  search: Uint8Array
  /** Cursors of the gateways' lists. */
  cursors: Uint8Array
  /** Boxes around messages that could not be recorded. */
  rejections: Uint8Array
  /** SHA-256 of the hub key under a prefix, hex: what `hub.Founded` keeps. */
  fingerprint: string
}

const byName = <Name extends string>(names: readonly Name[], derive: (name: Name) => Uint8Array) =>
  Object.fromEntries(names.map((name) => [name, derive(name)])) as Record<Name, Uint8Array>

/** Derives the hub's keys by HKDF-SHA-256. `hubKey` is 32 bytes and is never rotated. */
export const deriveHubKeys = (hubKey: Uint8Array): HubKeys => {
  if (hubKey.length !== 32) throw new RangeError('the hub key has 32 bytes')
  const derive = (purpose: string) => new Uint8Array(hkdfSync('sha256', hubKey, '', `veterans-hub/v1/${purpose}`, 32))
  return {
    persons: derive('persons'),
    localIds: derive('local-ids'),
    admission: byName(speakers, (speaker) => derive(`admission/${speaker}`)),
    receipts: byName(submittingDepartments, (department) => derive(`receipts/${department}`)),
    search: derive('search'),
    cursors: derive('cursors'),
    rejections: derive('rejections'),
    fingerprint: createHash('sha256').update('veterans-hub/v1/fingerprint').update(hubKey).digest('hex'),
  }
}
