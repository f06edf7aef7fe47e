import { dayAfter } from '../calendar.ts'
import type { City } from '../city.ts'
import { inventedUscc } from '../invented.ts'

/** Row 11: 90 soldiers discharged to find their own work are trained; 83 of them are employed within half a year. */
export const trainSkills = (city: City): void => {
  const { random } = city
  const subjects = ['汽车维修', '电子商务', '烹饪', '电工']
  subjects.forEach((subject, index) => {
    city.add({
      department: 'hr',
      name: 'SkillsCourseOpened',
      day: '2024-02-20',
      region: '430300',
      data: { courseId: `COURSE-${index + 1}`, subject, provider: '市技工学校', capacity: 30 },
    })
  })
  city.lasting.slice(690, 695).forEach((one) => {
    const about = { department: 'hr', region: one.county } as const
    const course = { person: { citizenNumber: one.citizenNumber }, courseId: 'COURSE-1' }
    city.add({ ...about, name: 'SkillsTrainingEnrolled', day: '2024-03-04', data: course })
    city.add({ ...about, name: 'SkillsTrainingDropped', day: '2024-04-11', data: { ...course, reason: '外出就业' } })
  })
  city.lasting.slice(600, 690).forEach((one, index) => {
    const person = { citizenNumber: one.citizenNumber }
    const courseId = `COURSE-${(index % 4) + 1}`
    const enrolled = city.day('2024-03-01', '2025-03-01')
    const region = one.county
    city.add({
      department: 'veteran-affairs',
      name: 'PlacementDecided',
      day: dayAfter(enrolled, -20),
      region,
      data: { person, class: '军士', dischargeMode: '自主就业', receivingRegion: one.county },
    })
    city.add({ department: 'hr', name: 'SkillsTrainingEnrolled', day: enrolled, region, data: { person, courseId } })
    const completed = dayAfter(enrolled, 60)
    city.add({ department: 'hr', name: 'SkillsTrainingCompleted', day: completed, region, data: { person, courseId } })
    const startedOn = dayAfter(completed, random.whole(10, 170))
    if (index < 83)
      city.add({
        department: 'hr',
        name: 'EmploymentStarted',
        day: startedOn,
        region,
        data: {
          person,
          employerUscc: inventedUscc(random.whole(1, 400)),
          postKind: '技工',
          via: '实训基地',
          startedOn,
        },
      })
  })
}

/** A training base and two incubators; one incubator closed again. */
export const openTrainingBases = (city: City): void => {
  const about = { department: 'hr', region: '430300' } as const
  ;(['实习实训', '孵化', '孵化'] as const).forEach((kind, index) => {
    const base = { baseId: `BASE-${index + 1}`, kind, partnerUscc: inventedUscc(7_100 + index) }
    const openedOn = `2023-0${index + 4}-18`
    city.add({ ...about, name: 'TrainingBaseOpened', day: openedOn, data: { ...base, places: 40, openedOn } })
    if (index === 2)
      city.add({
        ...about,
        name: 'TrainingBaseClosed',
        day: '2025-06-30',
        data: { ...base, closedOn: '2025-06-30', reason: '合作期满' },
      })
  })
}

/** Row 12: 9 reserved posts, opened and filled. */
export const fillReservedPosts = (city: City): void => {
  const kinds = ['公务员', '公务员', '公务员', '事业单位', '事业单位', '事业单位', '兵教师', '兵教师', '兵教师']
  kinds.forEach((kind, index) => {
    const post = { postId: `POST-${index + 1}`, kind, employerUscc: inventedUscc(7000 + index) }
    const opened = city.day('2024-01-10', '2025-06-30')
    const one = city.lasting[700 + index]!
    city.add({
      department: 'hr',
      name: 'ReservedPostOpened',
      day: opened,
      region: '430300',
      data: { ...post, posts: 1 },
    })
    city.add({
      department: 'hr',
      name: 'ReservedPostFilled',
      day: dayAfter(opened, 60),
      region: '430300',
      data: { ...post, person: { citizenNumber: one.citizenNumber } },
    })
  })
}

/**
 * Row 13: with row 11, 600 distinct persons placed in work with somebody's help in 2024 and 2025; twelve of them found
 * the post themselves and were helped all the same.
 */
export const placeInWork = (city: City): void => {
  const { random } = city
  const people = [...city.lasting.slice(100, 100 + 540 - 83), ...city.families.slice(0, 60)]
  people.forEach((one, index) => {
    const startedOn = city.day('2024-01-05', '2025-12-20')
    const via = index < 12 ? '自主' : index < 24 ? '服务中心推荐' : '招聘会'
    city.add({
      department: 'hr',
      name: 'EmploymentStarted',
      day: startedOn,
      region: one.county,
      data: {
        person: { citizenNumber: one.citizenNumber },
        startedOn,
        employerUscc: inventedUscc(random.whole(1, 400)),
        postKind: '普工',
        via,
        assistedBy: '退役军人服务站',
      },
    })
  })
}
