import { personIdOfCitizenNumber } from '@hub/schemas/format/stream-name.ts'

/** A copy of the data (which `refusedJson` has let through) in which every `{ citizenNumber }` has become `{ personId }`. */
export const personsById = (value: unknown, personsKey: Uint8Array): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((member) => personsById(member, personsKey))
  const keys = Object.keys(value)
  const data = value as Record<string, unknown>
  if (keys.length === 1 && typeof data.citizenNumber === 'string')
    return { personId: personIdOfCitizenNumber(personsKey, data.citizenNumber) }
  const copy: Record<string, unknown> = {}
  for (const key of keys) copy[key] = personsById(data[key], personsKey)
  return copy
}
