import {
  EmergencyDeploymentEnded,
  EmergencyDrillHeld,
  EmergencyTeamDeployed,
  EmergencyTeamDisbanded,
  EmergencyTeamFormed,
  EmergencyTeamMemberJoined,
  EmergencyTeamMemberLeft,
} from './emergency.ts'
import { HeritageActivityHeld, HeritageSiteClosed, HeritageSiteOpened, HeritageTalkGiven } from './heritage.ts'
import {
  MartyrCertificateAwarded,
  MartyrJourneyHeld,
  MartyrJourneyJoined,
  MartyrRatingNotified,
  MartyrRatingRevoked,
  MartyrRecorded,
} from './martyrs.ts'
import {
  CemeteryVisitsCounted,
  MartyrCemeteryRegistered,
  MartyrLettersRead,
  MemorialTreesPlanted,
  TombstonesGilded,
} from './memorials.ts'
import {
  DualSupportItemDone,
  DualSupportItemListed,
  EnlistmentSeasonClosed,
  ServiceStationClosed,
  ServiceStationOpened,
  StaffTrainingCompleted,
  SupportPartnerJoined,
  SupportPartnerLeft,
} from './service-network.ts'
import { CondolenceTourHeld, CondolenceVisitMade, TransitSupportProvided } from './visits.ts'

/**
 * The types of the bureau's programmes: visits, transits, emergency teams, cemeteries and martyrs, heritage, the service
 * network, in the order of the vocabulary.
 */
export const programmeEvents = [
  CondolenceVisitMade,
  CondolenceTourHeld,
  TransitSupportProvided,
  EmergencyTeamFormed,
  EmergencyTeamDisbanded,
  EmergencyTeamMemberJoined,
  EmergencyTeamMemberLeft,
  EmergencyDrillHeld,
  EmergencyTeamDeployed,
  EmergencyDeploymentEnded,
  MartyrCemeteryRegistered,
  CemeteryVisitsCounted,
  TombstonesGilded,
  MemorialTreesPlanted,
  MartyrLettersRead,
  MartyrRatingNotified,
  MartyrRecorded,
  MartyrCertificateAwarded,
  MartyrRatingRevoked,
  MartyrJourneyHeld,
  MartyrJourneyJoined,
  HeritageSiteOpened,
  HeritageSiteClosed,
  HeritageActivityHeld,
  HeritageTalkGiven,
  ServiceStationOpened,
  ServiceStationClosed,
  DualSupportItemListed,
  DualSupportItemDone,
  SupportPartnerJoined,
  SupportPartnerLeft,
  EnlistmentSeasonClosed,
  StaffTrainingCompleted,
] as const
