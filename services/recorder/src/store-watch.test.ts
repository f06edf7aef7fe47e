import { EventStoreUnavailable } from '@hub/event-store/event-store.ts'
import { expect, it } from 'vitest'
import { storeWatch } from './store-watch.ts'

it('tells once that the event store is away, and once that it is back', async () => {
  const told: string[] = []
  const watch = storeWatch({ away: (reason) => told.push(reason), back: () => told.push('back') })
  let is: Error | undefined
  const record = watch.watched(async () => {
    if (is) throw is
  })
  await record(undefined)
  is = new EventStoreUnavailable('away')
  for (let times = 0; times < 3; times++) await expect(record(undefined)).rejects.toThrow('away')
  expect(watch.isThere()).toBe(false)
  is = undefined
  await record(undefined)
  await record(undefined)
  expect(watch.isThere()).toBe(true)
  is = new Error('a fault of the code')
  await expect(record(undefined)).rejects.toThrow('fault')
  expect(watch.isThere()).toBe(true)
  expect(told).toEqual(['away', 'back'])
})
