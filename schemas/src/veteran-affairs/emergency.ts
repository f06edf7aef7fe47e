import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { deploymentOutcome, deploymentTask, incidentKind, teamSpeciality } from '../event-codes.ts'
import { exampleAct, examplePersonAct } from '../example-act.ts'
import { inOrder } from '../rules/rule.ts'
import { day, instant } from '../values/day.ts'
import { person } from '../values/person.ts'
import { reference } from '../values/reference.ts'
import { count, countOrNone, wording } from './wording.ts'

const teamId = reference('team')
const teamExample = { teamId: 'YJ-2', ...exampleAct }
const team = { kind: 'place', key: 'stream' } as const
const deployment = { kind: 'deployment', key: [['deploymentId']] } as const

/** An emergency team of veterans was formed. */
export const EmergencyTeamFormed = defineEvent({
  department: 'veteran-affairs',
  name: 'EmergencyTeamFormed',
  titleZh: '应急队伍组建',
  titleEn: 'Emergency team formed',
  descriptionZh: '组建退役军人应急队伍，载明专业。',
  descriptionEn: 'An emergency team of veterans was formed, with its speciality.',
  time: { until: 'ended' },
  thing: team,
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
  descriptionZh: '解散退役军人应急队伍；并入其他队伍的，载明并入哪一支。',
  descriptionEn: 'An emergency team was disbanded; if it was merged into another, into which.',
  time: { until: 'stands' },
  thing: team,
  category: 'team',
  data: { teamId, mergedInto: reference('team').optional() },
  example: { ...teamExample, mergedInto: 'YJ-1' },
})

/** Somebody has joined an emergency team. */
export const EmergencyTeamMemberJoined = defineEvent({
  department: 'veteran-affairs',
  name: 'EmergencyTeamMemberJoined',
  titleZh: '应急队员加入',
  titleEn: 'Emergency team member joined',
  descriptionZh: '退役军人加入应急队伍，载明加入日期。',
  descriptionEn: 'A veteran has joined an emergency team, on which day.',
  time: { from: 'joinedOn', until: 'ended' },
  thing: { kind: 'membership', key: [['teamId', 'joinedOn']] },
  category: 'team',
  data: { teamId, person, joinedOn: day },
  example: { ...examplePersonAct, ...teamExample, joinedOn: '2025-01-12' },
})

/** Somebody has left an emergency team. */
export const EmergencyTeamMemberLeft = defineEvent({
  department: 'veteran-affairs',
  name: 'EmergencyTeamMemberLeft',
  titleZh: '应急队员退出',
  titleEn: 'Emergency team member left',
  descriptionZh: '退役军人退出应急队伍，载明退出日期；多次加入同一队伍的，载明是哪一次加入。',
  descriptionEn:
    'A veteran has left an emergency team, on which day; who had joined it more than once says which time.',
  time: { from: 'leftOn', until: 'stands', ends: { firstWithout: 'leftOn' } },
  thing: { kind: 'membership', key: [['teamId', 'joinedOn?']] },
  rules: [inOrder('joinedOn', 'leftOn')],
  category: 'team',
  data: { teamId, person, joinedOn: day.optional(), leftOn: day },
  example: { ...examplePersonAct, ...teamExample, joinedOn: '2025-01-12', leftOn: '2025-09-02' },
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
  descriptionZh: '应急队伍出动处置险情：出动编号、险情类别、任务、出动时间；区划为险情所在地。',
  descriptionEn: 'A team was sent out: the deployment’s number, the kind of incident, the tasks, and when.',
  time: { from: 'startedAt', until: 'ended' },
  thing: deployment,
  category: 'team',
  data: {
    teamId,
    /** The number that the deployment goes by; its end names the same. */
    deploymentId: wording(40),
    incident: incidentKind,
    tasks: z.array(deploymentTask).min(1).max(20),
    startedAt: instant,
  },
  example: {
    ...teamExample,
    deploymentId: 'CD-2025-03',
    incident: '水源油污',
    tasks: ['污染拦截'],
    startedAt: '2025-03-15T00:00:00.000Z',
  },
})

/** A deployment has ended; its number says which. */
export const EmergencyDeploymentEnded = defineEvent({
  department: 'veteran-affairs',
  name: 'EmergencyDeploymentEnded',
  titleZh: '应急处置结束',
  titleEn: 'Emergency deployment ended',
  descriptionZh: '一次出动结束：结束时间、结果、转移群众人数。',
  descriptionEn: 'A deployment has ended: when, with which outcome, and how many people were moved to safety.',
  time: { from: 'endedAt', until: 'stands', ends: { last: 'endedAt' } },
  thing: deployment,
  category: 'team',
  data: {
    teamId,
    deploymentId: wording(40),
    endedAt: instant,
    outcome: deploymentOutcome,
    /** People moved to safety. */
    peopleMoved: countOrNone,
  },
  example: {
    ...teamExample,
    deploymentId: 'CD-2025-03',
    endedAt: '2025-03-15T12:00:00.000Z',
    outcome: '险情排除',
    peopleMoved: 0,
  },
})
