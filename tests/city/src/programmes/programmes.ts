import type { City } from '../city.ts'
import { approveBenefits } from './benefit-approval.ts'
import { runEmergencyTeams, supportTransit } from './emergency-and-transit.ts'
import { assess, lead, settleInOne, shareData, supervise } from './governance.ts'
import { aidInHardship, findLowIncome, hearWrongly } from './hardship.ts'
import { holdJobFairs } from './job-fairs.ts'
import { consultOnPolicies, keepInContact, servePersonally } from './personal-service.ts'
import { placeDischarged } from './placement.ts'
import { runPlatform } from './platform.ts'
import { issueCards } from './preferential-cards.ts'
import { publishStandards, voteBudgets } from './public-money.ts'
import {
  closeEnlistmentSeasons,
  passOnHeritage,
  recordMartyrs,
  registerCemeteries,
  rememberMartyrs,
  travelToGraves,
} from './remembrance.ts'
import { giveLegalAid, hearPetitions } from './rights.ts'
import { closeStation, listDualSupport, openStations, trainStaff, winPartners } from './service-network.ts'
import { supportSurvivors } from './survivors.ts'
import { fillReservedPosts, openTrainingBases, placeInWork, trainSkills } from './training-and-posts.ts'
import { recuperate, screenEyes, visitFamilies } from './visits-and-care.ts'

/** Every programme of the work report, each with its figures. */
export const playProgrammes = (city: City): void => {
  publishStandards(city)
  voteBudgets(city)
  approveBenefits(city)
  supportSurvivors(city)
  runPlatform(city)
  servePersonally(city)
  consultOnPolicies(city)
  keepInContact(city)
  runEmergencyTeams(city)
  visitFamilies(city)
  supportTransit(city)
  recuperate(city)
  screenEyes(city)
  holdJobFairs(city)
  openTrainingBases(city)
  trainSkills(city)
  fillReservedPosts(city)
  placeInWork(city)
  placeDischarged(city)
  issueCards(city)
  registerCemeteries(city)
  recordMartyrs(city)
  rememberMartyrs(city)
  travelToGraves(city)
  passOnHeritage(city)
  closeEnlistmentSeasons(city)
  openStations(city)
  closeStation(city)
  winPartners(city)
  listDualSupport(city)
  trainStaff(city)
  settleInOne(city)
  shareData(city)
  supervise(city)
  assess(city)
  lead(city)
  hearPetitions(city)
  giveLegalAid(city)
  findLowIncome(city)
  aidInHardship(city)
  hearWrongly(city)
}
