import type { Inhabitant, Population } from './inhabitant.ts'
import { fairGoers } from './programmes/job-fairs.ts'
import type { Scale } from './scale.ts'

/** Veterans and family members placed in work with somebody's help: at fairs, and through the training bases. */
const placedInWork = ({ lasting, families }: Population): readonly Inhabitant[] => [
  ...lasting.slice(100, 557),
  ...families.slice(0, 60),
  ...lasting.slice(600, 683),
]

/**
 * What the sample city has played: the figures that the work report has to give, by key. Shares are parts of 1, money
 * is fen. They stand here as the programmes are meant, apart from how these say it event by event.
 */
export const expectedFigures = (city: Population & { scale: Scale }): Readonly<Record<string, number>> => {
  const { matters, fairs, eyes } = city.scale
  const atFairs = fairGoers(city)
  const [rated, ratedBadly] = [matters / 2, Math.floor(matters / 100)]
  return {
    // 1 benefit-fund approval
    'promised-days-before': 15,
    'promised-days-after': 9,
    'promised-days-cut': 0.4,
    'benefits-approved': 80,
    'cases-decided': 84,
    'decided-in-time': 84,
    'decided-in-time-share': 1,
    'materials-brought': 126,
    'materials-shared': 132,
    // 2 online platform
    'platform-matters': matters,
    'platform-matters-by-kind': matters,
    'matters-rated': rated,
    'matters-rated-well': rated - ratedBadly,
    'platform-satisfaction': 1 - ratedBadly / rated,
    // 3 one person, one file
    'veterans-registered': city.veterans.length,
    'files-complete': city.veterans.length,
    'files-complete-share': 1,
    // 4 personal service
    'served-at-home': 230,
    'trained-to-start': 150,
    'businesses-started': 32,
    'jobs-from-businesses': 180,
    consultations: 300,
    'startup-funding': 16_000_000,
    // 5 emergency teams
    'emergency-teams': 3,
    'emergency-drills': 2,
    'joint-drills': 1,
    'emergency-deployments': 2,
    // 6 condolence visits
    'families-visited': 210,
    'condolence-total': 120_000_000,
    'condolence-cash': 84_000_000,
    'condolence-goods': 36_000_000,
    'difficulties-solved': 45,
    'condolence-tours': 1,
    // 7 transit support
    'transit-support': 37,
    'rain-gear': 200,
    // 8 recuperation
    recuperated: 50,
    // 9 eye health
    'eyes-screened': eyes.screened,
    'eyes-operated': eyes.operated,
    'eyes-operated-free': eyes.operated,
    'eyes-restored': 1,
    // 10 job fairs
    'job-fairs': fairs.fairs,
    'fair-companies': fairs.companies,
    'fair-posts': fairs.posts,
    'fair-intents': fairs.intents,
    // 11 skills training
    trained: 90,
    'trained-employed': 83,
    'trained-employed-share': 83 / 90,
    // 12 reserved posts
    'reserved-posts': 9,
    'reserved-posts-filled': 9,
    // 13 placed in work
    'placed-in-work': 600,
    'placed-and-served': 380,
    'placed-and-at-fair': placedInWork(city).filter((one) => atFairs.has(one)).length,
    'placed-and-trained': 83,
    // 14 martyrs' memorials
    'qingming-visits': 150_000,
    'gilding-sessions': 30,
    'tombstones-gilded': 2_000,
    'planting-sessions': 25,
    'trees-planted': 5_000,
    'letter-readings': 40,
    'letters-read': 120,
    // 15 journeys to distant graves
    'grave-journeys': 3,
    'grave-travellers': 39,
    'grave-consolation': 7_800_000,
    // 16 heritage
    'heritage-sites': 7,
    'heritage-activities': 28,
    'heritage-talks': 60,
    'model-persons': 12,
    // 17 conscription
    'enlisted-2022': 1_000,
    'enlisted-2023': 1_050,
    'enlisted-2024': 1_103,
    'enlisted-2025': 1_158,
    'enlistment-growth': 1.158 ** (1 / 3) - 1,
    // 20 service network
    'service-stations': 79,
  }
}
