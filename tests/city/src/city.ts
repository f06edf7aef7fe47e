import { lookUpType } from '@hub/schemas/catalogue.ts'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import { regions } from '@hub/schemas/values/region-code.ts'
import { dayAfter, daysBetween, inventedCitizenNumber, inventedName } from './invented.ts'
import { type Random, seededRandom } from './random.ts'

/** First and last day of the scenario. */
export const firstDay = '2023-01-01'
export const lastDay = '2025-12-31'

/** One invented inhabitant. */
export type Inhabitant = {
  citizenNumber: string
  name: string
  sex: '男' | '女'
  birthDay: string
  township: string
  county: string
  kind: 'veteran' | 'family'
}

/** One CloudEvent on its way: when its department sends it, and the event itself. */
export type Submission = {
  department: SubmittingDepartment
  /** The instant at which it is sent, ms. */
  sentAt: number
  event: Record<string, unknown> & {
    id: string
    source: string
    type: string
    time: string
    data: Record<string, unknown>
  }
  /** The same message once more. */
  again?: true
  /** No event of the vocabulary: the hub has to refuse it. */
  malformed?: true
}

/**
 * Another department's stream as a sender knows it: by the stream name in that department's receipt. The player puts the
 * name in its place once the receipt is there.
 */
export type StreamFromReceipt = { fromReceipt: string }

/** The stream of another department's submission. */
export const fromReceipt = (submission: { source: string; id: string }): StreamFromReceipt => ({
  fromReceipt: `${submission.source}#${submission.id}`,
})

/** What a programme writes its events with. */
export type City = {
  random: Random
  veterans: readonly Inhabitant[]
  families: readonly Inhabitant[]
  /** Adds an event that happened on a day; sent that day unless `sentOn` says later. Returns source and id. */
  add(event: {
    department: SubmittingDepartment
    name: string
    day: string
    data: Record<string, unknown>
    region: string
    sentOn?: string
    system?: string
    extra?: Record<string, unknown>
  }): { source: string; id: string }
  /** A day of the scenario, or of a part of it. */
  day(from?: string, to?: string): string
  submissions: Submission[]
}

const systems: Record<SubmittingDepartment, string> = {
  'veteran-affairs': 'service-platform',
  'civil-affairs': 'civil-registry',
  finance: 'treasury',
  hr: 'employment',
}

const townships = regions.filter((region) => region.level === 'township')
const namedDay = (instant: number) => new Date(instant).toISOString()

const inhabitants = (random: Random, count: number, kind: Inhabitant['kind'], orderFrom: number): Inhabitant[] =>
  Array.from({ length: count }, (_, index) => {
    const township = random.pick(townships)
    const birthDay = dayAfter('1940-01-01', random.whole(0, 365 * 62))
    const male = kind === 'veteran' ? random.chance(0.93) : random.chance(0.4)
    return {
      citizenNumber: inventedCitizenNumber(township.parent!, birthDay, orderFrom + (index % 200), male),
      name: inventedName(random),
      sex: male ? '男' : '女',
      birthDay,
      township: township.code,
      county: township.parent!,
      kind,
    }
  })

/** An empty city of `persons` inhabitants: nine in ten veterans (all but 260 in a small one), the others family members. Same seed, same city. */
export const emptyCity = (options: { seed: number; persons: number }): City => {
  const random = seededRandom(options.seed)
  const unique = (people: Inhabitant[]) => [...new Map(people.map((one) => [one.citizenNumber, one])).values()]
  const veteranCount = options.persons - Math.max(260, Math.round(options.persons * 0.1))
  const veterans = unique(inhabitants(random, veteranCount, 'veteran', 1))
  const families = unique(inhabitants(random, options.persons - veteranCount, 'family', 250))
  const submissions: Submission[] = []
  const numbers = new Map<string, number>()
  const officials = (department: string) => [
    { officialId: `${department.slice(0, 2).toUpperCase()}-${random.whole(101, 140)}`, duty: '经办' },
    { officialId: `${department.slice(0, 2).toUpperCase()}-${random.whole(201, 220)}`, duty: '复核' },
  ]
  return {
    random,
    veterans,
    families,
    submissions,
    day: (from = firstDay, to = lastDay) => dayAfter(from, random.whole(0, daysBetween(from, to))),
    add: ({ department, name, day, data, region, sentOn, system, extra }) => {
      const source = `/departments/${department}/${system ?? systems[department]}`
      const number = (numbers.get(source) ?? 0) + 1
      numbers.set(source, number)
      const version = [3, 2, 1].find((one) => lookUpType(`${department}.${name}.v${one}`)) ?? 1
      const at = Date.parse(`${day}T01:00:00.000Z`) + random.whole(0, 8 * 3600) * 1000
      const id = `${name}-${number}`
      const event = {
        specversion: '1.0',
        id,
        source,
        type: `${department}.${name}.v${version}`,
        time: namedDay(at),
        ...extra,
        data: { region, handledBy: officials(department), ...data },
      }
      const sentAt = sentOn === undefined ? at + 60_000 : Date.parse(`${sentOn}T10:00:00.000Z`)
      submissions.push({ department, sentAt: Math.max(sentAt, at), event })
      return { source, id }
    },
  }
}
