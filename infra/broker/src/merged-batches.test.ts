import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Delivered } from './broker.ts'
import { type MergedBatchesOptions, mergedBatches } from './merged-batches.ts'

const fetched = (partition: number, count: number): Delivered[] =>
  Array.from({ length: count }, (_, offset) => ({
    topic: 'hr',
    partition,
    offset: String(offset),
    key: `fair-${partition}`,
    headers: {},
    value: '',
  }))

const places = (batch: readonly Delivered[]) => batch.map(({ partition, offset }) => `${partition}/${offset}`)

const recorded = (options: Partial<MergedBatchesOptions> = {}) => {
  const seen: string[] = []
  const merged = mergedBatches({
    signal: new AbortController().signal,
    batchSize: 4,
    heartbeatMs: 1_000,
    handle: async (batch) => void seen.push(`handle ${places(batch)}`),
    onFailure: (error) => void seen.push(String(error)),
    ...options,
  })
  const add = (
    messages: readonly Delivered[],
    more: { heartbeat?: () => Promise<void>; isCurrent?: () => boolean } = {},
  ) =>
    merged.add({
      messages,
      commit: async (handled) => void seen.push(`commit ${places(handled)}`),
      resolve: (last) => void seen.push(`resolve ${places([last])}`),
      heartbeat: async () => undefined,
      isCurrent: () => true,
      ...more,
    })
  return { merged, add, seen }
}

describe('merged batches', () => {
  it('take from all partitions, one batch at a time, committed before the next', async () => {
    const { add, seen } = recorded()
    await Promise.all([add(fetched(1, 3)), add(fetched(2, 3))])
    expect(seen).toEqual([
      'handle 1/0,1/1,1/2,2/0',
      'commit 1/0,1/1,1/2,2/0',
      'resolve 1/2',
      'resolve 2/0',
      'handle 2/1,2/2',
      'commit 2/1,2/2',
      'resolve 2/2',
    ])
  })

  it('leave unresolved what may not be dealt with here any more', async () => {
    let current = true
    const { add, seen } = recorded({
      batchSize: 2,
      handle: async () => {
        current = false
      },
    })
    await add(fetched(1, 4), { isCurrent: () => current })
    expect(seen).toEqual(['commit 1/0,1/1', 'resolve 1/1'])
  })

  it('commit what was handled when the group shares anew, and give the rest back', async () => {
    const { add, seen } = recorded({
      batchSize: 2,
      heartbeatMs: 5,
      handle: async (batch) => {
        seen.push(`handle ${places(batch)}`)
        await pause(30)
      },
    })
    await add(fetched(1, 6), { heartbeat: () => Promise.reject(new Error('rebalancing')) })
    expect(seen).toEqual(['handle 1/0,1/1', 'commit 1/0,1/1', 'resolve 1/1'])
  })

  it('keep saying that the process lives while a batch takes long', async () => {
    let beats = 0
    const { add } = recorded({ heartbeatMs: 5, handle: () => pause(60) })
    await add(fetched(1, 1), {
      heartbeat: async () => {
        beats += 1
      },
    })
    expect(beats).toBeGreaterThanOrEqual(3)
  })

  it('say that a batch has failed five times, commit nothing of it and handle nothing more', async () => {
    const { add, seen } = recorded({
      handle: async () => {
        throw new Error('no store')
      },
    })
    await add(fetched(1, 1))
    await add(fetched(1, 1))
    expect(seen).toEqual(['Error: no store'])
  })

  it('reject with the reason why a commit was not taken, and go on with what is fetched then', async () => {
    const { merged, seen } = recorded()
    const add = (commit: () => Promise<void>) =>
      merged.add({
        messages: fetched(1, 1),
        commit,
        resolve: () => void seen.push('resolve'),
        heartbeat: async () => undefined,
        isCurrent: () => true,
      })
    await expect(add(() => Promise.reject(new Error('another generation')))).rejects.toThrow('another generation')
    await add(async () => undefined)
    expect(seen).toEqual(['handle 1/0', 'handle 1/0', 'resolve'])
  })
})
