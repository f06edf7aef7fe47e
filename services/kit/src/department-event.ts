import type { civilAffairsEvents } from '@hub/schemas/civil-affairs/events.ts'
import type { ReplacesReason } from '@hub/schemas/envelope.ts'
import type { financeEvents } from '@hub/schemas/finance/events.ts'
import type { hrEvents } from '@hub/schemas/hr/events.ts'
import type { veteranAffairsEvents } from '@hub/schemas/veteran-affairs/events.ts'
import type { z } from 'zod'

type Definition =
  | (typeof veteranAffairsEvents)[number]
  | (typeof civilAffairsEvents)[number]
  | (typeof financeEvents)[number]
  | (typeof hrEvents)[number]

/** `<department>.<Name>.v<version>` of today's version of each type that a department hands over. */
export type EventType = Definition['type']

type Definitions = { [One in Definition as One['type']]: One }

/** A person id is the hub's own: a sender names a person by the citizen number. */
type AsSent<Value> = Value extends { personId: string }
  ? never
  : Value extends readonly unknown[] | object
    ? { [Key in keyof Value]: AsSent<Value[Key]> }
    : Value

/** The data of a type as a department sends it. */
export type EventData<Type extends EventType> = AsSent<z.input<Definitions[Type]['data']>>

/** `/departments/<department>/<system>` of the department that may say a type. */
export type SourceOf<Type extends EventType> = `/departments/${Definitions[Type]['department']}/${string}`

/** `<source>#<id>` of the first fact. */
type Replaces = `/departments/${string}#${string}`

/**
 * A fact as a department hands it over: a CloudEvent whose data is checked by its type, so that a misspelt field does not
 * compile.
 */
export type DepartmentEvent<Type extends EventType = EventType> = {
  type: Type
  source: SourceOf<Type>
  /** Unique in its source for ever; at most 120 characters, no personal data in it. Default a UUID of version 7. */
  id?: string
  /** When it happened: RFC 3339 with the offset, `2025-03-04T09:30:00+08:00`. */
  time: string
  data: EventData<Type>
  subject?: string
  replaces?: Replaces
  replacesreason?: ReplacesReason
  correlationid?: string
  causationid?: string
  sequence?: string
  traceparent?: string
}
