import { type City, emptyCity } from './city.ts'
import { approveBenefits } from './programmes/benefit-approval.ts'
import { runEmergencyTeams, supportTransit } from './programmes/emergency-and-transit.ts'
import { holdJobFairs } from './programmes/job-fairs.ts'
import { servePersonally } from './programmes/personal-service.ts'
import { runPlatform } from './programmes/platform.ts'
import { registerInhabitants } from './programmes/register.ts'
import { closeEnlistmentSeasons, passOnHeritage, rememberMartyrs, travelToGraves } from './programmes/remembrance.ts'
import { openStations } from './programmes/service-network.ts'
import { fillReservedPosts, placeInWork, trainSkills } from './programmes/training-and-posts.ts'
import { recuperate, screenEyes, visitFamilies } from './programmes/visits-and-care.ts'
import { tellFalseDeath } from './stories/false-death.ts'
import { goWrong } from './stories/what-goes-wrong.ts'

/** The sample city with all its submissions. Same seed and size, same bytes. At least 1,200 persons: the programmes need them. */
export const sampleCity = (options: { seed: number; persons: number }): City => {
  if (options.persons < 1_200) throw new RangeError('the sample city has at least 1,200 persons')
  const city = emptyCity(options)
  registerInhabitants(city)
  tellFalseDeath(city)
  approveBenefits(city)
  runPlatform(city)
  servePersonally(city)
  runEmergencyTeams(city)
  visitFamilies(city)
  supportTransit(city)
  recuperate(city)
  screenEyes(city)
  holdJobFairs(city)
  trainSkills(city)
  fillReservedPosts(city)
  placeInWork(city)
  rememberMartyrs(city)
  travelToGraves(city)
  passOnHeritage(city)
  closeEnlistmentSeasons(city)
  openStations(city)
  goWrong(city)
  return city
}
