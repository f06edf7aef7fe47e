import { createHash, hkdfSync } from 'node:crypto'

/** The keys that the hub key gives, 32 bytes each; a process is handed only those that it needs. */
export type HubKeys = {
  /** Person ids from citizen numbers. */
  persons: Buffer
  /** Stream ids from `[source, local id]`. */
  localIds: Buffer
  /** The intake's admission of an event. */
  admission: Buffer
  /** Receipt tokens and cursors. */
  receipts: Buffer
  /** Search tokens in the views. */
  search: Buffer
  /** Boxes around rejected messages. */
  rejections: Buffer
  /** SHA-256 of the hub key under a prefix, hex: what `hub.Founded` keeps. */
  fingerprint: string
}

/** Derives the hub's keys by HKDF-SHA-256. `hubKey` is 32 bytes and is never rotated. */
export const deriveHubKeys = (hubKey: Uint8Array): HubKeys => {
  if (hubKey.length !== 32) throw new RangeError('the hub key has 32 bytes')
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', hubKey, '', `veterans-hub/v1/${purpose}`, 32))
  return {
    persons: derive('persons'),
    localIds: derive('local-ids'),
    admission: derive('admission'),
    receipts: derive('receipts'),
    search: derive('search'),
    rejections: derive('rejections'),
    fingerprint: createHash('sha256').update('veterans-hub/v1/fingerprint').update(hubKey).digest('hex'),
  }
}
