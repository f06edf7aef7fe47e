import { first } from '@hub/views/sample-life.fixture.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSampleGateway } from '../sample-gateway.fixture.ts'

let gateway: ReturnType<typeof openSampleGateway>

const act = { region: '430302', handledBy: [{ officialId: 'O-1', duty: '经办' }] }
const said = (type: string, id: string, stream: string, data: object) => ({
  type,
  id,
  stream,
  time: `2024-0${id}-01T02:00:00.000Z`,
  data: { ...act, ...data },
})
const own = `person-${first}`
const person = { personId: first }
const application = { caseId: 'case-a', item: '残疾抚恤金' }

beforeAll(async () => {
  gateway = openSampleGateway()
  await gateway.say([
    said('finance.PaymentOrdered.v1', '1', own, {
      orderId: 'PO-1',
      item: '残疾抚恤金',
      periodFrom: '2024-01',
      periodTo: '2024-01',
      kind: '正常',
      amount: 123_450,
      line: '2080801',
      accountToken: 'tok-1',
      preparedBy: 'F-1',
      checkedBy: 'F-2',
    }),
    said('finance.PaymentDisbursed.v2', '2', own, {
      orderId: 'PO-1',
      amount: 120_000,
      paidOn: '2024-02-01',
      bankRef: 'B-1',
    }),
    said('veteran-affairs.BenefitApplied.v1', '3', 'case-a', {
      ...application,
      person,
      materials: [{ kind: '身份证', from: '申请人' }],
    }),
    said('veteran-affairs.BenefitDeclined.v1', '4', 'case-a', {
      ...application,
      person,
      decidedOn: '2024-04-01',
      reasonCode: '不符合条件',
      remedy: '行政复议',
    }),
    said('veteran-affairs.EmergencyTeamMemberJoined.v1', '5', 'team-a', { teamId: 'team-a', person }),
    said('veteran-affairs.MatterReceived.v1', '6', 'matter-a', {
      matterId: 'matter-a',
      matterType: '优待证申领',
      kind: '业务申请',
      channel: 'APP',
      person,
    }),
    said('veteran-affairs.PreferentialCardIssued.v1', '7', own, {
      kind: '退役军人',
      cardNo: '湘退 0000 0001',
      bank: '湘潭农商银行',
      identitiesOnChip: ['参战退役人员'],
    }),
  ])
})
afterAll(() => gateway.close())

const sections = async (selection: string) => {
  const { data, errors } = await gateway.ask(
    `query($person: ID!) { veteran(by: { personId: $person }) { ${selection} } }`,
    { person: first },
  )
  expect(errors).toBeUndefined()
  return (data as unknown as { veteran: unknown }).veteran
}

describe('the entries of a file', () => {
  it('say money as money, each value with the event that says it', async () => {
    const payments = await sections(`benefits { payments {
      __typename status
      amount { value { fen yuan } visibility source { type } }
      item { value { code labelEn } source { type } }
      accountToken { value }
      bankRef { value source { type } }
      approvalEventId { value visibility source { type } }
    } }`)
    expect(payments).toEqual({
      benefits: {
        payments: [
          {
            __typename: 'Payment',
            status: 'current',
            amount: {
              value: { fen: 120_000, yuan: '1200.00' },
              visibility: 'VISIBLE',
              source: { type: 'finance.PaymentDisbursed.v2' },
            },
            item: {
              value: { code: '残疾抚恤金', labelEn: 'disability pension' },
              source: { type: 'finance.PaymentOrdered.v1' },
            },
            accountToken: { value: 'tok-1' },
            bankRef: { value: 'B-1', source: { type: 'finance.PaymentDisbursed.v2' } },
            approvalEventId: { value: null, visibility: 'UNKNOWN', source: null },
          },
        ],
      },
    })
  })

  it('hold applications, matters, teams and cards', async () => {
    const found = await sections(`
      benefits { applications { status item { value { code } } materials { value { kind from { code } } } remedy { value } } }
      contact { matters { status channel { value { code } } } }
      service { teams { status from teamId { value } } }
      identities { cards { cardNo { value } identitiesOnChip { value { code } } } }`)
    expect(found).toMatchObject({
      benefits: {
        applications: [{ status: 'ended', item: { value: { code: '残疾抚恤金' } }, remedy: { value: '行政复议' } }],
      },
      contact: { matters: [{ status: 'current', channel: { value: { code: 'APP' } } }] },
      service: { teams: [{ status: 'current', teamId: { value: 'team-a' } }] },
      identities: {
        cards: [{ cardNo: { value: '湘退 0000 0001' }, identitiesOnChip: { value: [{ code: '参战退役人员' }] } }],
      },
    })
  })

  it('of every type share what lasts and since when', async () => {
    const { data, errors } = await gateway.ask(
      `query($person: ID!) { veteran(by: { personId: $person }) { benefits { payments { ...What } } identities { cards { ...What } } } }
       fragment What on FileEntry { name status from until source { eventId } history { type event { titleZh } } }`,
      { person: first },
    )
    expect(errors).toBeUndefined()
    expect(data?.veteran).toMatchObject({
      benefits: { payments: [{ history: [{ event: { titleZh: '支付指令' } }, { event: { titleZh: '支付成功' } }] }] },
      identities: { cards: [{ name: 'PreferentialCardIssued', from: '2024-07-01', until: null }] },
    })
  })
})
