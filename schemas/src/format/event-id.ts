import { v5 } from 'uuid'
import { canonicalJson } from './canonical-json.ts'

/** The hub's UUIDv5 namespace. */
export const hubNamespace = '6f8b1f3e-0d6c-5f0a-9c58-5a0c6d1f2b44'

/** The event id of a submission: UUIDv5 of RFC 8785 `[source, id, subject]`; unique in the store by construction. */
export const eventIdOf = (source: string, id: string, subject: string): string =>
  v5(canonicalJson([source, id, subject]), hubNamespace)
