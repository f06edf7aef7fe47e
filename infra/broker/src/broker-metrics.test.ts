import { Registry } from 'prom-client'
import { expect, it } from 'vitest'
import type { Lag } from './broker.ts'
import { brokerMetrics } from './broker-metrics.ts'

const lines = async (registry: Registry) =>
  (await registry.metrics()).split('\n').filter((line) => line !== '' && !line.startsWith('#'))

it('tells lag with its age, throughput and rebalances', async () => {
  const registry = new Registry()
  let lag: Lag = { messages: 3, oldest: '2025-03-04T01:00:00.000Z' }
  const now = () => Date.parse('2025-03-04T01:01:30.000Z')
  const observe = brokerMetrics(registry, { lag: async () => lag, now })
  observe({ kind: 'published', messages: 5, ms: 2 })
  observe({ kind: 'read', messages: 4 })
  observe({ kind: 'rebalanced', have: 24, kept: 0 })
  observe({ kind: 'rebalanced', have: 12, kept: 12 })
  expect(await lines(registry)).toEqual(
    expect.arrayContaining([
      'hub_broker_lag_messages 3',
      'hub_broker_lag_seconds 90',
      'hub_broker_published_total 5',
      'hub_broker_read_total 4',
      'hub_broker_rebalances_total 2',
      'hub_broker_partitions 12',
    ]),
  )
  lag = { messages: 0, oldest: undefined }
  expect(await lines(registry)).toContain('hub_broker_lag_seconds 0')
})

it('are still told when the broker is gone', async () => {
  const registry = new Registry()
  brokerMetrics(registry, { lag: () => Promise.reject(new Error('gone')), now: Date.now })
  expect(await lines(registry)).toContain('hub_broker_lag_messages Nan')
})
