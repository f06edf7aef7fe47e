import { list, type Rule } from './section-rules.ts'

/** Military service, its honours, the placement after it, and service in emergency teams. */
export const serviceRules: readonly Rule<'service'>[] = [
  ...list('service', 'periods', { begins: ['ServicePeriodRecorded'] }),
  ...list('service', 'merits', { begins: ['MeritRecorded', 'HonourPlaqueDelivered', 'ModelPersonHonoured'] }),
  ...list('service', 'placements', {
    begins: ['VeteranHandedOver', 'PlacementDecided'],
    says: [
      'VeteranReportedForPlacement',
      'HouseholdLetterIssued',
      'WorkAssigned',
      'AssignedPostTakenUp',
      'AdaptabilityTrainingCompleted',
    ],
    ends: ['PlacementForfeited'],
    once: true,
  }),
  ...list('service', 'teams', {
    begins: ['EmergencyTeamMemberJoined'],
    ends: ['EmergencyTeamMemberLeft'],
  }),
]
