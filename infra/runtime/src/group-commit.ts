type Waiting<T> = { entry: T; resolve: () => void; reject: (error: unknown) => void }

/**
 * Makes one call of many: what is submitted in one turn of the event loop is written together. `write` answers an error
 * for each entry that it did not take; when it throws, none was taken.
 */
export const groupCommit = <T>(write: (entries: readonly T[]) => readonly (Error | undefined)[]) => {
  let waiting: Waiting<T>[] = []
  const flush = () => {
    const group = waiting
    waiting = []
    if (group.length === 0) return
    try {
      const errors = write(group.map(({ entry }) => entry))
      for (const [index, { resolve, reject }] of group.entries()) {
        const error = errors[index]
        if (error) reject(error)
        else resolve()
      }
    } catch (error) {
      for (const { reject } of group) reject(error)
    }
  }
  return {
    submit: (entry: T): Promise<void> =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(flush)
        waiting.push({ entry, resolve, reject })
      }),
    flush,
  }
}
