import type { Checks } from './fault.ts'

type Check = Checks[string]

const both =
  (one: Check | undefined, other: Check): Check =>
  (data, envelopeTime) => [...(one?.(data, envelopeTime) ?? []), ...other(data, envelopeTime)]

/** The checks of several topics as one. A type that two of them check must pass both. */
export const allChecks = (...topics: readonly Checks[]): Checks => {
  const joined: Record<string, Check> = {}
  for (const topic of topics)
    for (const [name, check] of Object.entries(topic)) joined[name] = both(joined[name], check)
  return joined
}
