import type { City } from '../city.ts'
import { dayAfter, inventedUscc } from '../invented.ts'

const [fairs, companies, posts, intents] = [30, 1_200, 28_000, 5_600]

/** Row 10: 30 fairs, 1,200 attendances of companies, 28,000 posts, 5,600 people with a letter of intent. */
export const holdJobFairs = (city: City): void => {
  const { random } = city
  const perFair = { companies: companies / fairs, intents: Math.floor(intents / fairs) }
  for (let fair = 1; fair <= fairs; fair++) {
    const heldOn = city.day('2023-02-01', '2025-11-30')
    const fairId = `FAIR-${fair}`
    const region = random.pick(['430302', '430304', '430321', '430381', '430382'])
    city.add({
      department: 'hr',
      name: 'JobFairHeld',
      day: heldOn,
      region,
      data: { fairId, heldOn, venue: '人力资源市场' },
    })
    const attending = Array.from({ length: perFair.companies }, (_, index) => inventedUscc(index * 7 + fair))
    const postsHere = Math.floor(posts / fairs) + (fair <= posts % fairs ? 1 : 0)
    attending.forEach((companyUscc, index) => {
      const offered = Math.floor(postsHere / attending.length) + (index < postsHere % attending.length ? 1 : 0)
      city.add({
        department: 'hr',
        name: 'JobFairCompanyAttended',
        day: heldOn,
        region,
        data: { fairId, companyUscc, posts: offered, postKinds: ['普工', '保安'] },
      })
    })
    const intentsHere = perFair.intents + (fair <= intents % fairs ? 1 : 0)
    const families = Math.floor(intentsHere * 0.1)
    for (let n = 0; n < intentsHere; n++) {
      const one =
        n < families
          ? city.families[(fair * 31 + n) % city.families.length]
          : city.veterans[(fair * 173 + n) % city.veterans.length]
      city.add({
        department: 'hr',
        name: 'JobIntentReached',
        day: heldOn,
        region,
        data: {
          fairId,
          person: { citizenNumber: one!.citizenNumber },
          attendeeKind: one!.kind === 'family' ? '军属' : '退役军人',
          companyUscc: random.pick(attending),
          post: '普工',
        },
      })
    }
    city.add({
      department: 'hr',
      name: 'JobFairClosed',
      day: dayAfter(heldOn, 5),
      region,
      data: { fairId, totals: { companies: attending.length, posts: postsHere, intents: intentsHere } },
    })
  }
}
