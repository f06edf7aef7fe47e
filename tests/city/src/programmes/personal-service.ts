import { dayAfter } from '../calendar.ts'
import type { City } from '../city.ts'
import { inventedUscc } from '../invented.ts'

/** Row 4, from 2024 on: 230 veterans served at home, 150 trained to start a business, 32 started one, 180 jobs came of it. */
export const servePersonally = (city: City): void => {
  const { random, lasting } = city
  lasting.slice(100, 330).forEach((one) => {
    const day = city.day('2024-01-02', '2025-12-20')
    city.add({
      department: 'veteran-affairs',
      name: 'HomeServiceProvided',
      day,
      region: one.township,
      data: {
        person: { citizenNumber: one.citizenNumber },
        help: [random.pick(['养老金领取', '医疗报销', '认证'])],
        startedAt: `${day}T02:00:00.000Z`,
        endedAt: `${day}T03:00:00.000Z`,
      },
    })
  })
  lasting.slice(330, 480).forEach((one, index) => {
    const trained = city.day('2024-01-02', '2025-06-30')
    const person = { citizenNumber: one.citizenNumber }
    city.add({
      department: 'hr',
      name: 'EntrepreneurshipTrainingCompleted',
      day: trained,
      region: one.county,
      data: { person, courseId: `BIZ-${(index % 5) + 1}` },
    })
    if (index >= 32) return
    const businessUscc = inventedUscc(5000 + index)
    const started = dayAfter(trained, random.whole(10, 60))
    city.add({
      department: 'hr',
      name: 'BusinessStarted',
      day: started,
      region: one.county,
      data: { person, businessUscc, startedOn: started },
    })
    city.add({
      department: 'hr',
      name: 'StartupFundingGranted',
      day: dayAfter(started, 5),
      region: one.county,
      data: { person, kind: '补贴', amount: 500_000 },
    })
    // An earlier, smaller count comes first: the latest counts.
    const jobs = index < 20 ? 6 : 5
    for (const [after, counted] of [
      [30, 2],
      [90, jobs],
    ] as const)
      city.add({
        department: 'hr',
        name: 'BusinessJobsReported',
        day: dayAfter(started, after),
        region: one.county,
        data: { person, businessUscc, jobs: counted, asOf: dayAfter(started, after) },
      })
    // Three did not last; the jobs that came of them had been counted.
    if (index >= 29)
      city.add({
        department: 'hr',
        name: 'BusinessClosed',
        day: dayAfter(started, 120),
        region: one.county,
        data: { person, businessUscc, closedOn: dayAfter(started, 120), reason: '经营困难' },
      })
  })
}

/** Row 4: 300 consultations on policies from 2024 on. */
export const consultOnPolicies = (city: City): void => {
  for (let n = 0; n < 300; n++) {
    const one = city.lasting[(n * 7) % city.lasting.length]!
    city.add({
      department: 'veteran-affairs',
      name: 'PolicyConsultationGiven',
      day: city.day('2024-01-02', '2025-12-20'),
      region: one.county,
      data: {
        person: { citizenNumber: one.citizenNumber },
        topic: city.random.pick(['优抚待遇', '就业创业', '移交安置', '医疗保障']),
        channel: city.random.pick(['窗口', '电话', 'APP']),
      },
    })
  }
}

/** Row 4: 400 regular contacts with 200 persons from 2024 on, each contacted once in each year. */
export const keepInContact = (city: City): void => {
  for (const year of ['2024', '2025'])
    city.lasting.slice(300, 500).forEach((one, index) => {
      const contactedOn = city.day(`${year}-01-05`, `${year}-11-30`)
      city.add({
        department: 'veteran-affairs',
        name: 'RegularContactMade',
        day: contactedOn,
        region: one.township,
        data: {
          person: { citizenNumber: one.citizenNumber },
          contactedOn,
          mode: city.random.pick(['上门走访', '电话', '线上']),
          needs: index % 20 === 0 ? ['医疗报销不便'] : [],
        },
      })
    })
}
