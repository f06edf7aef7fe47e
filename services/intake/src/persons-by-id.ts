import { personIdOfCitizenNumber } from '@hub/schemas/format/stream-name.ts'

/** A copy of the data in which every `{ citizenNumber }` has become `{ personId }`. */
export const personsById = (value: unknown, personsKey: Uint8Array): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((member) => personsById(member, personsKey))
  const entries = Object.entries(value)
  if (entries.length === 1 && entries[0]![0] === 'citizenNumber' && typeof entries[0]![1] === 'string')
    return { personId: personIdOfCitizenNumber(personsKey, entries[0]![1]) }
  return Object.fromEntries(entries.map(([key, member]) => [key, personsById(member, personsKey)]))
}
