/** Every limit of the GraphQL endpoint: its default, and what it holds. The one place where they are said. */
export const limitCatalogue = {
  depth: [12, 'Levels of fields in a query; introspection apart.'],
  tokens: [2_000, 'Tokens of a query’s text.'],
  aliases: [30, 'Aliases in a query.'],
  rootFields: [20, 'Root fields in an operation.'],
  cost: [
    20_000,
    'Cost of an operation: about the number of objects that its answer may hold, heavy fields counting more.',
  ],
  pageSize: [100, 'Items on a page of a list (`first`, `last`), and ids in `nodes`.'],
  operations: [64, 'Queries and mutations that run at once; more are answered 503 with Retry-After.'],
  subscriptions: [1_000, 'Subscriptions that are open at once; more are answered 503 with Retry-After.'],
  milliseconds: [10_000, 'Time of a query or mutation; past it the answer is cut off.'],
  bodyBytes: [1_048_576, 'Bytes of a request’s body.'],
} as const satisfies Record<string, readonly [limit: number, what: string]>

export type Limits = Record<keyof typeof limitCatalogue, number>

export const defaultLimits = Object.fromEntries(
  Object.entries(limitCatalogue).map(([name, [limit]]) => [name, limit]),
) as Limits

/**
 * Limits from JSON such as `{ "cost": 50000 }`; what is not named keeps its default.
 * @throws `Error` that says which name or value can't be used
 */
export const readLimits = (json: string): Limits => {
  let given: unknown
  try {
    given = JSON.parse(json)
  } catch {
    given = undefined
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given))
    throw new Error('limits are a JSON object such as {"cost": 50000}')
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(limitCatalogue, name))
      throw new Error(`there is no such limit; there are ${Object.keys(limitCatalogue).join(', ')}`)
    if (!Number.isSafeInteger(value) || value < 1) throw new Error(`the limit ${name} is a whole number from 1`)
  }
  return { ...defaultLimits, ...given }
}
