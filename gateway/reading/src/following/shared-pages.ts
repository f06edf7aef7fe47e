/** Pages that several subscribers read at the same time, read once. */
export type SharedPages = {
  /** The page that `read` gives, or the one that was just read under the same key. */
  page<Page>(key: string, read: () => Promise<Page>): Promise<Page>
}

/** Few pages, kept for a moment only: they hold decrypted values of persons who may be erased meanwhile. */
const most = 64
const keptMs = 1_000

export const createSharedPages = (): SharedPages => {
  const kept = new Map<string, { page: Promise<unknown>; at: number }>()
  return {
    page: <Page>(key: string, read: () => Promise<Page>): Promise<Page> => {
      const now = performance.now()
      for (const [old, { at }] of kept) {
        if (now - at < keptMs && kept.size < most) break
        kept.delete(old)
      }
      const known = kept.get(key)
      if (known) return known.page as Promise<Page>
      const page = read()
      kept.set(key, { page, at: now })
      page.catch(() => kept.delete(key))
      return page
    },
  }
}
