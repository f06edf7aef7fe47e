/** A place in the log of one store: 32 hex digits, commit ‖ prepare, ordered as text. Nobody subtracts positions. */
export type Position = string

/** The position before the first event. */
export const startPosition: Position = '0'.repeat(32)

/** The embedded store's position of a sequence number (`sequence ‖ sequence`). */
export const positionOfSequence = (sequence: number): Position => {
  const half = sequence.toString(16).padStart(16, '0')
  return half + half
}

/** The embedded store's sequence number of a position. */
export const sequenceOfPosition = (position: Position): number => Number.parseInt(position.slice(0, 16), 16)

export const isPosition = (text: string): boolean => /^[0-9a-f]{32}$/.test(text)
