const errorNames: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

/** The name of an error by its number. */
export const biffError = (error: number | undefined): string => errorNames[error ?? -1] ?? '#VALUE!'

/** A number of 30 bits and two marks: whole or not, and a hundred times too large. */
export const rkNumber = (rk: number): number => {
  const bits = Buffer.alloc(8)
  bits.writeUInt32LE((rk & 0xfffffffc) >>> 0, 4)
  const value = rk & 2 ? rk >> 2 : bits.readDoubleLE(0)
  return rk & 1 ? value / 100 : value
}

/** A number as digits. What is longer than 15 digits has lost the others, and is written so that nobody takes it for whole. */
export const writtenNumber = (value: number): string =>
  Math.abs(value) >= 1e15 ? value.toExponential() : String(value)
