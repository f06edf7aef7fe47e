import type { Rewrapping } from './person-keys.ts'

export type RotationOptions = {
  /** Keys a transaction; default 500. */
  batch?: number
  onProgress?: (progress: { done: number; waiting: number }) => void
}

/**
 * Wraps every person's key under a newer master key, while others read and make keys; returns how many. An interrupted
 * rotation is resumed. After it only older backups need the older versions.
 */
export const rotateMasterKey = async (
  keys: Rewrapping,
  version: number,
  { batch = 500, onProgress }: RotationOptions = {},
): Promise<number> => {
  if ((await keys.masterVersion()) !== version) await keys.takeUp(version)
  let done = 0
  for (;;) {
    const some = await keys.rewrapSome(batch)
    if (some === 0) break
    done += some
    onProgress?.({ done, waiting: await keys.waiting() })
  }
  await keys.dropOlder()
  return done
}
