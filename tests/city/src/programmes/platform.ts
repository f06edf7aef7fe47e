import { dayAfter } from '../calendar.ts'
import type { City } from '../city.ts'

/** Row 2: 8,600 matters handled on the platform; every second is rated, and of the rated ones 98 in 100 are satisfied or very satisfied. */
export const runPlatform = (city: City): void => {
  const { random, scale } = city
  const openedOn = '2023-03-01'
  city.add({
    department: 'veteran-affairs',
    name: 'PlatformOpened',
    day: openedOn,
    region: '430300',
    data: { platformId: 'ONLINE', channels: ['APP', '公众号'], openedOn },
  })
  for (let n = 1; n <= scale.matters; n++) {
    const day = city.day('2023-03-02', '2025-12-20')
    const matterId = `M-${n}`
    const one = random.pick(city.lasting)
    const person = { citizenNumber: one.citizenNumber }
    const matter = {
      matterId,
      matterType: random.pick(['优待证申领', '抚恤金查询', '帮扶援助咨询']),
      kind: random.pick(['信息查询', '业务申请', '进度跟踪']),
      channel: random.pick(['APP', '公众号']),
      person,
    }
    const region = one.county
    city.add({ department: 'veteran-affairs', name: 'MatterReceived', day, region, data: matter })
    city.add({
      department: 'veteran-affairs',
      name: 'MatterCompleted',
      day: dayAfter(day, random.whole(1, 5)),
      region,
      data: { ...matter, outcome: '办结' },
    })
    if (n % 2 === 0)
      city.add({
        department: 'veteran-affairs',
        name: 'MatterRated',
        day: dayAfter(day, random.whole(5, 10)),
        region,
        data: { matterId, score: n % 100 === 0 ? 2 : random.pick([4, 5]) },
      })
  }
}
