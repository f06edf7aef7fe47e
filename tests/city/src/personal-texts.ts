import { lookUpType } from '@hub/schemas/catalogue.ts'
import type { SampleCity } from './sample-city.ts'

const named = (value: unknown): string[] =>
  typeof value === 'object' && value !== null && 'name' in value ? [String(value.name)] : []

/** Fields of an event's data that hold names of people, alone or in a list. */
const nameFields = ['spouse', 'member', 'guardian', 'payee'] as const

const namesIn = (type: string, data: Record<string, unknown>): string[] => [
  ...nameFields.flatMap((field) => named(data[field])),
  ...(Array.isArray(data.members) ? data.members.flatMap(named) : []),
  ...(type.includes('Registered.') && data.person !== undefined && typeof data.name === 'string' ? [data.name] : []),
  ...(type.includes('NameChanged') ? [String(data.from), String(data.to)] : []),
]

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** Words of sealed fields that no event has in the open: of health, kin, prison, pensions, work. */
const sealedWords = (submissions: SampleCity['submissions']): string[] => {
  const [sealed, open] = [new Set<string>(), new Set<string>()]
  for (const { event } of submissions) {
    const entry = lookUpType(event.type)
    const marks = entry?.earlier ?? entry?.definition
    const whole = new Set(marks?.openFields.map(({ field }) => field))
    const named = marks?.personField !== undefined && (event.data[marks.personField] ?? false)
    for (const [field, value] of Object.entries(event.data))
      for (const text of textsIn(value)) (named && !whole.has(field) ? sealed : open).add(text)
  }
  const openText = [...open].join('\n')
  return [...sealed].filter((text) => /\p{Script=Han}{3,}/u.test(text) && !openText.includes(text))
}

/**
 * Texts of the city that must stand nowhere in the clear: citizen numbers, phones, accounts, names of three characters
 * (shorter ones could stand in any text by chance), and the words of sealed fields.
 */
export const personalTexts = ({ veterans, families, submissions }: SampleCity): ReadonlySet<string> => {
  const said = submissions.flatMap(({ event: { type, data } }) => [
    ...namesIn(type, data).filter((name) => name.length >= 3),
    ...[data.phone, data.accountToken].filter((text) => typeof text === 'string'),
  ])
  const numbers = [...veterans, ...families].map(({ citizenNumber }) => citizenNumber)
  return new Set([...numbers, ...said, ...sealedWords(submissions)])
}
