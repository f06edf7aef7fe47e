import type { PersonKey } from '@hub/keys/person-keys.ts'
import type { EventDefinition } from '@hub/schemas/define-event.ts'
import type { StoredData } from '@hub/schemas/envelope.ts'

export type SealEvent = (
  definition: Pick<EventDefinition, 'personalFields'>,
  eventId: string,
  data: Record<string, unknown>,
  keys: ReadonlyMap<string, PersonKey>,
) => StoredData
