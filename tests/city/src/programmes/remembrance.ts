import { later } from '../calendar.ts'
import type { City } from '../city.ts'
import { inventedCitizenNumber, inventedName } from '../invented.ts'

const about = { department: 'veteran-affairs', region: '430300' as string } as const

/** Row 14, 2025: 150,000 visits at Qingming; 30 gilding, 25 planting and 40 reading sessions. */
export const rememberMartyrs = (city: City): void => {
  const cemeteryId = 'CEMETERY-1'
  const days = ['2025-04-03', '2025-04-04', '2025-04-05']
  for (const day of days)
    city.add({ ...about, name: 'CemeteryVisitsCounted', day, data: { cemeteryId, day, visits: 50_000, mode: '现场' } })
  ;['2023-04-05', '2024-04-04'].forEach((day) => {
    city.add({ ...about, name: 'CemeteryVisitsCounted', day, data: { cemeteryId, day, visits: 30_000, mode: '线上' } })
  })
  const sessions = (name: string, count: number, total: number) => {
    for (let n = 0; n < count; n++) {
      const heldOn = city.day('2025-03-01', '2025-11-30')
      const quantity = Math.floor(total / count) + (n < total % count ? 1 : 0)
      city.add({ ...about, name, day: heldOn, data: { cemeteryId, heldOn, quantity, programme: '英烈纪念' } })
    }
  }
  sessions('TombstonesGilded', 30, 2_000)
  sessions('MemorialTreesPlanted', 25, 5_000)
  sessions('MartyrLettersRead', 40, 120)
}

/** Row 14: cemeteries by level; one was raised from the county's to the city's, so that five are on record. */
export const registerCemeteries = (city: City): void => {
  const register = (number: number, name: string, level: string, approvedOn: string) =>
    city.add({
      ...about,
      name: 'MartyrCemeteryRegistered',
      day: later(approvedOn, '2023-02-15'),
      data: { cemeteryId: `CEMETERY-${number}`, name, level, approvedOn },
    })
  register(1, '莲城烈士陵园', '市级', '2011-03-30')
  register(2, '湘江渡口革命纪念馆', '国家级', '2009-09-20')
  register(3, '昭山烈士纪念碑', '省级', '2013-07-01')
  register(4, '韶峰烈士墓园', '县级', '2014-04-05')
  register(5, '涟水烈士墓园', '县级', '2014-04-05')
  register(5, '涟水烈士墓园', '市级', '2024-09-30')
}

/**
 * Row 14: twelve martyrs on record, of whom nine fell long ago and never had a citizen number. All but two of the twelve
 * have a certificate, and one rating was taken back: eleven on record, nine with a certificate.
 */
export const recordMartyrs = (city: City): void => {
  for (let number = 1; number <= 12; number++) {
    const martyr = { martyrId: `MARTYR-${number}` }
    const recent = number > 9
    const say = (name: string, day: string, data: Record<string, unknown>, region = about.region) =>
      city.add({ ...about, region, name, day, data: { ...martyr, ...data } })
    // Of some who fell long ago nobody is left.
    const holder = number % 4 === 0 ? undefined : city.families[number]!
    if (recent)
      say('MartyrRatingNotified', '2023-03-10', {
        ratedBy: number === 12 ? '退役军人事务部' : '省级人民政府',
        ratedOn: '2023-02-20',
        notifiedOn: '2023-03-10',
      })
    say('MartyrRecorded', '2023-03-20', {
      name: `烈士${'甲乙丙丁戊己庚辛壬癸子丑'[number - 1]}`,
      sacrificedOn: recent ? '2022-08-14' : ['1951-02', '1952-10-14', '1979'][number % 3],
      cemetery: '莲城烈士陵园',
      ...(recent
        ? { person: { citizenNumber: inventedCitizenNumber('430302', `1998-0${number - 9}-11`, 210, true) } }
        : {}),
    })
    if (number > 2)
      say(
        'MartyrCertificateAwarded',
        '2023-05-20',
        {
          certificateNo: `湘烈字第${String(number).padStart(4, '0')}号`,
          awardedOn: '2023-05-20',
          ...(holder ? { person: { citizenNumber: holder.citizenNumber }, relation: '子女' } : {}),
        },
        holder?.county,
      )
    if (number === 12)
      say('MartyrRatingRevoked', '2024-11-18', { revokedBy: '退役军人事务部', revokedOn: '2024-11-18' })
  }
}

/** Row 15: 39 family members in 3 groups to distant graves, with consolation money. */
export const travelToGraves = (city: City): void => {
  const destinations = ['广西凭祥', '云南麻栗坡', '山东临沂']
  destinations.forEach((destination, index) => {
    const journey = { journeyId: `JOURNEY-${index + 1}`, batchNo: String(index + 1), destination }
    const from = ['2023-09-20', '2024-09-20', '2025-09-20'][index]!
    const to = from.replace('-20', '-25')
    city.add({ ...about, name: 'MartyrJourneyHeld', day: to, data: { ...journey, from, to } })
    city.families.slice(index * 13, index * 13 + 13).forEach((one, number) => {
      city.add({
        ...about,
        name: 'MartyrJourneyJoined',
        day: to,
        data: {
          journeyId: journey.journeyId,
          person: { citizenNumber: one.citizenNumber },
          // Some graves are of martyrs whom the city has on record, most of men of whom only the name is known.
          martyr: number < 3 ? { martyrId: `MARTYR-${number + 1}` } : { name: inventedName(city.random) },
          relation: '子女',
          consolation: 200_000,
        },
      })
    })
  })
}

/** Row 16: sites by kind, activities, talks, model persons. */
export const passOnHeritage = (city: City): void => {
  const { random } = city
  const kinds = ['双拥公园', '双拥社区', '双拥学校', '双拥示范路', '文化长廊', '宣教室', '纪念设施']
  kinds.forEach((kind, index) => {
    const siteId = `SITE-${index + 1}`
    city.add({
      ...about,
      name: 'HeritageSiteOpened',
      day: city.day('2023-03-01', '2024-12-31'),
      data: { siteId, kind, name: `莲城${kind}` },
    })
    for (let n = 0; n < 4; n++) {
      const heldOn = city.day('2025-01-05', '2025-12-20')
      city.add({
        ...about,
        name: 'HeritageActivityHeld',
        day: heldOn,
        data: { siteId, heldOn, attendance: random.whole(50, 400) },
      })
    }
  })
  // A seventh kind's site of before stopped being used; it was opened outside the scenario.
  city.add({
    ...about,
    name: 'HeritageSiteClosed',
    day: '2025-11-20',
    data: { siteId: 'SITE-0', kind: '宣教室', name: '旧宣教室' },
  })
  for (let n = 1; n <= 60; n++)
    city.add({
      ...about,
      name: 'HeritageTalkGiven',
      day: city.day('2023-02-01', '2025-12-20'),
      data: {
        talkId: `TALK-${n}`,
        venueKind: random.pick(['校园', '社区', '企业']),
        speakers: [{ kind: random.pick(['老兵', '烈属', '志愿者']) }],
        audience: random.whole(40, 300),
        programme: '老兵宣讲',
      },
    })
  city.lasting.slice(900, 912).forEach((one, index) => {
    city.add({
      ...about,
      name: 'ModelPersonHonoured',
      day: `${2023 + (index % 3)}-08-01`,
      data: {
        person: { citizenNumber: one.citizenNumber },
        title: '最美退役军人',
        level: '市',
        year: 2023 + (index % 3),
      },
    })
  })
}

/** Row 17: 1000, 1050, 1103, 1158 of the base year's thousand; 2022 is the base and is handed in late. */
export const closeEnlistmentSeasons = (city: City): void => {
  const yearly = { 2022: [520, 480], 2023: [545, 505], 2024: [570, 533], 2025: [600, 558] }
  for (const [year, [spring, autumn]] of Object.entries(yearly))
    for (const [season, index, day, from, to] of [
      ['上半年', spring, `${year}-04-10`, `${year}-01`, `${year}-06`],
      ['下半年', autumn, `${year}-10-10`, `${year}-07`, `${year}-12`],
    ] as const)
      city.add({
        ...about,
        name: 'EnlistmentSeasonClosed',
        day,
        ...(year === '2022' ? { sentOn: '2023-01-20' } : {}),
        data: { enlistmentId: `${year}-${season}`, from, to, index: index!, assertedFrom: '人武部' },
      })
}
