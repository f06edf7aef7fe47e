import { expect, it } from 'vitest'
import { lruCache } from './lru-cache.ts'

const sized = () => lruCache<{ size: number }>(3, ({ size }) => size)

it('forgets what was used longest ago when all take too much together', () => {
  const cache = sized()
  cache.set('a', { size: 1 })
  cache.set('b', { size: 2 })
  cache.get('a')
  cache.set('c', { size: 1 })
  expect(['a', 'b', 'c'].map((key) => cache.get(key)?.size)).toEqual([1, undefined, 1])
})

it('takes a value that has grown for what it is now, and keeps none that is too large by itself, which displaces no other', () => {
  const cache = sized()
  const value = { size: 1 }
  cache.set('a', value)
  cache.set('b', { size: 1 })
  value.size = 2
  cache.set('a', value)
  expect(['a', 'b'].map((key) => cache.get(key)?.size)).toEqual([2, 1])
  cache.set('c', { size: 1 })
  expect(['a', 'b', 'c'].map((key) => cache.get(key)?.size)).toEqual([undefined, 1, 1])
  cache.set('d', { size: 4 })
  expect(['b', 'c', 'd'].map((key) => cache.get(key)?.size)).toEqual([1, 1, undefined])
  value.size = 4
  cache.set('b', value)
  cache.forget('c')
  expect(['b', 'c'].map((key) => cache.get(key))).toEqual([undefined, undefined])
})
