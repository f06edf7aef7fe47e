import { factRetracted } from '../fact-retracted.ts'
import { CremationRegistered, DeathDeclarationRevoked, DeathRegistered } from './death.ts'
import { DivorceRegistered, MarriageAnnulled, MarriageRegistered } from './marriage.ts'
import { MovedAway, NameChanged, ResidenceRecorded } from './residence.ts'

/** Every event type of the Civil Affairs Bureau. */
export const civilAffairsEvents = [
  factRetracted('civil-affairs'),
  MarriageRegistered,
  DivorceRegistered,
  MarriageAnnulled,
  ResidenceRecorded,
  MovedAway,
  NameChanged,
  DeathRegistered,
  CremationRegistered,
  DeathDeclarationRevoked,
] as const
