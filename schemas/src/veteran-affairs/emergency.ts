import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { teamSpeciality } from '../event-codes.ts'
import { exampleAct, examplePersonAct } from '../example-act.ts'
import { day, instant } from '../values/day.ts'
import { person } from '../values/person.ts'
import { reference } from '../values/reference.ts'
import { count, wording, wordings } from './wording.ts'

const teamId = reference('team')
const teamExample = { teamId: 'YJ-2', ...exampleAct }

/** An emergency team of veterans was formed. */
export const EmergencyTeamFormed = defineEvent({
  department: 'veteran-affairs',
  name: 'EmergencyTeamFormed',
  titleZh: '应急队伍组建',
  titleEn: 'Emergency team formed',
  descriptionZh: '组建退役军人应急队伍，载明专业。',
  descriptionEn: 'An emergency team of veterans was formed, with its speciality.',
  time: { until: 'ended' },
  thing: { kind: 'place', key: 'stream' },
  category: 'team',
  data: { teamId, speciality: teamSpeciality },
  example: { ...teamExample, speciality: '应急排' },
})

/** An emergency team is no more. */
export const EmergencyTeamDisbanded = defineEvent({
  department: 'veteran-affairs',
  name: 'EmergencyTeamDisbanded',
  titleZh: '应急队伍解散',
  titleEn: 'Emergency team disbanded',
  descriptionZh: '解散退役军人应急队伍，载明原因。',
  descriptionEn: 'An emergency team was disbanded, with the reason if there is one.',
  time: { until: 'stands' },
  thing: { kind: 'place', key: 'stream' },
  category: 'team',
  data: { teamId, speciality: teamSpeciality.optional(), reason: wording(200).optional() },
  example: { ...teamExample, reason: '并入市级队伍' },
})

/** Somebody has joined an emergency team. */
export const EmergencyTeamMemberJoined = defineEvent({
  department: 'veteran-affairs',
  name: 'EmergencyTeamMemberJoined',
  titleZh: '应急队员加入',
  titleEn: 'Emergency team member joined',
  descriptionZh: '退役军人加入应急队伍。',
  descriptionEn: 'A veteran has joined an emergency team.',
  time: { until: 'ended' },
  thing: { kind: 'membership', key: [['teamId']] },
  category: 'team',
  data: { teamId, person },
  example: { ...examplePersonAct, ...teamExample },
})

/** Somebody has left an emergency team. */
export const EmergencyTeamMemberLeft = defineEvent({
  department: 'veteran-affairs',
  name: 'EmergencyTeamMemberLeft',
  titleZh: '应急队员退出',
  titleEn: 'Emergency team member left',
  descriptionZh: '退役军人退出应急队伍。',
  descriptionEn: 'A veteran has left an emergency team.',
  time: { until: 'stands' },
  thing: { kind: 'membership', key: [['teamId']] },
  category: 'team',
  data: { teamId, person },
  example: { ...examplePersonAct, ...teamExample },
})

/** An emergency team has drilled. */
export const EmergencyDrillHeld = defineEvent({
  department: 'veteran-affairs',
  name: 'EmergencyDrillHeld',
  titleZh: '应急训练演练',
  titleEn: 'Emergency drill held',
  descriptionZh: '开展应急训练演练：名称、是否军地联合、日期、参加人数。',
  descriptionEn: 'A team has drilled: under which name, jointly with the troops or not, when, with how many.',
  time: { from: 'heldOn', until: 'stands' },
  thing: { kind: 'occasion', key: [['teamId', 'name', 'heldOn']] },
  category: 'team',
  data: { teamId, name: wording(80), jointMilitaryCivil: z.boolean(), heldOn: day, participants: count },
  example: {
    ...teamExample,
    name: '莲城应急—2025・防汛',
    jointMilitaryCivil: true,
    heldOn: '2025-05-20',
    participants: 120,
  },
})

/** An emergency team was sent out. */
export const EmergencyTeamDeployed = defineEvent({
  department: 'veteran-affairs',
  name: 'EmergencyTeamDeployed',
  titleZh: '应急队伍出动',
  titleEn: 'Emergency team deployed',
  descriptionZh: '应急队伍出动处置险情：险情、地点、任务、出动时间。',
  descriptionEn: 'A team was sent out: to which incident and place, with which tasks, and when.',
  time: { from: 'startedAt', until: 'ended' },
  thing: { kind: 'deployment', key: [['teamId', 'incident']] },
  category: 'team',
  data: { teamId, incident: wording(80), place: wording(80), tasks: wordings(20), startedAt: instant },
  example: {
    ...teamExample,
    incident: '水厂附近油污',
    place: '湘江取水口',
    tasks: ['围油栏布设'],
    startedAt: '2025-03-15T00:00:00.000Z',
  },
})

/** A deployment has ended; the team and the incident say which. */
export const EmergencyDeploymentEnded = defineEvent({
  department: 'veteran-affairs',
  name: 'EmergencyDeploymentEnded',
  titleZh: '应急处置结束',
  titleEn: 'Emergency deployment ended',
  descriptionZh: '险情处置结束：结束时间和结果。',
  descriptionEn: 'The deployment to an incident has ended: when, and with which result.',
  time: { from: 'endedAt', until: 'stands', ends: { last: 'endedAt' } },
  thing: { kind: 'deployment', key: [['teamId', 'incident']] },
  category: 'team',
  data: { teamId, incident: wording(80), endedAt: instant, result: wording(200) },
  example: {
    ...teamExample,
    incident: '水厂附近油污',
    endedAt: '2025-03-15T12:00:00.000Z',
    result: '十二小时内控制，取水未受影响',
  },
})
