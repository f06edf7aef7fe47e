import { workingDayAfter } from '@hub/schemas/values/working-days.ts'
import { dayAfter } from '../calendar.ts'
import type { City } from '../city.ts'
import { personOf } from '../inhabitant.ts'
import { approvedVeteran } from './benefit-approval.ts'

const about = { department: 'veteran-affairs', region: '430300' } as const

const counties = [
  ['430302', '雨湖区'],
  ['430304', '岳塘区'],
  ['430321', '湘潭县'],
  ['430381', '湘乡市'],
  ['430382', '韶山市'],
] as const

/** The county's Veteran Affairs Bureau, as supervision names it. */
const bureauOf = (n: number) => {
  const [officeRegion, name] = counties[n % counties.length]!
  return { office: `${name}退役军人事务局`, officeKind: '退役军人事务', officeRegion }
}

/** Row 21: four meetings a year; lists of who answers for what in the city and each county, made anew for 2025. */
export const lead = (city: City): void => {
  for (const year of [2023, 2024, 2025]) {
    ;(['02-20', '05-18', '08-15', '11-12'] as const).forEach((day, index) => {
      const heldOn = `${year}-${day}`
      city.add({
        ...about,
        name: 'LeadershipMeetingHeld',
        day: heldOn,
        data: {
          meetingId: `HY-${year}-${index + 1}`,
          level: '市',
          kind: index === 0 ? '领导小组会议' : city.random.pick(['联席会议', '专题会议', '调度会']),
          heldOn,
          topics: index === 0 ? ['移交安置', '资金保障', '督导考核'] : [city.random.pick(['权益维护', '数据共享'])],
          resolutions: city.random.whole(2, 8),
        },
      })
    })
    if (year === 2024) continue
    ;['430300', ...counties.map(([code]) => code)].forEach((region) => {
      const adoptedOn = `${year}-03-${region === '430300' ? '05' : '20'}`
      city.add({
        ...about,
        region,
        name: 'ResponsibilityListAdopted',
        day: adoptedOn,
        data: {
          responsibilityId: `ZR-${region}`,
          level: region === '430300' ? '市' : '县',
          year,
          adoptedOn,
          offices: city.random.whole(12, 24),
          duties: city.random.whole(40, 70),
        },
      })
    })
  }
}

/** Row 19: six notices; one is put right late, one is sent back and put right again, one is not settled yet. */
export const supervise = (city: City): void => {
  for (let number = 1; number <= 6; number++) {
    const issuedOn = `2025-${String(number + 2).padStart(2, '0')}-03`
    const dueOn = dayAfter(issuedOn, 28)
    const notice = { supervisionId: `DD-2025-${number}`, ...bureauOf(number) }
    const matter = city.random.pick(['办理超期', '数据不一致', '年度确认', '信访办理'])
    city.add({
      ...about,
      name: 'SupervisionNoticeIssued',
      day: issuedOn,
      data: { ...notice, matter, issuedOn, dueOn },
    })
    const rectify = (due: string, rectifiedOn: string) =>
      city.add({
        ...about,
        name: 'SupervisionRectified',
        day: rectifiedOn,
        data: { ...notice, dueOn: due, rectifiedOn },
      })
    const rectifiedOn = dayAfter(dueOn, number === 2 ? 3 : -4)
    rectify(dueOn, rectifiedOn)
    let last = rectifiedOn
    if (number === 3) {
      const sentBackOn = dayAfter(rectifiedOn, 6)
      const newDueOn = dayAfter(sentBackOn, 20)
      city.add({
        ...about,
        name: 'SupervisionSentBack',
        day: sentBackOn,
        data: { ...notice, rectifiedOn, sentBackOn, dueOn: newDueOn },
      })
      last = newDueOn
      rectify(newDueOn, last)
    }
    if (number === 2 || number === 3) {
      const heldOn = dayAfter(last, 5)
      const { office, officeKind, officeRegion, supervisionId } = notice
      city.add({
        ...about,
        name: 'OfficeInterviewed',
        day: heldOn,
        data: { interviewId: `YT-${number}`, office, officeKind, officeRegion, matter, heldOn, supervisionId },
      })
    }
    if (number === 6) continue
    const acceptedOn = dayAfter(last, 10)
    city.add({
      ...about,
      name: 'SupervisionAccepted',
      day: acceptedOn,
      data: { ...notice, rectifiedOn: last, acceptedOn },
    })
  }
}

/** Row 19: each county's bureau is assessed at the end of 2024 and of 2025, with 90 to 94 points. */
export const assess = (city: City): void => {
  for (const year of [2024, 2025])
    counties.forEach(([region], index) => {
      const scoredOn = `${year}-12-20`
      const score = 90 + index
      city.add({
        ...about,
        name: 'AssessmentScored',
        day: scoredOn,
        data: {
          assessmentId: `KH-${year}-${region}`,
          ...bureauOf(index),
          year,
          scoredOn,
          score,
          items: [
            { item: '办理超期', full: 50, scored: 45 },
            { item: '年度确认', full: 50, scored: score - 45 },
          ],
        },
      })
    })
}

/** Row 18: eight requests to share data; seven are answered, six of them in time, one with no. */
export const shareData = (city: City): void => {
  const wanted = ['公安', '医保', '民政', '人社', '财政', '卫健', '公安', '医保'] as const
  wanted.forEach((provider, index) => {
    const requestedOn = city.day('2024-01-08', '2025-10-20')
    const sharing = {
      sharingId: `GX-${index + 1}`,
      provider,
      dataset: provider === '医保' ? '基本医疗保险参保信息' : `${provider}共享资源`,
      requestedOn,
      dueOn: dayAfter(requestedOn, 14),
    }
    city.add({ ...about, name: 'DataSharingRequested', day: requestedOn, data: sharing })
    if (index === 7) return
    const answeredOn = dayAfter(requestedOn, index === 6 ? 15 : city.random.whole(3, 14))
    city.add({
      ...about,
      name: 'DataSharingAnswered',
      day: answeredOn,
      data: { ...sharing, answeredOn, granted: index !== 5 },
    })
  })
}

/** Row 18: twenty settle everything with one application; eighteen are finished, in 8 or in 11 working days. */
export const settleInOne = (city: City): void => {
  for (let number = 1; number <= 20; number++) {
    const one = approvedVeteran(city, 40 + number)
    const said = { department: 'veteran-affairs', region: one.county } as const
    const acceptedOn = city.day('2024-10-01', '2025-10-31')
    const application = {
      caseId: `YJS-${number}`,
      person: personOf(one),
      items: ['退役报到', '恢复户口', '医疗保险转移接续', '优待证申领', '就业登记'],
    }
    const material = (kind: string, from: '申请人' | '数据共享') => ({ kind, from })
    const materials = [
      material('申请表', '申请人'),
      material('退出现役证件', '申请人'),
      ...['户籍信息', '参保信息', '婚姻信息', '照片', '学历信息'].map((kind) => material(kind, '数据共享')),
    ]
    city.add({
      ...said,
      name: 'OneThingApplicationAccepted',
      day: acceptedOn,
      data: { ...application, acceptedOn, materials },
    })
    if (number > 18) continue
    const finishedOn = workingDayAfter(acceptedOn, number % 2 === 0 ? 8 : 11)!
    city.add({
      ...said,
      name: 'OneThingApplicationFinished',
      day: finishedOn,
      data: { ...application, acceptedOn, finishedOn },
    })
  }
}
