const isPlain = (value: unknown) => typeof value !== 'object' || value === null

const sorted = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.every(isPlain) ? value : value.map(sorted)
  const result: Record<string, unknown> = {}
  for (const key of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[key]
    if (member !== undefined) result[key] = isPlain(member) ? member : sorted(member)
  }
  return result
}

/**
 * RFC 8785 form of a JSON value: members sorted by UTF-16 code units, ECMAScript numbers and strings. Only for values
 * that `refusedJson` lets through: integer-like keys would be moved by the engine.
 */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value))
