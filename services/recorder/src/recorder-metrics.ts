import type { Broker } from '@hub/broker/broker.ts'
import { brokerMetrics } from '@hub/broker/broker-metrics.ts'
import { Counter, type Registry } from 'prom-client'
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
    help: 'Submissions kept as rejected, by reason.',
    labelNames: ['reason'],
    registers,
  })
  const junk = new Counter({
    name: 'hub_recorder_not_admitted_total',
    help: 'Messages on the topics that no intake has admitted, by reason.',
    labelNames: ['reason'],
    registers,
  })
  const conflicted = new Counter({
    name: 'hub_recorder_conflicts_total',
    help: 'Appends that found their stream further on than it was known to be: another recorder, or a start with nothing remembered.',
    registers,
  })
  return {
    observeBatch: ({ recorded, duplicates, rejected, notAdmitted, conflicts }: BatchRecorded) => {
      events.inc({ outcome: 'recorded' }, recorded)
      events.inc({ outcome: 'duplicate' }, duplicates)
      events.inc({ outcome: 'rejected' }, rejected.length)
      events.inc({ outcome: 'not-admitted' }, notAdmitted.length)
      conflicted.inc(conflicts)
      for (const reason of rejected) rejections.inc({ reason })
      for (const reason of notAdmitted) junk.inc({ reason })
    },
    observeBroker: brokerMetrics(registry, { lag: () => broker.lag(), now: Date.now }),
  }
}
