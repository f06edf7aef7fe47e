import { catalogue } from '@hub/schemas/catalogue.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldedNames, foldFile } from './evolve.ts'
import { samplePerson, sampleStream } from './sample-facts.fixture.ts'

const fold = (said: Parameters<typeof sampleStream>[0], moment = {}) =>
  foldFile(samplePerson, sampleStream(said), moment)

const registered = { name: 'VeteranRegistered', data: { name: '钟一', sex: '男', hukouRegion: '430302001' } }
const started = { name: 'EmploymentStarted', department: 'hr', data: { employerUscc: 'A', startedOn: '2024-01-02' } }
const ended = { name: 'EmploymentEnded', department: 'hr', data: { employerUscc: 'A', endedOn: '2024-05-31' } }
const died = { name: 'DeathRegistered', department: 'civil-affairs', data: { diedOn: '2024-02-18' } }

describe('the file', () => {
  it('keeps where each value comes from', () => {
    const { name } = fold([registered]).identity
    expect(name?.value).toBe('钟一')
    expect(name?.source).toMatchObject({ department: 'veteran-affairs', occurredAt: '2024-01-01T00:00:00.000Z' })
  })

  it('keeps both words where departments disagree, and lets the one in authority rule', () => {
    const { hukouRegion } = fold([
      { name: 'ResidenceRecorded', department: 'civil-affairs', data: { hukouRegion: '430304' } },
      registered,
    ]).residence
    expect(hukouRegion).toMatchObject({ value: '430304', disputed: true, alternatives: [{ value: '430302001' }] })
  })

  it('takes a change of name as a change, not as a disagreement', () => {
    const change = { name: 'NameChanged', department: 'civil-affairs', data: { from: '钟一', to: '钟二' } }
    expect(fold([registered, change]).identity.name).toMatchObject({ value: '钟二', disputed: false })
  })

  it('ends the job that was begun, and keeps both events', () => {
    const [job] = fold([started, ended]).employment.jobs
    expect(job?.value.status).toBe('ended')
    expect(job?.value.history).toHaveLength(2)
  })

  it('keeps whose word each field of an entry is, the one in authority ruling', () => {
    const granted = { name: 'SubsistenceAllowanceGranted', department: 'civil-affairs', data: { monthly: 50_000 } }
    const adjusted = (department: string, monthly: number) => ({
      name: 'SubsistenceAllowanceAdjusted',
      department,
      data: { monthly },
    })
    const [allowance] = fold([
      granted,
      adjusted('hr', 40_000),
      adjusted('veteran-affairs', 60_000),
      adjusted('hr', 30_000),
    ]).benefits.allowances
    expect(allowance?.value).toMatchObject({
      data: { monthly: 60_000 },
      saidBy: { monthly: 2 },
      others: {
        monthly: [
          { value: 50_000, by: 0 },
          { value: 30_000, by: 3 },
        ],
      },
    })
  })

  it('takes from the vocabulary every event that a section names', () => {
    const known = new Set(catalogue.map(({ name }) => name))
    expect([...foldedNames].filter((name) => !known.has(name))).toEqual([])
  })

  it('shows what was true at a time', () => {
    const before = fold([registered, started, ended], { asOf: '2024-01-02T23:59:59.999Z' })
    expect(before.employment.jobs[0]?.value.status).toBe('current')
  })

  it('shows what was known at an ordinal', () => {
    const retracted = { name: 'FactRetracted', department: 'civil-affairs', replaces: 2 }
    expect(fold([registered, died, retracted]).status.alive).toBeUndefined()
    expect(fold([registered, died, retracted], { asKnownAt: { ordinal: 2 } }).status.alive?.value).toBe(false)
  })

  it('lets a confirmation after a death dispute it without overruling it', () => {
    const { alive } = fold([died, { name: 'AnnualConfirmationCompleted', data: { year: 2024 } }]).status
    expect(alive).toMatchObject({ value: false, disputed: true })
  })

  describe('with a lead to a death', () => {
    const noticed = { name: 'DeathNoticed', data: { noticedOn: '2024-02-20', source: '走访', saidDiedOn: '2024-02' } }

    it('is not closed: a lead is no death', () => {
      const { alive, deceasedOn, deathLeads } = fold([registered, noticed]).status
      expect([alive, deceasedOn]).toEqual([undefined, undefined])
      expect(deathLeads).toMatchObject([{ value: { status: 'current', from: '2024-02-20' } }])
    })

    it('shows the lead as settled once the death is registered, and no lead where there was none', () => {
      const { alive, deathLeads } = fold([registered, noticed, died]).status
      expect(alive?.value).toBe(false)
      expect(deathLeads).toMatchObject([{ value: { status: 'ended', data: { diedOn: '2024-02-18' } } }])
      expect(fold([registered, died]).status.deathLeads).toEqual([])
    })
  })

  it('shows a payment that the bank refused as open until the same order is paid', () => {
    const order = { orderId: 'ZF-1', periodFrom: '2024-01', periodTo: '2024-01' }
    const said = [
      { name: 'PaymentOrdered', department: 'finance', data: order },
      {
        name: 'PaymentFailed',
        department: 'finance',
        data: { orderId: 'ZF-1', bankRef: 'B1', failedOn: '2024-01-09' },
      },
    ]
    expect(fold(said).benefits.payments).toMatchObject([{ value: { status: 'suspended' } }])
    const paid = { orderId: 'ZF-1', bankRef: 'B2', paidOn: '2024-01-12' }
    const { payments } = fold([...said, { name: 'PaymentDisbursed', department: 'finance', data: paid }]).benefits
    expect(payments).toMatchObject([{ value: { status: 'current', data: { bankRef: 'B2' } } }])
    expect(payments[0]?.value.history).toHaveLength(3)
  })

  it('keeps a claim of money open until nothing of it is owed, with all that was claimed', () => {
    const claim = { department: 'finance', name: 'RecoveryDemanded', data: { demandNo: 'ZJ-1', amount: 20_000 } }
    const received = (part: number, outstanding: number, receivedOn: string) => ({
      department: 'finance',
      name: 'RecoveryReceived',
      data: { demandNo: 'ZJ-1', part, outstanding, receivedOn },
    })
    const first = received(12_000, 8_000, '2024-08-20')
    expect(fold([claim, first]).benefits.recoveries).toMatchObject([{ value: { status: 'current' } }])
    const all = fold([claim, first, received(8_000, 0, '2024-09-18')]).benefits.recoveries
    expect(all).toMatchObject([
      { value: { status: 'ended', until: '2024-09-17', data: { amount: 20_000, part: 8_000, outstanding: 0 } } },
    ])
  })

  it('does not lose a fact that has no section', () => {
    expect(fold([{ name: 'SomethingNew' }]).others).toHaveLength(1)
  })

  it('does not depend on the order in which facts came', () => {
    const facts = sampleStream([registered, started, ended, died])
    fc.assert(
      fc.property(fc.shuffledSubarray(facts, { minLength: 4 }), (shuffled) => {
        expect(foldFile(samplePerson, shuffled)).toEqual(foldFile(samplePerson, facts))
      }),
    )
  })
})
