import { latest, list, type Rule } from './section-rules.ts'

/** Military service, its honours, and the placement after it. */
export const serviceRules: readonly Rule<'service'>[] = [
  ...list('service', 'periods', { begins: ['ServicePeriodRecorded'] }),
  ...list('service', 'merits', { begins: ['MeritRecorded', 'HonourPlaqueDelivered', 'ModelPersonHonoured'] }),
  ...latest('service', 'placement', { begins: ['PlacementDecided'] }),
]
