import { factRetracted } from '../fact-retracted.ts'
import {
  BenefitApplicationAccepted,
  BenefitApplicationWithdrawn,
  BenefitApplied,
  BenefitReviewed,
  MaterialsRequested,
  MaterialsSupplied,
} from './applications.ts'
import {
  PreferentialCardApplied,
  PreferentialCardCancelled,
  PreferentialCardIssued,
  PreferentialCardReinstated,
  PreferentialCardReplaced,
  PreferentialCardSuspended,
} from './cards.ts'
import {
  DataSharingAnswered,
  DataSharingRequested,
  OneThingApplicationAccepted,
  OneThingApplicationFinished,
} from './coordination.ts'
import { DeathNoticed } from './death-notice.ts'
import { BenefitApproved, BenefitDeclined } from './decisions.ts'
import { DisabilityCertificateCancelled, DisabilityCertificateReplaced, DisabilityRated } from './disability.ts'
import {
  EmergencyDeploymentEnded,
  EmergencyDrillHeld,
  EmergencyTeamDeployed,
  EmergencyTeamDisbanded,
  EmergencyTeamFormed,
  EmergencyTeamMemberJoined,
  EmergencyTeamMemberLeft,
} from './emergency.ts'
import { EyeScreeningDone, SurgeryPerformed, TreatmentFollowedUp, TreatmentReferred } from './eye-health.ts'
import { FamilyDifficultyDeclined, FamilyDifficultyReported, FamilyDifficultyResolved } from './family-difficulty.ts'
import { HardshipAidGranted, HardshipClosed, HardshipFound } from './hardship.ts'
import {
  HardshipAidApplied,
  HardshipAidApproved,
  HardshipAidDeclined,
  HardshipAidPublicised,
  HardshipInvestigated,
} from './hardship-aid.ts'
import { HeritageActivityHeld, HeritageSiteClosed, HeritageSiteOpened, HeritageTalkGiven } from './heritage.ts'
import { HonourPlaqueDelivered, ModelPersonHonoured } from './honours.ts'
import {
  AnnualConfirmationCompleted,
  AnnualConfirmationLapsed,
  BeneficiaryCategoryEnded,
  BeneficiaryCategoryRecognised,
} from './identities.ts'
import { LeadershipMeetingHeld, ResponsibilityListAdopted } from './leadership.ts'
import { LegalAidGranted, LegalAidReferred } from './legal-aid.ts'
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
import { BenefitAdjusted, BenefitResumed, BenefitSuspended, BenefitTerminated } from './payments.ts'
import {
  HealthStatusRecorded,
  HomeServiceProvided,
  PolicyConsultationGiven,
  RecuperationCompleted,
  RegularContactMade,
  ServicePlanAdopted,
  ServicePlanReviewed,
} from './personal-service.ts'
import {
  PetitionAccepted,
  PetitionAnswered,
  PetitionNotAccepted,
  PetitionReceived,
  PetitionRechecked,
  PetitionReviewed,
} from './petitions.ts'
import { MatterCompleted, MatterRated, MatterReceived, PlatformOpened } from './platform.ts'
import { ContactDetailsChanged, FamilyMemberRegistered, VeteranRegistered } from './registration.ts'
import { MeritRecorded, PlacementDecided, ServicePeriodRecorded } from './service.ts'
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
import { BenefitStandardPublished, PaymentRollSubmitted } from './standards.ts'
import {
  AssessmentScored,
  OfficeInterviewed,
  SupervisionAccepted,
  SupervisionNoticeIssued,
  SupervisionRectified,
  SupervisionSentBack,
} from './supervision.ts'
import { SupportRelationTransferredIn, SupportRelationTransferredOut } from './transfers.ts'
import { CondolenceTourHeld, CondolenceVisitMade, TransitSupportProvided } from './visits.ts'

/** Every event type of the Veteran Affairs Bureau, in the order of the vocabulary. */
export const veteranAffairsEvents = [
  factRetracted('veteran-affairs'),
  VeteranRegistered,
  FamilyMemberRegistered,
  ContactDetailsChanged,
  ServicePeriodRecorded,
  MeritRecorded,
  PlacementDecided,
  BeneficiaryCategoryRecognised,
  BeneficiaryCategoryEnded,
  AnnualConfirmationCompleted,
  AnnualConfirmationLapsed,
  DisabilityRated,
  DisabilityCertificateReplaced,
  DisabilityCertificateCancelled,
  PreferentialCardApplied,
  PreferentialCardIssued,
  PreferentialCardReplaced,
  PreferentialCardSuspended,
  PreferentialCardReinstated,
  PreferentialCardCancelled,
  SupportRelationTransferredOut,
  SupportRelationTransferredIn,
  HealthStatusRecorded,
  ServicePlanAdopted,
  ServicePlanReviewed,
  HomeServiceProvided,
  PolicyConsultationGiven,
  RegularContactMade,
  DeathNoticed,
  HardshipAidApplied,
  HardshipInvestigated,
  HardshipAidPublicised,
  HardshipAidApproved,
  HardshipAidDeclined,
  HardshipFound,
  HardshipAidGranted,
  HardshipClosed,
  RecuperationCompleted,
  EyeScreeningDone,
  TreatmentReferred,
  SurgeryPerformed,
  TreatmentFollowedUp,
  HonourPlaqueDelivered,
  ModelPersonHonoured,
  MatterReceived,
  MatterCompleted,
  MatterRated,
  PlatformOpened,
  BenefitApplied,
  BenefitApplicationAccepted,
  MaterialsRequested,
  MaterialsSupplied,
  BenefitReviewed,
  BenefitApproved,
  BenefitDeclined,
  BenefitApplicationWithdrawn,
  FamilyDifficultyReported,
  FamilyDifficultyResolved,
  FamilyDifficultyDeclined,
  OneThingApplicationAccepted,
  OneThingApplicationFinished,
  PetitionReceived,
  PetitionAccepted,
  PetitionNotAccepted,
  PetitionAnswered,
  PetitionReviewed,
  PetitionRechecked,
  LegalAidReferred,
  LegalAidGranted,
  BenefitSuspended,
  BenefitResumed,
  BenefitTerminated,
  BenefitAdjusted,
  BenefitStandardPublished,
  PaymentRollSubmitted,
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
  LeadershipMeetingHeld,
  ResponsibilityListAdopted,
  DataSharingRequested,
  DataSharingAnswered,
  SupervisionNoticeIssued,
  SupervisionRectified,
  SupervisionAccepted,
  SupervisionSentBack,
  OfficeInterviewed,
  AssessmentScored,
] as const
