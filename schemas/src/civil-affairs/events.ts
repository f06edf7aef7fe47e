import { factRetracted } from '../fact-retracted.ts'
import {
  DisabledPersonSubsidyGranted,
  DisabledPersonSubsidyStopped,
  SpecialHardshipEnded,
  SpecialHardshipGranted,
  TemporaryAssistanceGranted,
} from './assistance.ts'
import { CremationRegistered, DeathDeclarationRevoked, DeathRegistered } from './death.ts'
import { GuardianAppointed, GuardianshipEnded } from './guardianship.ts'
import { HouseholdMeansVerified, HouseholdMemberAdded, HouseholdMemberRemoved } from './household.ts'
import { LowIncomeHouseholdEnded, LowIncomeHouseholdIdentified } from './low-income.ts'
import { DivorceRegistered, MarriageAnnulled, MarriageRegistered } from './marriage.ts'
import { MovedAway, NameChanged, ResidenceRecorded } from './residence.ts'
import {
  SubsistenceAllowanceAdjusted,
  SubsistenceAllowanceGranted,
  SubsistenceAllowanceStopped,
} from './subsistence-allowance.ts'

/** Every event type of the Civil Affairs Bureau. */
export const civilAffairsEvents = [
  factRetracted('civil-affairs'),
  MarriageRegistered,
  DivorceRegistered,
  MarriageAnnulled,
  HouseholdMemberAdded,
  HouseholdMemberRemoved,
  ResidenceRecorded,
  MovedAway,
  NameChanged,
  DeathRegistered,
  CremationRegistered,
  DeathDeclarationRevoked,
  HouseholdMeansVerified,
  SubsistenceAllowanceGranted,
  SubsistenceAllowanceAdjusted,
  SubsistenceAllowanceStopped,
  LowIncomeHouseholdIdentified,
  LowIncomeHouseholdEnded,
  SpecialHardshipGranted,
  SpecialHardshipEnded,
  TemporaryAssistanceGranted,
  DisabledPersonSubsidyGranted,
  DisabledPersonSubsidyStopped,
  GuardianAppointed,
  GuardianshipEnded,
] as const
