/** The value at a path of plain data; undefined where there is none. What an object merely inherits is not there. */
export const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown => {
  let at = value
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined
    at = at[step as never]
  }
  return at
}

const known = new Map<string, readonly string[]>()

/** The steps of a path that a type declares, `totals.posts`; they are kept, so no path that was sent may come here. */
export const stepsOf = (path: string): readonly string[] => {
  const found = known.get(path)
  if (found) return found
  const steps = path.split('.')
  known.set(path, steps)
  return steps
}
