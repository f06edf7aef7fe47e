/** What was found out about an engine. `todo` says what should be changed, and why. */
export type Finding = { level: 'good' | 'advice' | 'fault'; says: string; todo?: string }

export const good = (says: string): Finding => ({ level: 'good', says })
export const advice = (says: string, todo: string): Finding => ({ level: 'advice', says, todo })
export const fault = (says: string, todo: string): Finding => ({ level: 'fault', says, todo })

/** The message of an error and of what caused it, for whoever runs the hub. URLs of engines never stand in it. */
export const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  const inner = error instanceof AggregateError ? error.errors[0] : error.cause
  const more = inner instanceof Error && inner.message !== '' ? ` (${reasonOf(inner)})` : ''
  return `${error.message || error.name}${more}`.replaceAll(/\b[a-z+]+:\/\/\S+/g, '<url>')
}

const mostSkewMs = 2_000

/** How far another clock (ms) is from this one, read between `before` and `after`; `graininess` is its step, ms. */
export const skewOf = (other: number, before: number, after: number, graininess = 1): Finding => {
  const skew = Math.round(other < before - graininess ? before - other : other > after + graininess ? other - after : 0)
  return skew > mostSkewMs
    ? fault(
        `its clock is ${skew} ms away from this one`,
        'run chrony or ntpd on both: known times are taken from these clocks',
      )
    : good(`its clock agrees with this one${skew > 0 ? ` to ${skew} ms` : ''}`)
}
