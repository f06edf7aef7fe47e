import type { Said } from './sample-hub.fixture.ts'

/** Two invented persons, married to each other. */
export const first = `1${'b'.repeat(26)}`
export const second = `1${'c'.repeat(26)}`

const act = { region: '430302', handledBy: [{ officialId: 'O-1', duty: '经办' }] }
const at = (day: string) => `${day}T02:00:00.000Z`

/** What a person's departments say: a registration, a marriage, a job, a rating that is corrected twice, a death taken back. */
export const sampleLife = (person: string, spouse: string, name: string): Said[] => {
  const stream = `person-${person}`
  const said = (id: string, type: string, day: string, data: Record<string, unknown>, replaces?: string): Said => ({
    id,
    type,
    stream,
    time: at(day),
    data: { ...act, ...data },
    ...(replaces === undefined ? {} : { replaces }),
  })
  const rated = { kind: '补办', category: '残疾军人', nature: '因公', approvedOn: '2021-05-18', payableFrom: '2021-06' }
  return [
    said('1', 'veteran-affairs.VeteranRegistered.v2', '2020-01-06', {
      name,
      sex: '男',
      birthDate: '1968-03-14',
      hukouRegion: '430302001',
      addressLine: '莲花巷甲八号',
    }),
    said('2', 'veteran-affairs.DisabilityRated.v1', '2021-05-18', { ...rated, grade: 6 }),
    said('1', 'civil-affairs.MarriageRegistered.v1', '1995-05-01', {
      spouse: { name: '某某', person: { personId: spouse } },
      marriageNo: 'J1',
      marriedOn: '1995-05-01',
    }),
    said('1', 'hr.EmploymentStarted.v1', '2022-04-15', {
      employerUscc: '91430300MA4L000000',
      postKind: '设备维护',
      via: '自主',
      startedOn: '2022-04-15',
    }),
    said('3', 'veteran-affairs.DisabilityRated.v1', '2021-05-18', { ...rated, grade: 5 }, '2'),
    said('4', 'veteran-affairs.DisabilityRated.v1', '2021-05-20', { ...rated, grade: 4 }, '2'),
    said('2', 'civil-affairs.DeathRegistered.v1', '2024-02-18', { diedOn: '2024-02-18', evidence: '医学证明' }),
    said('3', 'civil-affairs.FactRetracted.v1', '2024-03-01', { reason: '误报，当事人健在' }, '2'),
    said('5', 'veteran-affairs.FactRetracted.v1', '2024-03-02', { reason: '误改' }, '4'),
  ]
}
