import type { City } from './city.ts'

/**
 * What the sample city has played: the figures that the work report has to give, by key. Shares are parts of 1, money
 * is fen. Only the number of registered veterans depends on the city's size.
 */
export const expectedFigures = (city: Pick<City, 'veterans'>): Readonly<Record<string, number>> => ({
  // 1 benefit-fund approval
  'promised-days-before': 15,
  'promised-days-after': 9,
  'promised-days-cut': 0.4,
  'benefits-approved': 80,
  'materials-brought': 120,
  'materials-shared': 120,
  // 2 online platform
  'platform-matters': 8_600,
  'matters-rated': 4_300,
  'matters-rated-well': 4_214,
  'platform-satisfaction': 0.98,
  // 3 one person, one file
  'veterans-registered': city.veterans.length,
  'files-complete': city.veterans.length,
  'files-complete-share': 1,
  // 4 personal service
  'served-at-home': 230,
  'trained-to-start': 150,
  'businesses-started': 32,
  'jobs-from-businesses': 180,
  'startup-funding': 16_000_000,
  // 5 emergency teams
  'emergency-teams': 3,
  'emergency-drills': 2,
  'joint-drills': 1,
  'emergency-deployments': 2,
  // 6 condolence visits
  'families-visited': 210,
  'condolence-total': 120_000_000,
  'difficulties-solved': 45,
  'condolence-tours': 1,
  // 7 transit support
  'transit-support': 37,
  'rain-gear': 200,
  // 8 recuperation
  recuperated: 50,
  // 9 eye health
  'eyes-screened': 1_200,
  'eyes-operated': 421,
  'eyes-operated-free': 421,
  // 10 job fairs
  'job-fairs': 30,
  'fair-companies': 1_200,
  'fair-posts': 28_000,
  'fair-intents': 5_600,
  // 11 skills training
  trained: 90,
  'trained-employed': 83,
  'trained-employed-share': 83 / 90,
  // 12 reserved posts
  'reserved-posts': 9,
  'reserved-posts-filled': 9,
  // 13 placed in work
  'placed-in-work': 600,
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
})
