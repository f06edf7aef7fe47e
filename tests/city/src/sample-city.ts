import { type Benefit, benefitOf } from './benefit.ts'
import { dayOfInstant, lastDay, months } from './calendar.ts'
import { emptyCity, type IdentityDecision } from './city.ts'
import { type Inhabitant, type Population, population } from './inhabitant.ts'
import { tellLife } from './lives/tell-life.ts'
import { payRolls } from './payrolls.ts'
import { playProgrammes } from './programmes/programmes.ts'
import { randomOf } from './random.ts'
import { fewestPersons, type Scale, wholeScale } from './scale.ts'
import { tellStories } from './stories/stories.ts'
import { type Said, type Submission, type SubmissionId, sourceOf, submissionOf } from './submission.ts'

export type CityOptions = { seed: number; persons: number; scale?: Scale }

/** The sample city, told month by month. */
export type SampleCity = Population & {
  scale: Scale
  /** How many submissions there are. */
  readonly total: number
  /** What is sent in a month (`YYYY-MM`), in the order of sending. Nothing of it is kept. */
  sentIn(month: string): Submission[]
  /** What is decided about two files, each on its day. */
  decisions: readonly IdentityDecision[]
  /** Everything that is sent, in the order of sending; for a city that is not large. */
  readonly submissions: readonly Submission[]
}

type Telling = (say: (said: Said & { id: string }) => SubmissionId) => void

const byTime = (one: Submission, other: Submission) =>
  one.sentAt - other.sentAt || (one.event.time < other.event.time ? -1 : one.event.time > other.event.time ? 1 : 0)

const monthOf = ({ sentAt }: Submission) => dayOfInstant(sentAt).slice(0, 7)

/** How many persons' months are told at once: what is not sent yet waits in memory. */
const personMonthsAtOnce = 60_000

/** Submissions of a telling; what would happen after the scenario is not told. */
const submissionsOf = (
  telling: Telling,
  { seed, kind, n, weekly }: { seed: number; kind: string; n: number; weekly: boolean },
) => {
  const random = randomOf(seed, kind, n)
  const submissions: Submission[] = []
  telling((said) => {
    if (said.day <= lastDay) submissions.push(submissionOf(said, random, weekly))
    return { source: sourceOf(said), id: said.id }
  })
  return submissions
}

/**
 * The sample city. Same seed and size, same bytes. Lives are told anew for each month in which something is sent of
 * them: a city of any size needs the memory of one month.
 */
export const sampleCity = ({ seed, persons, scale = wholeScale }: CityOptions): SampleCity => {
  if (!Number.isInteger(persons) || persons < fewestPersons)
    throw new RangeError(`the sample city has at least ${fewestPersons} persons`)
  const { weekly } = scale
  const people = population({ seed, persons })
  const everybody: readonly Inhabitant[] = [...people.veterans, ...people.families]
  const benefits = new Map<Inhabitant, Benefit>()
  for (const one of everybody) {
    const benefit = benefitOf(seed, one)
    if (benefit) benefits.set(one, benefit)
  }
  const city = emptyCity(people, { seed, scale })
  playProgrammes(city)
  tellStories(city)
  // Programmes and stories do not grow with the city.
  const once = Map.groupBy(city.said, monthOf)

  const life = (one: Inhabitant, n: number) =>
    submissionsOf((say) => tellLife(one, { seed, veterans: people.veterans, benefit: benefits.get(one) }, say), {
      seed,
      kind: 'sending',
      n,
      weekly,
    })
  const rolls = (index: number) =>
    submissionsOf((say) => payRolls(months[index]!, [...benefits.values()], seed, say), {
      seed,
      kind: 'roll',
      n: index,
      weekly,
    })

  /** In which months something is sent of each life, a bit a month; and how much of all lives. */
  const index = () => {
    const sentIn = new BigUint64Array(everybody.length)
    let count = 0
    everybody.forEach((one, n) => {
      for (const submission of life(one, n)) {
        sentIn[n]! |= 1n << BigInt(months.indexOf(monthOf(submission)))
        count += 1
      }
    })
    return { sentIn, count }
  }
  let indexed: ReturnType<typeof index> | undefined
  const lives = () => {
    indexed ??= index()
    return indexed
  }
  /** The lives' submissions of so many months from one on; a small city's of all months at once. */
  const told = (at: number): Map<string, Submission[]> => {
    const span = Math.max(1, Math.floor(personMonthsAtOnce / persons))
    const wanted = ((1n << BigInt(span)) - 1n) << BigInt(at)
    const byMonth = new Map<string, Submission[]>(months.slice(at, at + span).map((month) => [month, []]))
    const { sentIn: inMonths } = lives()
    everybody.forEach((one, n) => {
      if (inMonths[n]! & wanted)
        for (const submission of life(one, n)) byMonth.get(monthOf(submission))?.push(submission)
    })
    return byMonth
  }
  let ahead = new Map<string, Submission[]>()
  const sentIn = (month: string): Submission[] => {
    const at = months.indexOf(month)
    if (!ahead.has(month)) ahead = told(at)
    const ofLives = ahead.get(month)!
    ahead.delete(month)
    // A roll's last facts may be sent in the month after, where systems wait for the end of the week.
    const ofRolls = (weekly ? [at - 1, at] : [at])
      .filter((roll) => roll >= 0)
      .flatMap(rolls)
      .filter((submission) => monthOf(submission) === month)
    return [...(once.get(month) ?? []), ...ofLives, ...ofRolls].sort(byTime)
  }
  return {
    ...people,
    scale,
    get total() {
      const paid = months.reduce((sum, _month, at) => sum + rolls(at).length, 0)
      return city.said.length + lives().count + paid
    },
    sentIn,
    decisions: city.decisions,
    get submissions() {
      return months.flatMap(sentIn)
    },
  }
}
