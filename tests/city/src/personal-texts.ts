import type { SampleCity } from './sample-city.ts'

const named = (value: unknown): string[] =>
  typeof value === 'object' && value !== null && 'name' in value ? [String(value.name)] : []

/** Fields of an event's data that hold names of people, alone or in a list. */
const nameFields = ['spouse', 'member', 'guardian', 'payee'] as const

const namesIn = (type: string, data: Record<string, unknown>): string[] => [
  ...nameFields.flatMap((field) => named(data[field])),
  ...(Array.isArray(data.members) ? data.members.flatMap(named) : []),
  ...(type.includes('Registered.') && typeof data.name === 'string' ? [data.name] : []),
  ...(type.includes('NameChanged') ? [String(data.from), String(data.to)] : []),
]

/**
 * Texts of the city that must stand nowhere in the clear: citizen numbers, phones, accounts, and names of three
 * characters (shorter ones could stand in any text by chance).
 */
export const personalTexts = ({ veterans, families, submissions }: SampleCity): ReadonlySet<string> => {
  const said = submissions.flatMap(({ event: { type, data } }) => [
    ...namesIn(type, data).filter((name) => name.length >= 3),
    ...[data.phone, data.accountToken].filter((text) => typeof text === 'string'),
  ])
  return new Set([...veterans, ...families].map(({ citizenNumber }) => citizenNumber).concat(said))
}
