import { regions } from '@hub/schemas/values/region-code.ts'
import { dayAfter } from './calendar.ts'
import { inventedCitizenNumber, inventedName } from './invented.ts'
import { randomOf } from './random.ts'

/** One invented inhabitant. */
export type Inhabitant = {
  /** Their place among the veterans or among the families, from 0. */
  index: number
  citizenNumber: string
  name: string
  sex: '男' | '女'
  birthDay: string
  township: string
  county: string
  kind: 'veteran' | 'family'
  /** The day on which they die in the scenario; most do not. */
  diedOn?: string
}

/** The inhabitants of the city. */
export type Population = {
  veterans: readonly Inhabitant[]
  /** Veterans who live through the whole scenario. */
  lasting: readonly Inhabitant[]
  families: readonly Inhabitant[]
}

/** The first of each kind take part in programmes and stories, and nothing else befalls them: see `lives/`. */
export const spared = { veteran: 1_000, family: 250 } as const

/** Whether somebody leads a life of their own beside the programmes and stories. */
export const livesFreely = (one: Inhabitant): boolean => one.index >= spared[one.kind]

/** Of the veterans who live freely some never married and have no children. */
export const neverMarried = (one: Inhabitant): boolean =>
  one.kind === 'veteran' && livesFreely(one) && one.index % 40 === 7

/** And some farm, and never had an employer. */
export const farms = (one: Inhabitant): boolean =>
  one.kind === 'veteran' && livesFreely(one) && one.index % 40 === 19 && one.birthDay >= '1963'

const townships = regions.filter((region) => region.level === 'township')
/** Days of birth in turn: so many that an order number keeps those of one day apart. A prime, so that steps reach all. */
const birthDays = 21_911

const inhabitant = (seed: number, kind: Inhabitant['kind'], index: number): Inhabitant => {
  const random = randomOf(seed, kind, index)
  const township = random.pick(townships)
  const birthDay = dayAfter('1938-01-01', (index * 7_919 + seed) % birthDays)
  const order = Math.floor(index / birthDays) + (kind === 'veteran' ? 1 : 250)
  const male = kind === 'veteran' ? random.chance(0.93) : random.chance(0.4)
  const one: Inhabitant = {
    index,
    citizenNumber: inventedCitizenNumber(township.parent!, birthDay, order, male),
    name: inventedName(random),
    sex: male ? '男' : '女',
    birthDay,
    township: township.code,
    county: township.parent!,
    kind,
  }
  const mortality = birthDay < '1955' ? 0.06 : 0.005
  const dies = random.chance(mortality)
  const diedOn = dayAfter('2024-01-05', random.whole(0, 690))
  return dies && livesFreely(one) ? { ...one, diedOn } : one
}

/** `persons` inhabitants: nine in ten veterans (all but 260 in a small city), the others family members. Same seed, same people. */
export const population = ({ seed, persons }: { seed: number; persons: number }): Population => {
  const families = Math.max(260, Math.round(persons * 0.1))
  const people = (kind: Inhabitant['kind'], count: number) =>
    Array.from({ length: count }, (_, index) => inhabitant(seed, kind, index))
  const veterans = people('veteran', persons - families)
  const lasting = veterans.filter(({ diedOn }) => diedOn === undefined)
  return { veterans, lasting, families: people('family', families) }
}

/** A person as departments name one. */
export const personOf = (one: Inhabitant) => ({ citizenNumber: one.citizenNumber })
