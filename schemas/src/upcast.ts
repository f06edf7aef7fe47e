import { lookUpType } from './catalogue.ts'
import type { EventDefinition } from './define-event.ts'

/** Today's reading of a stored type and its data. Unknown types stay opaque: `definition` is undefined, the data as stored. */
export const upcast = (
  type: string,
  data: Record<string, unknown>,
): { definition: EventDefinition | undefined; data: Record<string, unknown> } => {
  const entry = lookUpType(type)
  if (!entry?.earlier) return { definition: entry?.definition, data }
  let current = data
  for (const step of entry.definition.earlier.filter((earlier) => earlier.version >= entry.version))
    current = step.upcast(current)
  return { definition: entry.definition, data: current }
}
