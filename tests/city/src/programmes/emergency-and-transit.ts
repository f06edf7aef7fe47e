import { monthAfter, startOfDay } from '@hub/schemas/values/day.ts'
import type { City } from '../city.ts'
import { inventedUscc } from '../invented.ts'

/** Row 5, 2025: teams by speciality, drills, the joint exercise, flood rescue in May, an oil spill held off in 12 hours. */
export const runEmergencyTeams = (city: City): void => {
  const about = { department: 'veteran-affairs', region: '430300' } as const
  ;['爆破排', '应急排', '应急排'].forEach((speciality, index) => {
    const teamId = `TEAM-${index + 1}`
    city.add({ ...about, name: 'EmergencyTeamFormed', day: '2025-01-10', data: { teamId, speciality } })
    city.lasting.slice(800 + index * 20, 820 + index * 20).forEach((one) => {
      city.add({
        ...about,
        name: 'EmergencyTeamMemberJoined',
        day: '2025-01-12',
        data: { teamId, person: { citizenNumber: one.citizenNumber }, joinedOn: '2025-01-12' },
      })
    })
  })
  const left = {
    teamId: 'TEAM-3',
    person: { citizenNumber: city.lasting[840]!.citizenNumber },
    joinedOn: '2025-01-12',
    leftOn: '2025-09-02',
  }
  city.add({ ...about, name: 'EmergencyTeamMemberLeft', day: '2025-09-02', data: left })
  // A fourth was formed the year before and has gone up into the city's.
  const former = { teamId: 'TEAM-0', speciality: '防汛排' }
  city.add({ ...about, name: 'EmergencyTeamFormed', day: '2024-04-02', data: former })
  city.add({
    ...about,
    name: 'EmergencyTeamDisbanded',
    day: '2024-12-20',
    data: { teamId: 'TEAM-0', mergedInto: 'TEAM-2' },
  })
  const drill = (heldOn: string, name: string, jointMilitaryCivil: boolean) =>
    city.add({
      ...about,
      name: 'EmergencyDrillHeld',
      day: heldOn,
      data: { teamId: 'TEAM-2', name, jointMilitaryCivil, heldOn, participants: jointMilitaryCivil ? 120 : 40 },
    })
  drill('2025-02-18', '春季综合演练', false)
  drill('2025-05-20', '莲城应急—2025・防汛', true)
  const deploy = (
    deploymentId: string,
    [startedAt, endedAt]: readonly [string, string],
    {
      incident,
      tasks,
      outcome,
      peopleMoved,
    }: Record<'incident' | 'outcome', string> & { tasks: string[]; peopleMoved: number },
  ) => {
    const deployment = { teamId: 'TEAM-2', deploymentId }
    city.add({
      ...about,
      name: 'EmergencyTeamDeployed',
      day: startedAt.slice(0, 10),
      data: { ...deployment, incident, tasks, startedAt },
    })
    city.add({
      ...about,
      name: 'EmergencyDeploymentEnded',
      day: endedAt.slice(0, 10),
      data: { ...deployment, endedAt, outcome, peopleMoved },
    })
  }
  deploy('CD-2025-1', ['2025-03-15T00:00:00.000Z', '2025-03-15T12:00:00.000Z'], {
    incident: '水源油污',
    tasks: ['污染拦截'],
    outcome: '险情排除',
    peopleMoved: 0,
  })
  deploy('CD-2025-2', ['2025-05-28T00:00:00.000Z', '2025-05-30T09:00:00.000Z'], {
    incident: '洪涝',
    tasks: ['转移群众', '堤防巡查'],
    outcome: '险情排除',
    peopleMoved: 320,
  })
}

/**
 * Row 7: 37 times; once, in a rainstorm, 200 raincoats and rain gear through a logistics company, and a medical team on
 * duty throughout. Each is told by its month and handed over when that is over.
 */
export const supportTransit = (city: City): void => {
  for (let n = 1; n <= 37; n++) {
    const month = n === 1 ? '2024-06' : city.day('2024-01-05', '2025-11-20').slice(0, 7)
    city.add({
      department: 'veteran-affairs',
      name: 'TransitSupportProvided',
      day: `${month}-01`,
      at: startOfDay(`${month}-01`),
      sentOn: `${monthAfter(month, 1)}-03`,
      region: '430300',
      data: {
        transitId: `TRANSIT-${n}`,
        month,
        services: n === 1 ? ['饮食', '医疗'] : [city.random.pick(['饮食', '住宿', '交通'])],
        items: n === 1 ? [{ goods: '雨衣雨具', qty: 200 }] : [],
        partners: n === 1 ? [{ uscc: inventedUscc(8001), gave: '雨衣雨具' }] : [],
        ...(n === 1 ? { weather: '暴雨' } : {}),
        medicalTeam: n === 1,
      },
    })
  }
}
