import type { EventHead } from '@hub/file/fact.ts'

const typeNames = new Map<string, string>()

/** Remembers the GraphQL type of an event type. */
export const nameEventType = (department: string, name: string, typeName: string): void => {
  typeNames.set(`${department}.${name}`, typeName)
}

/** The GraphQL type of an event: the one generated for it, or `UnknownEvent`. */
export const eventTypeName = ({ department, name, definition }: EventHead): string =>
  (definition && typeNames.get(`${department}.${name}`)) ?? 'UnknownEvent'
