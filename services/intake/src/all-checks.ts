import type { Checks } from './fault.ts'

/** The checks of several topics as one. A type that two of them check must pass both. */
export const allChecks = (...topics: readonly Checks[]): Checks => {
  const joined: Record<string, Checks[string]> = {}
  for (const topic of topics)
    for (const [name, checks] of Object.entries(topic)) joined[name] = { ...joined[name], ...checks }
  return joined
}
