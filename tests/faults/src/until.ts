import { setTimeout as pause } from 'node:timers/promises'

const patienceMs = 120_000

/**
 * Waits until something is so. A machine may be slow: it fails only when `moves` (what shows that something moves, such
 * as a lag) has been the same for two minutes.
 */
export const until = async (
  what: string,
  isSo: () => boolean | Promise<boolean>,
  moves: () => unknown = () => undefined,
): Promise<void> => {
  let last = moves()
  let since = performance.now()
  for (;;) {
    try {
      if (await isSo()) return
    } catch {
      // Whom it asks may be away.
    }
    const now = moves()
    if (now !== last) [last, since] = [now, performance.now()]
    if (performance.now() - since > patienceMs) throw new Error(`${what} has not come`)
    await pause(50)
  }
}
