import type { Hub } from '@hub/hub/hub.ts'
import { DisabilityRated } from '@hub/schemas/veteran-affairs/disability.ts'
import { AnnualConfirmationLapsed, BeneficiaryCategoryRecognised } from '@hub/schemas/veteran-affairs/identities.ts'
import { MartyrJourneyJoined } from '@hub/schemas/veteran-affairs/martyrs.ts'
import { FamilyMemberRegistered } from '@hub/schemas/veteran-affairs/registration.ts'
import { SurvivorEligibilityAssessed } from '@hub/schemas/veteran-affairs/survivors.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { citizenNumberOf, clientOf, type HubAnswer, hubFolder, startOn } from './running-hub.ts'

const { folder, remove } = hubFolder()
let hub: Hub
let client: ReturnType<typeof clientOf>
let sent = 0

beforeAll(async () => {
  hub = await startOn(folder)
  client = clientOf(hub)
})
afterAll(async () => {
  await hub.stop()
  remove()
})

type Definition = { type: string; example: Record<string, unknown> }

const said = (definition: Definition, data: Record<string, unknown>, time: string) => ({
  specversion: '1.0',
  id: `B-${++sent}`,
  source: '/departments/veteran-affairs/service-platform',
  type: definition.type,
  time,
  data: { ...definition.example, ...data },
})

type Fault = { code: string; pointer: string; message: string; messageZh: string }
const faultsIn = ({ body }: HubAnswer): Fault[] => (body.errors ?? []) as Fault[]

/** A fact of its day may come that day or years later: it is judged alike. */
const arriving = [
  ['on its day', (day: string) => `${day}T17:00:00+08:00`],
  ['late', () => '2025-06-02T09:00:00+08:00'],
] as const

const rated = (order: number, approvedOn: string, payableFrom: string) => ({
  person: { citizenNumber: citizenNumberOf(order) },
  approvedOn,
  payableFrom,
})

describe.each(arriving)('a disability pension that arrives %s', (_when, at) => {
  it.each([
    ['2024-09-30', '2024-09', '2024-10', '《伤残抚恤管理办法》第二十三条', 'art. 23'],
    ['2024-10-01', '2024-09', '2024-10', '《军人抚恤优待条例》（国令第788号）第二十七条', '(Order 788), art. 27'],
    ['2024-10-31', '2024-09', '2024-10', '《军人抚恤优待条例》（国令第788号）第二十七条', '(Order 788), art. 27'],
  ])('approved on %s is not paid from %s but from %s, by the law of that day', async (day, early, right, zh, en) => {
    const answer = await client.send(said(DisabilityRated, rated(sent, day, early), at(day)))
    expect(answer.status).toBe(422)
    expect(faultsIn(answer)).toMatchObject([{ code: 'PAYABLE_TOO_EARLY', pointer: '/data/payableFrom' }])
    expect(faultsIn(answer)[0]!.messageZh).toContain(zh)
    expect(faultsIn(answer)[0]!.message).toContain(en)
    const order = sent
    expect(await client.settle(said(DisabilityRated, rated(order, day, right), at(day)))).toMatchObject({
      state: 'RECORDED',
    })
    await client.personIdOf(citizenNumberOf(order))
    const { data } = await client.ask(
      `{ veteran(by: { citizenNumber: "${citizenNumberOf(order)}" }) { identities { disability { value {
        from paidFrom law { articleZh articleEn } } } } } }`,
    )
    const { value } = (data as unknown as Rated).veteran.identities.disability
    expect(value).toMatchObject({ from: day, paidFrom: right })
    expect(value.law.map(({ articleZh }) => articleZh)).toContain(zh)
  })
})

describe.each(arriving)('what the law counts, told %s', (_when, at) => {
  const answerTo = async (definition: Definition, data: Record<string, unknown>, day: string) => {
    const answer = await client.send(
      said(definition, { person: { citizenNumber: citizenNumberOf(sent) }, ...data }, at(day)),
    )
    return faultsIn(answer).map(({ code }) => code)
  }

  it.each([
    ['2024-09-30', 6, []],
    ['2024-09-30', 7, ['GRADE_NOT_OF_NATURE']],
    ['2024-10-01', 6, []],
    ['2024-10-01', 7, ['GRADE_NOT_OF_NATURE']],
  ])('an illness rated on %s in grade %s', async (approvedOn, grade, codes) => {
    const rating = { nature: '因病', grade, approvedOn, payableFrom: '2024-11' }
    expect(await answerTo(DisabilityRated, rating, approvedOn)).toEqual(codes)
  })

  it.each([
    [59, '2024-10-31', ['NOTICE_TOO_SHORT']],
    [60, '2024-11-01', []],
    [61, '2024-11-02', []],
  ])('%s days of notice before a confirmation is missed', async (_days, dueOn, codes) => {
    const lapsed = { category: '残疾军人', year: 2024, noticeOn: '2024-09-02', dueOn }
    expect(await answerTo(AnnualConfirmationLapsed, lapsed, '2024-11-05')).toEqual(codes)
  })
})

describe('a child born on 29 February', () => {
  it.each([
    ['2026-02-28', []],
    ['2026-03-01', ['OF_AGE']],
  ])('is under 18 on %s: %s', async (assessedOn, codes) => {
    const child = {
      person: { citizenNumber: citizenNumberOf(8, '20080229') },
      category: '烈士遗属',
      relation: '女儿',
      ground: '未满18周岁',
      assessedOn,
      payableFrom: assessedOn.slice(0, 7),
    }
    const answer = await client.send(said(SurvivorEligibilityAssessed, child, '2026-03-02T09:00:00+08:00'))
    expect(faultsIn(answer).map(({ code }) => code)).toEqual(codes)
  })
})

describe('an identity that Order 788 calls otherwise', () => {
  it.each([
    ['参战退役人员', '2024-09-30', []],
    ['参战退役人员', '2024-10-01', ['CODE_WITHDRAWN']],
    ['参战退役军人', '2024-10-01', []],
    ['农村籍老义务兵', '2024-09-30', []],
    ['农村籍老义务兵', '2024-10-01', ['CODE_WITHDRAWN']],
  ])('as %s on %s, handed in late: %s', async (category, approvedOn, codes) => {
    const answer = await client.send(
      said(
        BeneficiaryCategoryRecognised,
        { person: { citizenNumber: citizenNumberOf(sent) }, category },
        `${approvedOn}T12:00:00+08:00`,
      ),
    )
    expect(faultsIn(answer).map(({ code }) => code)).toEqual(codes)
    if (codes.length > 0) expect(faultsIn(answer)[0]!.messageZh).toContain('退役')
  })
})

type Rated = {
  veteran: { identities: { disability: { value: { from: string; law: { articleZh: string; articleEn: string }[] } } } }
}

describe.each(arriving)('the martyr through whom a family is entitled, told %s', (_when, at) => {
  const namings = {
    person: { citizenNumber: citizenNumberOf(900) },
    martyrId: 'LS-0042',
    name: '谭志强',
  } as const
  const rule = { zh: '三者之一', en: 'exactly one of person, martyrId and name' }
  const types = [
    [FamilyMemberRegistered, 'relatedPerson', { basis: '烈士' }],
    [BeneficiaryCategoryRecognised, 'relatedPerson', { category: '烈士遗属' }],
    [MartyrJourneyJoined, 'martyr', {}],
  ] as const

  const telling = (named: Record<string, unknown>) =>
    types.map(([definition, field, own]) => {
      const citizenNumber = citizenNumberOf(500 + (sent % 300))
      const document = 'idDocument' in definition.example ? { kind: '居民身份证', number: citizenNumber } : undefined
      return said(
        definition,
        { ...own, person: { citizenNumber }, ...(document && { idDocument: document }), [field]: named },
        at('2024-04-04'),
      )
    })

  it.each([
    ['none', {}],
    ['two: the person and the record', { person: namings.person, martyrId: namings.martyrId }],
    ['two: the person and the name', { person: namings.person, name: namings.name }],
    ['two: the record and the name', { martyrId: namings.martyrId, name: namings.name }],
    ['all three', namings],
  ])('is refused with %s, and the rule is said in both languages', async (_what, named) => {
    for (const event of telling(named)) {
      const answer = await client.send(event)
      expect(answer.status, event.type).toBe(422)
      const fault = faultsIn(answer).find(({ pointer }) => /^\/data\/(relatedPerson|martyr)$/.test(pointer))
      expect(fault?.messageZh, event.type).toContain(rule.zh)
      expect(fault?.message, event.type).toContain(rule.en)
    }
  })

  it.each(Object.entries(namings))('is taken with the %s alone', async (naming, value) => {
    for (const event of telling({ [naming]: value })) {
      const { status, text } = await client.send(event)
      expect([status, status === 202 ? '' : text], event.type).toEqual([202, ''])
    }
  })
})
