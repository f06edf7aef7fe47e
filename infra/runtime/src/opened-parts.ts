/** What a process has opened, to be closed in the other order: at its end, or when its start fails half-way. */
export type OpenedParts = {
  /** Notes how to close a part; answers the part. */
  add<Part>(part: Part, close: (part: Part) => unknown): Part
  /** Closes everything, also where one part can't be closed; throws the first such error then. Closing twice does nothing more. */
  close(): Promise<void>
}

/** Nothing opened yet. */
export const openedParts = (): OpenedParts => {
  const closing: (() => unknown)[] = []
  return {
    add: (part, close) => {
      closing.push(() => close(part))
      return part
    },
    close: async () => {
      const errors: unknown[] = []
      for (const close of closing.splice(0).reverse())
        try {
          await close()
        } catch (error) {
          errors.push(error)
        }
      if (errors.length > 0) throw errors[0]
    },
  }
}

/** Starts something of many parts; when that fails, what was opened is closed again. */
export const startWhole = async <Whole>(start: (opened: OpenedParts) => Promise<Whole>): Promise<Whole> => {
  const opened = openedParts()
  try {
    return await start(opened)
  } catch (error) {
    await opened.close().catch(() => undefined)
    throw error
  }
}
