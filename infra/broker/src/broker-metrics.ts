import { Counter, Gauge, type Registry } from 'prom-client'
import type { Lag } from './broker.ts'
import type { KafkaNotice } from './kafka-broker.ts'

/**
 * Registers the metrics of a broker: lag and its age, throughput, rebalances, lost connections. Returns what counts
 * them.
 */
export const brokerMetrics = (
  registry: Registry,
  options: { lag: () => Promise<Lag>; now: () => number },
): ((notice: KafkaNotice) => void) => {
  const registers = [registry]
  const counter = (name: string, help: string) => new Counter({ name, help, registers })
  const gauge = (name: string, help: string, collect?: () => Promise<void>) =>
    new Gauge({ name, help, registers, ...(collect && { collect }) })
  let looking: Promise<void> | undefined
  /** One look for both gauges, which are collected at once. */
  const look = () => {
    looking ??= options
      .lag()
      // A broker that is gone has no lag to tell; the rest of the metrics is still asked for.
      .catch(() => ({ messages: Number.NaN, oldest: undefined }))
      .then(({ messages, oldest }) => {
        lag.set(messages)
        age.set(oldest === undefined ? messages * 0 : (options.now() - Date.parse(oldest)) / 1000)
        looking = undefined
      })
    return looking
  }
  const lag = gauge('hub_broker_lag_messages', 'Messages that no recorder has recorded yet.', look)
  const age = gauge('hub_broker_lag_seconds', 'Age of the oldest of them; 0 when none waits.', look)
  const published = counter('hub_broker_published_total', 'Messages that the broker has acknowledged.')
  const read = counter('hub_broker_read_total', 'Messages that were handled and committed.')
  const rebalances = counter('hub_broker_rebalances_total', 'How often the group has shared the partitions anew.')
  const partitions = gauge('hub_broker_partitions', 'Partitions that this reader has.')
  const lost = counter('hub_broker_lost_total', 'How often the connection was lost.')
  return (notice) => {
    if (notice.kind === 'published') published.inc(notice.messages)
    else if (notice.kind === 'read') read.inc(notice.messages)
    else if (notice.kind === 'lost') lost.inc()
    else if (notice.kind === 'rebalanced') {
      rebalances.inc()
      partitions.set(notice.have)
    }
  }
}
