import { type Benefit, benefitOf, dueIn } from './benefit.ts'
import { lastDay, months } from './calendar.ts'
import type { Inhabitant, Population } from './inhabitant.ts'
import { carriesCard } from './lives/cards.ts'
import { fairGoers } from './programmes/job-fairs.ts'
import type { Scale } from './scale.ts'

/** Veterans and family members placed in work with somebody's help: at fairs, and through the training bases. */
const placedInWork = ({ lasting, families }: Population): readonly Inhabitant[] => [
  ...lasting.slice(100, 557),
  ...families.slice(0, 60),
  ...lasting.slice(600, 683),
]

/** Who draws a benefit in the whole of a year, and is asked whether it is still due. */
const confirmedIn = (year: number, benefits: readonly Benefit[]): number =>
  benefits.filter(
    ({ one, from, last }) =>
      `${year}-11-05` <= (one.diedOn ?? lastDay) &&
      `${year}` >= from.slice(0, 4) &&
      (last === undefined || `${year}-12` <= last),
  ).length

const paidByRolls = (benefits: readonly Benefit[]): number =>
  months
    .flatMap((month) => benefits.flatMap((benefit) => dueIn(benefit, month)))
    .reduce((sum, { amount }) => sum + amount, 0)

/**
 * What the sample city has played: the figures that the work report has to give, by key. Shares are parts of 1, money
 * is fen. They stand here as the programmes are meant, apart from how these say it event by event.
 */
export const expectedFigures = (
  city: Population & { scale: Scale; seed: number },
): Readonly<Record<string, number>> => {
  const { matters, fairs, eyes } = city.scale
  const atFairs = fairGoers(city)
  const [rated, ratedBadly] = [matters / 2, Math.floor(matters / 100)]
  const benefits = [...city.veterans, ...city.families].flatMap((one) => benefitOf(city.seed, one) ?? [])
  // What the rolls of each month come to, a roll of a story, and what organisations were paid for programmes.
  const paid = paidByRolls(benefits) + 237_000 + 266_780_000
  const allotted = 3 * (3 * 4_000_000_000 + 200_000_000)
  const confirmed = confirmedIn(2025, benefits)
  // Claims of the stories: after a death, too much, without approval, a rise twice, an orphan of age; two came back.
  const [claimed, recovered] = [20_000 + 20_000 + 300_000 + 8_000 + 627_900, 20_000 + 20_000]
  const staff = 9 * 8 + 70 * 2
  const holders = city.veterans.filter(carriesCard).length + 10
  const handedOut = holders + city.families.filter(carriesCard).length
  return {
    // 1 benefit-fund approval
    'promised-days-before': 15,
    'promised-days-after': 9,
    'promised-days-cut': 0.4,
    // The 80 approvals, and the five grants and pensions of survivors; four refusals.
    'benefits-approved': 80 + 5,
    'cases-decided': 84 + 5,
    'decided-in-time': 84 + 5,
    'decided-in-time-share': 1,
    'payments-failed': 5,
    'materials-brought': 126 + 5,
    'materials-shared': 132 + 5,
    'materials-needed-before': 6,
    'materials-needed-after': 3,
    'materials-needed-cut': 0.5,
    'steps-before': 8,
    'steps-after': 4,
    'steps-cut': 0.5,
    'applications-not-accepted': 2,
    'public-notices': 8,
    'decisions-served': 84 + 5,
    'appeals-lodged': 2,
    'appeals-decided': 1,
    'death-circumstances': 2,
    'survivors-assessed': 4,
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
    incubators: 1,
    'incubator-places': 40,
    consultations: 300,
    'regular-contacts': 400,
    'regularly-contacted': 200,
    'startup-funding': 16_000_000,
    // 5 emergency teams
    'emergency-teams': 3,
    'emergency-drills': 2,
    'joint-drills': 1,
    'emergency-deployments': 2,
    'oil-spill-hours': 12,
    'oil-spills-in-time': 1,
    'people-moved': 320,
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
    'medical-teams-on-duty': 1,
    // 8 recuperation
    recuperated: 50,
    // 9 eye health
    'eye-screened': eyes.screened,
    'eye-operated': eyes.operated,
    'eye-operated-free': eyes.operated,
    'eye-operations': eyes.operated + Math.ceil((eyes.operated - 5) / 40),
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
    'martyr-cemeteries': 5,
    'martyrs-recorded': 11,
    'martyr-certificates': 9,
    'martyr-ratings-revoked': 1,
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
    // 18 coordination: approvals, those of survivors, single applications, difficulties of families
    'cases-across-departments': 80 + 5 + 20 + 50,
    'documents-spared': 132 + 5 + 100,
    'one-thing-finished': 18,
    'one-thing-days': 9.5,
    'sharing-requested': 8,
    'sharing-answered': 7,
    'sharing-in-time': 6,
    'sharing-in-time-share': 6 / 7,
    // 19 supervision
    'supervision-notices': 6,
    rectifications: 7,
    'rectifications-in-time': 6,
    'rectifications-in-time-share': 6 / 7,
    'rectifications-accepted': 5,
    'rectifications-sent-back': 1,
    'offices-interviewed': 2,
    'offices-assessed': 10,
    'assessment-average': 92,
    'wrong-money-claimed': claimed,
    'wrong-money-recovered': recovered,
    'wrong-money-recovered-share': recovered / claimed,
    // 20 service network
    'service-stations': 79,
    'dual-support-items': 20,
    'dual-support-done': 18,
    'dual-support-done-share': 0.9,
    'station-staff': staff,
    'staff-per-station': staff / 79,
    'staff-trained': 40,
    'staff-trained-share': 40 / staff,
    'training-hours': 240 * 16,
    'training-hours-each': 96,
    // 21 leadership
    'leadership-meetings': 12,
    'responsibility-lists': 6,
    'budget-allotted': allotted,
    'budget-paid': paid,
    'budget-paid-share': paid / allotted,
    // 22 rights
    'petitions-received': 24,
    'petitions-repeated': 3,
    'petitions-repeated-share': 3 / 24,
    'petitions-told': 23,
    'petitions-told-in-time': 22,
    'petitions-answered': 23,
    'petitions-answered-in-time': 21,
    'petitions-answered-in-time-share': 21 / 23,
    'petitions-reviewed': 2,
    'petitions-reviewed-in-time': 1,
    'petitions-rechecked': 1,
    'petitions-rechecked-in-time': 1,
    'legal-aid-referred': 6,
    'legal-aid-granted': 4,
    'legal-aid-in-time': 3,
    // 23 yearly confirmation
    'confirmations-asked': confirmed,
    'confirmations-done': confirmed,
    'confirmation-rate': 1,
    'confirmations-missed': benefits.filter(({ lapsedIn, last }) => lapsedIn === 2025 && last === undefined).length,
    // 24 hardship
    'low-income-households': 12,
    'hardship-aid-applied': 30,
    'hardship-aid-approved': 24,
    'hardship-aid-declined': 4,
    'hardship-aid-money': 12 * 500_000 + 12 * 300_000,
    'hardship-overcome': 10,
    // 25 placement after discharge
    'veterans-handed-over': 24,
    'assigned-handed-over': 8,
    'assigned-on-post': 7,
    'assigned-placement-rate': 7 / 8,
    'own-way-handed-over': 14,
    'own-way-settled': 13,
    'own-way-placement-rate': 13 / 14,
    'retired-handed-over': 2,
    'retired-settled': 2,
    'retired-placement-rate': 1,
    'own-way-reported': 9,
    'own-way-reported-in-time': 7,
    'own-way-reported-in-time-share': 7 / 9,
    'work-assigned': 8,
    'work-assigned-in-time': 7,
    'work-assigned-in-time-share': 7 / 8,
    'posts-taken-up': 7,
    'posts-taken-up-in-time': 6,
    'posts-taken-up-in-time-share': 6 / 7,
    // 26 preferential cards: of every ten veterans seven have one of their own, beside ten of the programme
    'card-holders': holders,
    'card-coverage': holders / city.veterans.length,
    'cards-handed-out': handedOut,
    'card-days': 20,
    'cards-handed-out-in-time': handedOut - 1,
    'cards-handed-out-in-time-share': (handedOut - 1) / handedOut,
    'cards-refused': 1,
    'cards-uncollected': 1,
  }
}
