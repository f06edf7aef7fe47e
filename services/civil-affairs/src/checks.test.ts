import { codesOfEvents, faultsOfEvents } from '@hub/intake/rules/event-faults.fixture.ts'
import { eventsOf } from '@hub/schemas/catalogue.ts'
import { describe, expect, it } from 'vitest'
import { checks } from './checks.ts'

const faults = codesOfEvents('civil-affairs', checks)
const told = faultsOfEvents('civil-affairs', checks)

const [one, other] = [{ citizenNumber: '430302196803142018' }, { citizenNumber: '430302197008223040' }]

describe('Civil Affairs', () => {
  it('checks only events that it has', () => {
    const names = eventsOf('civil-affairs').map(({ name }) => name)
    expect(Object.keys(checks).filter((name) => !names.includes(name))).toEqual([])
  })

  it('refuses a marriage with oneself', () => {
    expect(faults('MarriageRegistered', { person: one, spouse: { name: '何秋荷', person: other } })).toEqual([])
    expect(faults('MarriageRegistered', { person: one, spouse: { name: '何秋荷' } })).toEqual([])
    expect(faults('MarriageRegistered', { person: one, spouse: { name: '何秋荷', person: one } })).toEqual([
      'SAME_PERSON /spouse/person',
    ])
  })

  it('refuses a guardian who is the person, and wants one person or one organisation', () => {
    const byAgreement = { person: one, kind: '协议' }
    expect(faults('GuardianAppointed', { ...byAgreement, guardian: { name: '何秋荷', person: one } })).toEqual([
      'SAME_PERSON /guardian/person',
    ])
    expect(faults('GuardianAppointed', { ...byAgreement, organisation: { name: '雨湖区民政局' } })).toEqual([])
    expect(faults('GuardianAppointed', byAgreement)).toEqual(['EXACTLY_ONE /guardian'])
    expect(faults('GuardianshipEnded', { guardian: { name: '甲' }, organisation: { name: '乙' } })).toEqual([
      'EXACTLY_ONE /guardian',
    ])
  })

  it('takes as a guardian for a time an organisation only, since the Civil Code', () => {
    const forATime = { person: one, region: '430302', kind: '临时' }
    const guardian = { name: '何秋荷' }
    expect(faults('GuardianAppointed', { ...forATime, appointedOn: '2020-12-31', guardian })).toEqual([])
    expect(faults('GuardianAppointed', { ...forATime, appointedOn: '2021-01-01', guardian })).toEqual([
      'GUARDIAN_IS_AN_ORGANISATION /guardian',
    ])
    expect(faults('GuardianAppointed', { ...forATime, organisation: { name: '某社区居民委员会' } })).toEqual([])
  })

  it('refuses a check of means that was over before its month', () => {
    expect(faults('HouseholdMeansVerified', { asOf: '2024-05', validUntil: '2024-05-31' })).toEqual([])
    expect(faults('HouseholdMeansVerified', { asOf: '2024-05', validUntil: '2024-04-30' })).toEqual([
      'ORDER_OF_DATES /validUntil',
    ])
  })

  it('refuses low income that ends before it began', () => {
    const found = { household: 'DS-1', identifiedOn: '2024-03-12' }
    expect(faults('LowIncomeHouseholdIdentified', { ...found, validUntil: '2024-03-12' })).toEqual([])
    expect(faults('LowIncomeHouseholdIdentified', { ...found, validUntil: '2024-03-11' })).toEqual([
      'ORDER_OF_DATES /validUntil',
    ])
    expect(faults('LowIncomeHouseholdEnded', { ...found, endedOn: '2024-03-11' })).toEqual(['ORDER_OF_DATES /endedOn'])
  })

  describe('of a marriage that ends', () => {
    const divorce = { person: one, spouse: { name: '何秋荷' }, region: '430302', dissolvedOn: '2024-08-12' }

    it('takes a registered divorce, and one by a court without a certificate', () => {
      expect(faults('DivorceRegistered', { ...divorce, form: '登记', certificateNo: 'L1' })).toEqual([])
      for (const form of ['判决', '调解'])
        expect(faults('DivorceRegistered', { ...divorce, form, assertedFrom: '法院' })).toEqual([])
    })

    it("refuses a court's divorce with a certificate, or that no court handed over, with the article", () => {
      const found = told('DivorceRegistered', { ...divorce, form: '判决', certificateNo: 'L1' })
      expect(found.map(({ code }) => code)).toEqual(['ASSERTED_FROM', 'CERTIFICATE_OF_A_COURT_DIVORCE'])
      for (const { message, messageZh } of found)
        expect([message, messageZh].join()).toMatch(/art. 1080.*第一千零八十条/)
    })

    it('refuses one that ended before it began', () => {
      expect(faults('DivorceRegistered', { ...divorce, form: '登记', marriedOn: '2024-08-13' })).toEqual([
        'ORDER_OF_DATES /dissolvedOn',
      ])
    })

    it('has it annulled by the registry until the Civil Code, and by a court only from its first day on', () => {
      const annulled = { person: one, spouse: { name: '何秋荷' }, region: '430302', marriedOn: '2020-05-01' }
      expect(faults('MarriageAnnulled', { ...annulled, annulledOn: '2020-12-31' })).toEqual([])
      expect(faults('MarriageAnnulled', { ...annulled, annulledOn: '2021-01-01', assertedFrom: '法院' })).toEqual([])
      const [found] = told('MarriageAnnulled', { ...annulled, annulledOn: '2021-01-01' })
      expect(found).toMatchObject({ code: 'ASSERTED_FROM', message: expect.stringContaining('art. 1051–1054') })
    })
  })

  describe('of a death', () => {
    it('takes what is said by whose evidence it is, and what its evidence says alone', () => {
      expect(faults('DeathRegistered', { evidence: '医学证明' })).toEqual([])
      expect(faults('DeathRegistered', { evidence: '医学证明', assertedFrom: '卫健' })).toEqual([])
      expect(faults('DeathRegistered', { evidence: '医学证明', assertedFrom: '公安' })).toEqual([
        'ASSERTED_FROM /assertedFrom',
      ])
      expect(faults('DeathRegistered', { evidence: '户籍注销', assertedFrom: '公安' })).toEqual([])
      expect(faults('DeathRegistered', { evidence: '火化' })).toEqual([])
    })

    const declared = { region: '430302', evidence: '法院宣告', assertedFrom: '法院', judgedOn: '2023-06-12' }

    it('declared by a court has the day of the judgment, or of the accident before it', () => {
      const missing = { ...declared, disappearance: '下落不明' }
      expect(faults('DeathRegistered', { ...missing, diedOn: '2023-06-12' })).toEqual([])
      expect(faults('DeathRegistered', { ...missing, diedOn: '2023-06-11' })).toEqual(['DECLARED_DEATH_DAY /diedOn'])
      const accident = { ...declared, disappearance: '意外事件' }
      expect(faults('DeathRegistered', { ...accident, diedOn: '2021-05-01' })).toEqual([])
      expect(faults('DeathRegistered', { ...accident, diedOn: '2023-06-13' })).toEqual(['DECLARED_DEATH_DAY /diedOn'])
      expect(faults('DeathRegistered', { ...declared, diedOn: '2023-06-12' })).toEqual(['DECLARED_DEATH_DAY /diedOn'])
    })

    it('declared before the Civil Code is taken as it stands', () => {
      expect(faults('DeathRegistered', { ...declared, judgedOn: '2020-12-31', diedOn: '2020-12-30' })).toEqual([])
    })

    it("is a court's to declare and to revoke, and only then has a judgment", () => {
      const { assertedFrom: _court, ...unsaid } = declared
      expect(faults('DeathRegistered', { ...unsaid, disappearance: '下落不明', diedOn: '2023-06-12' })).toEqual([
        'ASSERTED_FROM /assertedFrom',
      ])
      expect(faults('DeathDeclarationRevoked', { revokedOn: '2024-10-09' })).toEqual(['ASSERTED_FROM /assertedFrom'])
      expect(faults('DeathRegistered', { evidence: '火化', judgedOn: '2024-01-01' })).toEqual([
        'DECLARED_DEATH_ONLY /judgedOn',
      ])
    })
  })

  it.each(['ResidenceRecorded', 'MovedAway', 'NameChanged'])('takes %s only as the police hand it over', (name) => {
    expect(faults(name, { assertedFrom: '公安' })).toEqual([])
    expect(faults(name, {})).toEqual(['ASSERTED_FROM /assertedFrom'])
    expect(faults(name, { assertedFrom: '教育' })).toEqual(['ASSERTED_FROM /assertedFrom'])
  })
})
