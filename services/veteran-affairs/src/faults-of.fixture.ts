import { faultsOfEvents } from '@hub/intake/rules/event-faults.fixture.ts'
import { checks } from './checks.ts'

type Data = Record<string, unknown>

const faultsOf = faultsOfEvents('veteran-affairs', checks)

/** What speaks against an event: the code and the field of each fault. */
export const faults = (name: string, data: Data, time?: string): string[] =>
  faultsOf(name, { region: '430302', ...data }, time).map(({ code, pointer }) => `${code} ${pointer}`)

/** The Chinese message of the first fault. */
export const messageOf = (name: string, data: Data, time?: string): string =>
  faultsOf(name, { region: '430302', ...data }, time)[0]?.messageZh ?? ''
