import { latest, list, type Rule } from './section-rules.ts'

/** Military service, its honours, the placement after it, and service in emergency teams. */
export const serviceRules: readonly Rule<'service'>[] = [
  ...list('service', 'periods', { begins: ['ServicePeriodRecorded'] }),
  ...list('service', 'merits', { begins: ['MeritRecorded', 'HonourPlaqueDelivered', 'ModelPersonHonoured'] }),
  ...latest('service', 'placement', { begins: ['PlacementDecided'] }),
  ...list('service', 'teams', {
    begins: ['EmergencyTeamMemberJoined'],
    ends: ['EmergencyTeamMemberLeft'],
  }),
]
