import type { Hub } from '@hub/hub/hub.ts'
import { PaymentDisbursed } from '@hub/schemas/finance/disbursement.ts'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { citizenNumberOf, clientOf, faultsOf, hubFolder, registration, startOn } from './running-hub.ts'

const { folder, remove } = hubFolder()
let hub: Hub
let client: ReturnType<typeof clientOf>
let recorded = 0

beforeAll(async () => {
  hub = await startOn(folder)
  client = clientOf(hub)
})
// Whatever a department sends, the next one is served.
afterEach(async () => {
  recorded++
  const good = registration(`GOOD-${recorded}`, citizenNumberOf(recorded))
  expect(await client.settle(good)).toMatchObject({ state: 'RECORDED' })
})
afterAll(async () => {
  await hub.stop()
  remove()
})

const number = citizenNumberOf(900)
const payment = (changes: object = {}, data: object = {}) => ({
  specversion: '1.0',
  id: 'P-1',
  source: '/departments/finance/treasury',
  type: PaymentDisbursed.type,
  time: '2025-03-01T09:00:00+08:00',
  ...changes,
  data: { ...PaymentDisbursed.example, person: { citizenNumber: number }, ...data },
})

describe('what is no event', () => {
  it('is named: not JSON, no CloudEvent, not UTF-8, nested too deeply, a field twice', async () => {
    const codeOf = async (body: RequestInit['body']) => {
      const { status, body: problem } = await client.sendText(body)
      return [status, problem.code]
    }
    expect(await codeOf('{"specversion":')).toEqual([400, 'NOT_JSON'])
    expect(await codeOf('')).toEqual([400, expect.any(String)])
    expect(await codeOf('{"name":"value"}')).toEqual([400, 'NOT_A_CLOUD_EVENT'])
    expect(await codeOf('[1,2]')).toEqual([400, 'NOT_A_CLOUD_EVENT'])
    expect(await codeOf('null')).toEqual([400, 'NOT_A_CLOUD_EVENT'])
    expect(await codeOf(new Uint8Array([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x3a, 0x31, 0x7d]))).toEqual([
      400,
      'INVALID_UTF8',
    ])
    expect(await codeOf('{"specversion":"1.0","specversion":"1.0"}')).toEqual([400, 'KEY_REPEATED'])
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    expect((await codeOf(deep))[0]).toBe(400)
    const inside = await client.sendText(`{"specversion":"1.0","data":${deep}}`)
    expect([400, 422]).toContain(inside.status)
    expect(inside.text.length).toBeLessThan(10_000)
  })

  it('is refused by its media type', async () => {
    const { status, body } = await client.post('/veteran-affairs/events', 'text/csv', 'a,b')
    expect([status, body.code]).toEqual([415, 'MEDIA_TYPE'])
  })
})

describe('an event of an unknown or another type', () => {
  it.each([
    ['veteran-affairs.NoSuchThing.v1', 'TYPE_UNKNOWN'],
    ['nothing', 'TYPE_UNKNOWN'],
    ['__proto__', 'TYPE_UNKNOWN'],
    ['veteran-affairs.VeteranRegistered.v3', 'VERSION_UNKNOWN'],
    ['finance.PaymentDisbursed.v2', 'TYPE_OF_ANOTHER_DEPARTMENT'],
  ])('%s is %s', async (type, code) => {
    const answer = await client.send(registration('X-1', number, { type }))
    expect([answer.status, faultsOf(answer)]).toEqual([422, [`${code} /type`]])
  })

  it('of another department, at its own door or another, is refused', async () => {
    expect(faultsOf(await client.send(registration('X-1', number), 'finance'))).toEqual([
      'TYPE_OF_ANOTHER_DEPARTMENT /type',
    ])
    const source = '/departments/finance/treasury'
    expect(faultsOf(await client.send(registration('X-1', number, { source })))).toEqual([
      'SOURCE_OF_ANOTHER_DEPARTMENT /source',
    ])
    expect((await client.send(registration('X-1', number), 'nobody')).status).toBe(404)
  })
})

describe('a citizen number', () => {
  const check = number[17] === '1' ? '2' : '1'
  const wrongCheck = number.slice(0, 17) + check
  const wrongDate = `${number.slice(0, 10)}0230${number.slice(14)}`

  it.each([
    ['CITIZEN_NUMBER_CHECK_CHARACTER', wrongCheck],
    ['CITIZEN_NUMBER_BIRTH_DATE', wrongDate],
  ])('with the fault %s is refused and never repeated', async (code, wrong) => {
    const answer = await client.send(registration('X-1', wrong))
    expect(answer.status).toBe(422)
    expect(faultsOf(answer).some((fault) => fault.startsWith(`${code} /data/person`))).toBe(true)
    expect(answer.text).not.toContain(wrong)
  })

  const misplaced: [string, object, string][] = [
    ['the id', registration(`X-${number}`, number), '/id'],
    ['the subject', registration('X-1', number, { subject: number }), '/subject'],
    ['the correlation id', registration('X-1', number, { correlationid: `c ${number}` }), '/correlationid'],
    ['the document number', registration('X-1', number, {}, { documentNo: `第${number}号` }), '/data/documentNo'],
    ['an unknown attribute', registration('X-1', number, { [number]: '1' }), ''],
  ]
  it.each(misplaced)(
    'in the wrong place is refused and never repeated, alone, in a batch, in a line: %s',
    async (_, event, at) => {
      const alone = await client.send(event)
      expect(alone.status).toBe(422)
      // A person's subject is refused before it is looked at.
      const code = at === '/subject' ? 'SUBJECT_OF_A_PERSON' : 'CITIZEN_NUMBER_MISPLACED'
      expect(faultsOf(alone)).toContain(`${code} ${at}`)
      const text = JSON.stringify(event)
      const batch = await client.post('/veteran-affairs/events', 'application/cloudevents-batch+json', `[${text}]`)
      expect(batch.body).toMatchObject({ accepted: 0, refused: 1 })
      const line = await client.post('/veteran-affairs/events', 'application/x-ndjson', `${text}\n`)
      expect(line.text).toContain(code)
      for (const answer of [alone, batch, line]) expect(answer.text.includes(number)).toBe(false)
    },
  )
})

describe('a value that cannot be', () => {
  it('is refused where it stands: days and times', async () => {
    expect(faultsOf(await client.send(payment({}, { paidOn: '2025-02-30' }), 'finance'))).toEqual(['DAY /data/paidOn'])
    expect(faultsOf(await client.send(payment({ time: '2025-13-01T00:00:00Z' }), 'finance'))).toEqual(['TIME /time'])
    expect(faultsOf(await client.send(payment({ time: '2025-03-01' }), 'finance'))).toEqual(['TIME /time'])
    const time = new Date(Date.now() + 3_600_000).toISOString()
    expect(faultsOf(await client.send(payment({ time }), 'finance'))).toEqual(['TIME_IN_THE_FUTURE /time'])
  })

  it.each([-1, 12.5, '100', null])('is refused where it stands: %s as an amount', async (amount) => {
    expect(faultsOf(await client.send(payment({}, { amount }), 'finance'))).toEqual(['AMOUNT /data/amount'])
  })

  it('is refused where it stands: keys and texts that no store gives back as they were', async () => {
    const text = JSON.stringify(registration('X-1', number))
    const withMember = (member: string) => text.replace('"data":{', `"data":{${member},`)
    const codes = async (member: string) => faultsOf(await client.sendText(withMember(member)))
    expect(await codes('"__proto__":{"admin":true}')).toEqual(['PROTO_KEY /data/__proto__'])
    expect(await codes('"7":1')).toEqual(['INTEGER_KEY /data/7'])
    expect(await codes('"documentNo":"\\ud800"')).toEqual(['LONE_SURROGATE /data/documentNo'])
    expect(await codes(`"documentNo":${'{"a":'.repeat(40)}1${'}'.repeat(40)}`)).toEqual([
      expect.stringMatching(/^DEPTH /),
    ])
    const { status, body } = await client.sendText(withMember('"documentNo":12345678901234567890'))
    expect([status, body.code]).toEqual([400, 'NUMBER_NOT_CARRIED'])
  })
})
