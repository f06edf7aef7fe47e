import { dayAfter } from '../calendar.ts'
import type { City } from '../city.ts'
import type { Inhabitant, Population } from '../inhabitant.ts'
import { inventedUscc } from '../invented.ts'
import type { Scale } from '../scale.ts'
import type { Said } from '../submission.ts'

/** Who reaches the n-th intent of a fair; the first are family members. */
const attendee = (city: Population, fair: number, n: number, families: number): Inhabitant =>
  n < families
    ? city.families[(fair * 31 + n) % city.families.length]!
    : city.lasting[(fair * 173 + n) % city.lasting.length]!

/** How many intents a fair (from 1) has, and how many of them are family members'. */
const intentsOf = ({ fairs, intents }: Scale['fairs'], fair: number) => {
  const all = Math.floor(intents / fairs) + (fair <= intents % fairs ? 1 : 0)
  return { all, families: Math.floor(all * 0.1) }
}

/** Everybody who reaches an intent at some fair. */
export const fairGoers = (city: Population & { scale: Scale }): ReadonlySet<Inhabitant> => {
  const goers = new Set<Inhabitant>()
  for (let fair = 1; fair <= city.scale.fairs.fairs; fair++) {
    const { all, families } = intentsOf(city.scale.fairs, fair)
    for (let n = 0; n < all; n++) goers.add(attendee(city, fair, n, families))
  }
  return goers
}

/** Row 10: 30 fairs, 1,200 attendances of companies, 28,000 posts, 5,600 people with a letter of intent. */
export const holdJobFairs = (city: City): void => {
  const { random } = city
  const { fairs, companies, posts } = city.scale.fairs
  const add = (said: Omit<Said, 'department'>) =>
    city.add({ ...said, department: 'hr', source: '/departments/hr/job-fairs' })
  for (let fair = 1; fair <= fairs; fair++) {
    const heldOn = city.day('2023-02-01', '2025-11-30')
    const fairId = `FAIR-${fair}`
    const region = random.pick(['430302', '430304', '430321', '430381', '430382'])
    add({
      name: 'JobFairHeld',
      day: heldOn,
      region,
      data: { fairId, heldOn, venue: '人力资源市场' },
    })
    const attending = Array.from({ length: companies / fairs }, (_, index) => inventedUscc(index * 7 + fair))
    const postsHere = Math.floor(posts / fairs) + (fair <= posts % fairs ? 1 : 0)
    attending.forEach((companyUscc, index) => {
      const offered = Math.floor(postsHere / attending.length) + (index < postsHere % attending.length ? 1 : 0)
      add({
        name: 'JobFairCompanyAttended',
        day: heldOn,
        region,
        data: { fairId, companyUscc, posts: offered, postKinds: ['普工', '保安'] },
      })
    })
    const { all: intentsHere, families } = intentsOf(city.scale.fairs, fair)
    for (let n = 0; n < intentsHere; n++) {
      const one = attendee(city, fair, n, families)
      add({
        name: 'JobIntentReached',
        day: heldOn,
        region,
        data: {
          fairId,
          person: { citizenNumber: one.citizenNumber },
          attendeeKind: one.kind === 'family' ? '军属' : '退役军人',
          companyUscc: random.pick(attending),
          post: '普工',
        },
      })
    }
    add({
      name: 'JobFairClosed',
      day: dayAfter(heldOn, 5),
      region,
      data: { fairId, totals: { companies: attending.length, posts: postsHere, intents: intentsHere } },
    })
  }
}
