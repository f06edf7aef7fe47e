import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import type { Benefit } from '../benefit.ts'
import { dayAfter, daysBetween, earlier, lastDay } from '../calendar.ts'
import { type Inhabitant, personOf } from '../inhabitant.ts'
import type { Random } from '../random.ts'
import type { Said, SubmissionId } from '../submission.ts'

/** What else there is to say of a fact in a life. */
export type More = Pick<Said, 'extra' | 'source' | 'version' | 'sentOn'> & {
  region?: string
  /** The fact is not about them alone: it names no person. */
  ofNobody?: true
}

/** One inhabitant's life, as the departments will tell it. */
export type Life = {
  one: Inhabitant
  random: Random
  benefit: Benefit | undefined
  /** The day on which their file was opened. */
  registeredOn: string
  /** Their last day in the scenario. */
  last: string
  /** A day between two, not after the last. */
  day(from: string, to?: string): string
  /** Says that something happened to them; nothing after their last day. */
  say(
    department: SubmittingDepartment,
    name: string,
    day: string,
    data: Record<string, unknown>,
    more?: More,
  ): SubmissionId
}

/** A life whose facts go to `said`, each with an id of its own that does not depend on other lives. */
export const lifeOf = (
  one: Inhabitant,
  {
    random,
    benefit,
    said,
  }: { random: Random; benefit: Benefit | undefined; said: (said: Said & { id: string }) => SubmissionId },
): Life => {
  const last = one.diedOn ?? lastDay
  const registeredOn = dayAfter('2023-01-02', random.whole(0, 330))
  let facts = 0
  return {
    one,
    random,
    benefit,
    registeredOn,
    last,
    day: (from, to = last) => dayAfter(from, random.whole(0, Math.max(0, daysBetween(from, earlier(to, last))))),
    say: (department, name, day, data, { region = one.county, ofNobody, ...more } = {}) => {
      facts += 1
      const id = `${one.kind === 'family' ? 'F' : 'V'}${one.index}-${facts}`
      return said({
        department,
        name,
        day,
        region,
        id,
        ...more,
        data: { ...(ofNobody ? {} : { person: personOf(one) }), ...data },
      })
    },
  }
}
