import type { EventStore, StoredEvent } from '@hub/event-store/event-store.ts'
import type { Metadata } from '@hub/schemas/envelope.ts'
import { type AdmissionFault, type AdmissionVerifier, admissionVerifier } from '@hub/schemas/format/admission.ts'
import { metadataIn, storedFault } from '@hub/schemas/format/stored-admission.ts'

/** What the metadata of a stored event is, or why the event is not folded. */
export type Verified = { metadata: Metadata } | { fault: AdmissionFault }

/** A store of whose events each can be verified: what reads are made from, and views. */
export type VerifiedStore = EventStore & { verified(event: StoredEvent): Verified }

/** Verifies what comes out of a store by the admission keys of all who speak in it. */
export const verifiedStore = (
  store: EventStore,
  admissionKeys: Readonly<Record<string, Uint8Array>>,
): VerifiedStore => {
  const verifier: AdmissionVerifier = admissionVerifier(admissionKeys)
  const verified = (event: StoredEvent): Verified => {
    const metadata = metadataIn(event.metadata)
    const fault = metadata ? storedFault(verifier, event, metadata) : 'ALTERED'
    return metadata && !fault ? { metadata } : { fault: fault ?? 'ALTERED' }
  }
  return { ...store, verified }
}
