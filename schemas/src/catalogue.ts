import { civilAffairsEvents } from './civil-affairs/events.ts'
import type { EarlierVersion, EventDefinition } from './define-event.ts'
import type { Department } from './department.ts'
import { financeEvents } from './finance/events.ts'
import { hrEvents } from './hr/events.ts'
import { hubEvents } from './hub/events.ts'
import { veteranAffairsEvents } from './veteran-affairs/events.ts'

/** Every event type of the hub, in the order of the vocabulary. */
export const catalogue: readonly EventDefinition[] = [
  ...veteranAffairsEvents,
  ...civilAffairsEvents,
  ...financeEvents,
  ...hrEvents,
  ...hubEvents,
] as unknown as readonly EventDefinition[]

/** A type as a sender or a stored event names it: its definition, and the version meant. */
export type CatalogueEntry = {
  definition: EventDefinition
  version: number
  /** Set when the version is not today's. */
  earlier: EarlierVersion | undefined
}

const entries = new Map<string, CatalogueEntry>()
for (const definition of catalogue) {
  entries.set(definition.type, { definition, version: definition.version, earlier: undefined })
  for (const earlier of definition.earlier)
    entries.set(`${definition.department}.${definition.name}.v${earlier.version}`, {
      definition,
      version: earlier.version,
      earlier,
    })
}

/** The catalogue's entry of `<department>.<Name>.v<n>`; undefined for a type or version that this hub does not know. */
export const lookUpType = (type: string): CatalogueEntry | undefined => entries.get(type)

/** Every definition of a department. */
export const eventsOf = (department: Department): readonly EventDefinition[] =>
  catalogue.filter((definition) => definition.department === department)

const owners = new Map<string, Department>()
for (const { category, department } of catalogue) if (!owners.has(category)) owners.set(category, department)

/** Whose local numbers a category has: the department that opens such streams, first in the vocabulary's order. */
export const ownerOf = (category: string): Department | undefined => owners.get(category)

/** Department, name and version of a type's text; undefined when it is not of that form. */
export const parseType = (type: string): { department: string; name: string; version: number } | undefined => {
  const match = /^([a-z-]+)\.([A-Za-z]+)\.v(\d+)$/.exec(type)
  return match ? { department: match[1]!, name: match[2]!, version: Number(match[3]) } : undefined
}
