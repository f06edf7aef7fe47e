import type { Broker } from '@hub/broker/broker.ts'
import type { KafkaNotice } from '@hub/broker/kafka-broker.ts'
import { Counter, Gauge, type Registry } from 'prom-client'
import type { BatchRecorded } from './record.ts'

/** What a recorder counts for Prometheus. */
export const recorderMetrics = (registry: Registry, broker: Pick<Broker, 'lag'>) => {
  const registers = [registry]
  const events = new Counter({
    name: 'hub_recorder_events_total',
    help: 'Messages taken from the broker, by what became of them.',
    labelNames: ['outcome'],
    registers,
  })
  const rejections = new Counter({
    name: 'hub_recorder_rejections_total',
    help: 'Messages kept as rejected, by reason.',
    labelNames: ['reason'],
    registers,
  })
  const shares = new Counter({
    name: 'hub_broker_rebalances_total',
    help: 'How often the partitions were shared anew among the recorders.',
    registers,
  })
  const partitions = new Gauge({
    name: 'hub_broker_partitions',
    help: 'Partitions that this recorder reads.',
    registers,
  })
  new Gauge({
    name: 'hub_broker_lag_messages',
    help: 'Messages that wait on the broker.',
    registers,
    async collect() {
      this.set((await broker.lag()).messages)
    },
  })
  new Gauge({
    name: 'hub_broker_lag_seconds',
    help: 'For how long the oldest message has waited on the broker.',
    registers,
    async collect() {
      const { oldest } = await broker.lag()
      this.set(oldest === undefined ? 0 : Math.max(0, (Date.now() - Date.parse(oldest)) / 1000))
    },
  })
  return {
    observeBatch: ({ recorded, duplicates, rejected }: BatchRecorded) => {
      events.inc({ outcome: 'recorded' }, recorded)
      events.inc({ outcome: 'duplicate' }, duplicates)
      events.inc({ outcome: 'rejected' }, rejected.length)
      for (const reason of rejected) rejections.inc({ reason })
    },
    observeBroker: (notice: KafkaNotice) => {
      if (notice.kind !== 'shared') return
      shares.inc()
      partitions.set(notice.have)
    },
  }
}
