/** Where the time comes from. A simulated clock is allowed only in a store that was founded so. */
export type Clock = {
  kind: 'real' | 'simulated'
  /** Milliseconds since 1970, UTC. */
  now(): number
}

export const realClock: Clock = { kind: 'real', now: () => Date.now() }

/** A clock that stands still until it is set; it never goes back. */
export type SimulatedClock = Clock & { kind: 'simulated'; set(at: number): void }

/** A simulated clock that starts at `at`. */
export const simulatedClock = (at: number): SimulatedClock => {
  let current = at
  return {
    kind: 'simulated',
    now: () => current,
    set: (to) => {
      if (to < current) throw new RangeError('a simulated clock does not go back')
      current = to
    },
  }
}

/** An instant as the hub writes it: UTC, three decimals. */
export const isoOf = (at: number): string => {
  if (at !== last.at) last = { at, text: new Date(at).toISOString() }
  return last.text
}

// The events of a batch share their time.
let last = { at: 0, text: new Date(0).toISOString() }

/** The clock of a process: the real one, or a simulated one that stands at `simulatedFrom` (ms). */
export const clockFrom = (simulatedFrom: number | undefined): Clock | SimulatedClock =>
  simulatedFrom === undefined ? realClock : simulatedClock(simulatedFrom)

/** Whether a clock can be set. */
export const isSimulated = (clock: Clock): clock is SimulatedClock => clock.kind === 'simulated'
