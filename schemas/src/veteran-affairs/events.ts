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
import { BenefitApproved, BenefitDeclined } from './decisions.ts'
import { DisabilityCertificateCancelled, DisabilityCertificateReplaced, DisabilityRated } from './disability.ts'
import {
  AnnualConfirmationCompleted,
  AnnualConfirmationLapsed,
  BeneficiaryCategoryEnded,
  BeneficiaryCategoryRecognised,
} from './identities.ts'
import { BenefitAdjusted, BenefitResumed, BenefitSuspended, BenefitTerminated } from './payments.ts'
import { ContactDetailsChanged, FamilyMemberRegistered, VeteranRegistered } from './registration.ts'
import { MeritRecorded, PlacementDecided, ServicePeriodRecorded } from './service.ts'

/** Every event type of the Veteran Affairs Bureau. */
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
  BenefitApplied,
  BenefitApplicationAccepted,
  MaterialsRequested,
  MaterialsSupplied,
  BenefitReviewed,
  BenefitApproved,
  BenefitDeclined,
  BenefitApplicationWithdrawn,
  BenefitSuspended,
  BenefitResumed,
  BenefitTerminated,
  BenefitAdjusted,
] as const
