import { expect, it } from 'vitest'
import { ask } from '../demo-report.ts'
import { approvedVeteran } from '../programmes/benefit-approval.ts'
import type { SampleCity } from '../sample-city.ts'
import { endOf, fileOf, paymentsFor } from './asked-file.ts'
import { inPart, inParts } from './cast.ts'
import { moveDays } from './late-moves.ts'
import { orphan } from './orphan-past-eighteen.ts'
import { formerNumber } from './two-files-one-person.ts'

/** A hub to which the city has been played. */
export type PlayedHub = { url: string; city: SampleCity }

const statusOf = (entries: readonly { name: string; status: string }[]) =>
  entries.map(({ name, status }) => `${name} ${status}`)

/** Payments that should not have been made stand in the file for what they are. */
export const checkPayments = (played: () => PlayedHub): void => {
  const file = (part: Parameters<typeof inPart>[1]) => fileOf(played().url, inPart(played().city, part))

  it('a payment for the month of death is right, one for the month after is not, and a funeral grant is lawful', async () => {
    const dead = await file('paidAfterDeath')
    expect(dead.status.deceasedOn?.value).toBe('2024-05-10')
    expect(paymentsFor(dead, '2024-05')).toEqual(['GS-D-05 20000 current', 'GS-D-F 600000 current'])
    expect(paymentsFor(dead, '2024-06')).toEqual(['GS-D-06 20000 current'])
    expect(dead.benefits.recoveries.map(({ data }) => [data.orderIds, data.amount])).toEqual([[['GS-D-06'], 20_000]])
    expect(statusOf(dead.benefits.recoveries)).toEqual(['RecoveryDemanded ended'])
  })

  it('one month paid twice', async () => {
    const twice = await fileOf(played().url, approvedVeteran(played().city, 11))
    expect(paymentsFor(twice, '2025-11')).toEqual(['GS-T-1 76000 current', 'GS-T-2 76000 ended'])
  })

  it('more paid than approved', async () => {
    const tooMuch = await fileOf(played().url, approvedVeteran(played().city, 12))
    expect(tooMuch.benefits.approvals.map(({ data }) => data.monthly)).toEqual([76_000])
    expect(paymentsFor(tooMuch, '2025-11')).toEqual(['GS-M-1 96000 current'])
    expect(tooMuch.benefits.recoveries[0]?.data).toMatchObject({ amount: 20_000, method: '抵扣待遇' })
  })

  it('a payment that nothing stands behind', async () => {
    const without = await file('withoutApproval')
    expect(without.benefits.approvals).toEqual([])
    const [payment] = without.benefits.payments
    expect(payment?.data).toMatchObject({ orderId: 'GS-N-1', amount: 300_000 })
    expect(['caseId', 'rollId', 'approvalEventId'].filter((field) => field in payment!.data)).toEqual(['caseId'])
    expect(statusOf(without.benefits.recoveries)).toEqual(['RecoveryDemanded ended'])
  })

  it('a payment sent again to the account that was just returned as closed', async () => {
    const { benefits } = await file('closedAccount')
    expect(benefits.payments.map(({ data, status }) => [data.orderId, status, data.accountToken])).toEqual([
      ['GS-C-1', 'suspended', 'acct-9023'],
      ['GS-C-2', 'current', 'acct-9123'],
    ])
    expect(benefits.accounts.map(({ data }) => data.accountToken)).toEqual(['acct-9023', 'acct-9123'])
  })

  it('a retroactive rise paid twice', async () => {
    const raised = await file('raisedTwice')
    expect(paymentsFor(raised, '2024-09')).toEqual(['GS-R-1 8000 current', 'GS-R-2 8000 current'])
    expect(raised.benefits.recoveries[0]?.data).toMatchObject({ orderIds: ['GS-R-2'] })
  })

  it('two counties that both pay after a move', async () => {
    const moved = await file('movedCounty')
    expect(moved.residence.hukouRegion?.value).toBe('430381')
    expect(paymentsFor(moved, '2024-11')).toEqual(['GS-2C-A 83800 current', 'GS-2C-B 83800 current'])
  })

  it("one guardian's account for two beneficiaries", async () => {
    const wards = [await file('ward'), await file('otherWard')]
    const [one, other] = wards.map(({ benefits }) => benefits.accounts.map(({ data }) => data.accountToken))
    expect(one).toEqual(['acct-9026'])
    expect(other).toEqual(one)
    expect(wards.flatMap(({ family }) => statusOf(family.guardians))).toEqual([
      'GuardianAppointed current',
      'GuardianAppointed current',
    ])
  })

  it('a roll whose total differs from its orders', async () => {
    const { url, city } = played()
    const amounts = await Promise.all(
      inParts(city, 'onShortRoll').map(async (one) => (await fileOf(url, one)).benefits.payments[0]!.data),
    )
    const [{ rollId }] = amounts as [{ rollId: string }]
    const ordered = amounts.reduce((sum, { amount }) => sum + Number(amount), 0)
    const said = await ask<{ events: { nodes: unknown[] } }>(
      url,
      `query ($stream: String!) { events(filter: { stream: $stream }) { nodes {
        ... on PaymentRollSubmitted { total { fen } } ... on PaymentBatchReconciled { difference { fen } } } } }`,
      { stream: rollId },
    )
    expect(ordered).toBe(237_000)
    expect(said.events.nodes).toEqual([{ total: { fen: 240_000 } }, { difference: { fen: -3_000 } }])
  })

  it('an orphan paid past the month of coming of age', async () => {
    const grown = await fileOf(played().url, orphan)
    expect(grown.identities.categories[0]).toMatchObject({ status: 'ended', until: '2024-03' })
    expect(paymentsFor(grown, '2024-05')).toEqual(['GS-O-2024-05 313950 current'])
    expect(grown.benefits.recoveries[0]?.data).toMatchObject({ amount: 627_900 })
  })
}

/** Facts about persons that contradict each other, or turn out otherwise. */
export const checkPersons = (played: () => PlayedHub): void => {
  const file = (part: Parameters<typeof inPart>[1], moment?: ReturnType<typeof endOf>) =>
    fileOf(played().url, inPart(played().city, part), moment)

  it('a false death puts nothing in the file for good, and what followed is put right', async () => {
    const told = await file('falselyDead')
    expect(told.status.deceasedOn?.value ?? null).toBeNull()
    expect(told.benefits.suspensions.map(({ status }) => status)).toEqual(['ended'])
    expect(told.identities.cards.map(({ status }) => status)).toEqual(['current'])
    const known = await file('falselyDead', endOf('2024-03-20', '2024-03-20'))
    expect(known.status).toMatchObject({ alive: { value: false }, deceasedOn: { value: '2024-03-05' } })
    expect(known.identities.cards.map(({ status }) => status)).toEqual(['suspended'])
  })

  it("a court's declaration of death is true until it is revoked", async () => {
    const [before, after] = [await file('declaredDead', endOf('2024-06-30')), await file('declaredDead')]
    expect(before.status).toMatchObject({ alive: { value: false }, deceasedOn: { value: '2023-06-12' } })
    expect(after.status.alive?.value).toBe(true)
  })

  it('an illness rated grade 8 is not in the file; the grade 6 that followed was', async () => {
    const rated = await file('illness', endOf('2024-12-31'))
    expect(rated.identities.disability).toMatchObject({ status: 'current', data: { grade: 6, nature: '因病' } })
    expect((await file('illness')).identities.disability?.status).toBe('ended')
  })

  it('one official in all three duties leaves no order behind', async () => {
    expect((await file('threeDuties')).benefits.payments).toEqual([])
  })

  it('departments that disagree on a name, a birth date and a marriage are both heard', async () => {
    const { city } = played()
    const one = inPart(city, 'disagreed')
    const { identity, family } = await file('disagreed')
    expect(identity.name).toMatchObject({
      value: `${one.name.slice(0, 1)}守正`,
      disputed: true,
      alternatives: [{ value: one.name }],
    })
    expect(identity.birthDate?.value?.replaceAll('-', '')).not.toBe(identity.idDocument?.value?.number.slice(6, 14))
    expect(family.marriages.at(-1)).toMatchObject({ status: 'ended', data: { spouse: '何秋荷' } })
    expect(family.members.at(-1)).toMatchObject({ status: 'current', data: { relation: '配偶' } })
  })

  it('two files that are one person are one file, under either number', async () => {
    const { url, city } = played()
    const [one, former] = [await file('renumbered'), await fileOf(url, { citizenNumber: formerNumber(city) })]
    expect(one.persons).toHaveLength(2)
    expect(former.persons.toSorted()).toEqual(one.persons.toSorted())
    expect(one.service.merits.map(({ data }) => data.level)).toContain('二等功')
    expect((await file('renumbered', endOf('2024-01-10', '2024-01-10'))).persons).toHaveLength(1)
  })

  it('two persons linked by mistake are two again; then they were known as one', async () => {
    expect((await file('mistaken')).persons).toHaveLength(1)
    expect((await file('mistaken', endOf('2024-03-01', '2024-03-01'))).persons).toHaveLength(2)
  })

  it('unemployment benefit beside a job, two active cards, a sentence without back-pay', async () => {
    const working = await file('workingUnemployed')
    expect(working.employment.unemployment.map(({ name, status }) => `${name} ${status}`)).toEqual([
      'UnemploymentRegistered current',
      'UnemploymentBenefitGranted current',
    ])
    expect(working.employment.jobs.at(-1)).toMatchObject({ status: 'current', from: '2025-04-07' })
    expect(statusOf((await file('twoCards')).identities.cards)).toEqual([
      'PreferentialCardIssued current',
      'PreferentialCardIssued current',
    ])
    const [sentence] = (await file('sentenced')).benefits.suspensions
    expect(sentence).toMatchObject({ status: 'ended', data: { reasonCode: '有期徒刑' } })
    expect(sentence?.data).not.toHaveProperty('backPayFrom')
  })
}

/** Messages that come late, twice, out of order, altered; facts that are corrected and taken back. */
export const checkMessages = (played: () => PlayedHub): void => {
  const file = (part: Parameters<typeof inPart>[1], moment?: ReturnType<typeof endOf>) =>
    fileOf(played().url, inPart(played().city, part), moment)

  it('a late move was true before it was known, and its corrected day rules now', async () => {
    const { url, city } = played()
    const one = inParts(city, 'corrected')[0]!
    const { moved, told, corrected } = moveDays(0)
    const movesAt = async (moment?: ReturnType<typeof endOf>) =>
      (await fileOf(url, one, moment)).residence.moves.map(({ data }) => data.movedOn)
    expect(await movesAt(endOf(moved, moved))).not.toContain(moved)
    expect(await movesAt(endOf(moved, told))).toContain(moved)
    expect(await movesAt()).toContain(corrected)
    expect(await movesAt()).not.toContain(moved)
  })

  it('what each department took back is gone, and what was taken back in error is there again', async () => {
    const now = await file('retracted')
    expect(now.service.merits.filter(({ data }) => data.level === '一等功')).toEqual([])
    expect(now.benefits.hardship).toEqual([])
    expect(now.benefits.recoveries).toEqual([])
    expect(now.employment.pensions.map(({ data }) => data.monthly)).toContain(250_000)
    const between = await file('retracted', endOf('2024-06-01', '2024-06-01'))
    expect(between.employment.pensions.map(({ data }) => data.monthly)).not.toContain(250_000)
    const before = await file('retracted', endOf('2024-04-30', '2024-04-30'))
    expect(before.service.merits.map(({ data }) => data.level)).toContain('一等功')
  })

  it('a payment that came before its order, and a job that ended before it began, are whole', async () => {
    const { benefits, employment } = await file('outOfOrder')
    expect(benefits.payments.map(({ data }) => [data.orderId, data.item, data.paidOn])).toEqual([
      ['GS-U-1', '医疗补助', '2024-07-09'],
    ])
    expect(employment.jobs.at(-1)).toMatchObject({ from: '2025-01-06', until: '2025-05-30', status: 'ended' })
  })

  it('a message altered under its id is rejected, and the first stands', async () => {
    const { hardship } = (await file('altered')).benefits
    expect(hardship.map(({ data }) => data.amount)).toEqual([200_000])
    const { events } = await ask<{ events: { nodes: { reason: string }[] } }>(
      played().url,
      '{ events(filter: { names: ["SubmissionRejected"] }) { nodes { ... on SubmissionRejected { reason } } } }',
    )
    expect(events.nodes).toEqual([{ reason: 'ID_REUSED_WITH_OTHER_CONTENT' }])
  })

  it('no id stands twice, though two hundred messages were sent twice', async () => {
    const { url, city } = played()
    const again = city.submissions.filter((submission) => submission.again)
    expect(again.length).toBe(200)
    const { events } = await ask<{ events: { totalCount: string } }>(
      url,
      '{ events(filter: { departments: ["veteran-affairs", "civil-affairs", "finance", "hr"] }) { totalCount } }',
    )
    const taken = city.submissions.filter(({ refusal }) => refusal === undefined)
    // Two hundred duplicates and one that was altered.
    expect(Number(events.totalCount)).toBe(taken.length - 201)
  })

  it('what was said in older versions reads like what is said today', async () => {
    const { url, city } = played()
    const old = city.submissions.find(({ event }) => event.type === 'veteran-affairs.VeteranRegistered.v1')!
    const { citizenNumber } = old.event.data.person as { citizenNumber: string }
    const { identity } = await fileOf(url, { citizenNumber })
    expect(identity.name?.value).toBe(old.event.data.name)
    const paid = city.submissions.find(({ event }) => event.type === 'finance.PaymentDisbursed.v1')!
    const payee = paid.event.data.person as { citizenNumber: string }
    const { benefits } = await fileOf(url, payee)
    const payment = benefits.payments.find(({ data }) => data.orderId === paid.event.data.orderId)
    expect(payment?.data.amount).toBe(Math.round(Number(paid.event.data.amountYuan) * 100))
  })
}
