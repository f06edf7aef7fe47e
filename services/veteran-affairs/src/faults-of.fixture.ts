import { checks } from './checks.ts'

type Data = Record<string, unknown>

/** What the checks find wrong with an event: the code and the field of each fault. */
export const faults = (name: string, data: Data, time = '2025-03-01T00:00:00.000Z'): string[] =>
  checks[name]!({ region: '430302', ...data }, time).map(({ code, pointer }) => `${code} ${pointer}`)

/** The Chinese message of the first fault. */
export const messageOf = (name: string, data: Data, time = '2025-03-01T00:00:00.000Z'): string =>
  checks[name]!({ region: '430302', ...data }, time)[0]?.messageZh ?? ''
