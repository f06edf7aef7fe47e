import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSampleIntake, sampleEvent } from './sample-intake.fixture.ts'

let intake: Awaited<ReturnType<typeof openSampleIntake>>
beforeAll(async () => {
  intake = await openSampleIntake()
})
afterAll(() => intake.close())

const post = (payload: string | Buffer, contentType = 'application/cloudevents+json', headers = {}) =>
  intake.http.inject({
    method: 'POST',
    url: '/civil-affairs/events',
    headers: { 'content-type': contentType, ...headers },
    payload,
  })

/** Status, problem code and the faults' codes and places; every answer is a problem in two languages. */
const refusal = async (payload: string | Buffer, contentType?: string, headers = {}) => {
  const answer = await post(payload, contentType, headers)
  const body = answer.json()
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
  expect(body.detail.length * body.detailZh.length).toBeGreaterThan(0)
  expect((await intake.http.inject('/health/live')).statusCode).toBe(200)
  const faults = (body.errors ?? []).map((one: { code: string; pointer: string }) => `${one.code} ${one.pointer}`)
  return [answer.statusCode, body.code, ...faults]
}
const faultsOf = (event: unknown) => refusal(JSON.stringify(event)).then((answer) => answer.slice(2))

const number = '430302196803142018'
const batch = 'application/cloudevents-batch+json'

describe('a body that cannot be read', () => {
  it.each([
    ['no JSON', '{"specversion":', undefined, [400, 'NOT_JSON']],
    ['nothing', '', undefined, [411, 'LENGTH_REQUIRED']],
    ['JSON that is no CloudEvent', '{"a":1}', undefined, [400, 'NOT_A_CLOUD_EVENT']],
    ['an array as a single event', '[]', undefined, [400, 'NOT_A_CLOUD_EVENT']],
    ['a batch that is no array', '{}', batch, [400, 'NOT_A_CLOUD_EVENT']],
    ['bytes that are not UTF-8', Buffer.from([0x22, 0xc4, 0xe3, 0x22]), undefined, [400, 'INVALID_UTF8']],
    [
      'a number of too many digits',
      '{"specversion":"1.0","a":12345678901234567890}',
      undefined,
      [400, 'NUMBER_NOT_CARRIED'],
    ],
    ['a field that stands twice', '{"specversion":"1.0","id":"1","id":"2"}', undefined, [400, 'KEY_REPEATED']],
    ['a batch of 100,000', `[${'1,'.repeat(99_999)}1]`, batch, [413, 'TOO_MANY_EVENTS']],
    ['a body of 9 MB', 'a'.repeat(9 * 1024 * 1024), undefined, [413, 'BODY_TOO_LARGE']],
    ['XML', '<event/>', 'application/xml', [415, 'MEDIA_TYPE']],
  ])('%s is refused', async (_what, payload, contentType, expected) => {
    expect(await refusal(payload, contentType)).toEqual(expected)
  })

  it.each([
    ['open brackets', '['.repeat(8_000_000)],
    ['deep objects', '{"a":'.repeat(1_600_000)],
    ['closed brackets', `{"specversion":"1.0","data":${'['.repeat(3_000_000)}${']'.repeat(3_000_000)}}`],
  ])('%s of 8 MB are refused without being parsed', async (_what, text) => {
    for (const type of ['application/cloudevents+json', batch])
      expect(await refusal(text, type)).toEqual([400, 'TOO_DEEP'])
  })

  it('what is nested deeper than an event may be is told by its place', async () => {
    const deep = `{"specversion":"1.0","data":${'['.repeat(40)}${']'.repeat(40)}}`
    const [status, code, fault] = await refusal(deep)
    expect([status, code, fault]).toEqual([422, 'EVENT_REFUSED', expect.stringMatching(/^DEPTH /)])
  })

  it('what one event of a batch cannot be does not hold up the rest', async () => {
    const wrong = [
      '{"n":12345678901234567890}',
      '{"a":1,"a":2}',
      '['.repeat(65) + ']'.repeat(65),
      `[${'1,'.repeat(40_000)}1]`,
    ]
    const answer = await post(`[${[...wrong, JSON.stringify(sampleEvent())].join(' ,\n')}]`, batch)
    expect(answer.statusCode).toBe(207)
    const { items } = answer.json()
    expect(items.map((item: { problem?: { code: string } }) => item.problem?.code)).toEqual([
      'NUMBER_NOT_CARRIED',
      'KEY_REPEATED',
      'TOO_DEEP',
      'EVENT_REFUSED',
      undefined,
    ])
    expect(items[3].problem.errors[0].code).toBe('EVENT_TOO_LARGE')
    expect(await refusal(`[${JSON.stringify(sampleEvent())},{"a":tru}]`, batch)).toEqual([400, 'NOT_JSON'])
  })
})

describe('a body made to be slow', () => {
  const fill = (unit: string) => unit.repeat(Math.floor(8_000_000 / unit.length))
  const keys = (from: number, count: number) => Array.from({ length: count }, (_, at) => `"k${from + at}":1`).join(',')
  it.each([
    ['of many keys', `{${keys(0, 600_000)}}`],
    ['of numbers with exponents', `[${fill('1e1,')}1]`],
    ['of one long number', `[1${fill('0')}1]`],
    ['of escapes', `["${fill('\\u0061')}"]`],
    ['of quotes', `["${fill('\\"')}"]`],
    ['of many empty objects', `[${fill('{},')}1]`],
    ['of lone surrogates', `[${fill('"\\ud800",')}1]`],
    [
      'of a hundred events of many keys',
      `[${Array.from({ length: 120 }, (_, at) => `{${keys(at * 5_000, 5_000)}}`).join(',')}]`,
    ],
  ])('%s is answered within bounds', async (_what, text) => {
    for (const type of ['application/cloudevents+json', batch]) {
      const before = process.cpuUsage()
      const answer = await post(text, type)
      const { user } = process.cpuUsage(before)
      expect(answer.statusCode).toBeGreaterThanOrEqual(400)
      expect(answer.body.length).toBeLessThan(2_000_000)
      expect(user / 1e6).toBeLessThan(8)
    }
  })
})

describe('an answer', () => {
  const withUnknown = (count: number) =>
    sampleEvent({}, Object.fromEntries(Array.from({ length: count }, (_, index) => [`x${index}`, 1])))

  it('looks no further into an event that is larger than an entry can be', async () => {
    const answer = await post(JSON.stringify(withUnknown(400_000)))
    expect(answer.statusCode).toBe(422)
    expect(answer.json().errors).toMatchObject([{ pointer: '/data', code: 'EVENT_TOO_LARGE' }])
    expect(answer.body.length).toBeLessThan(2_000)
  })

  it('looks no further into an event after a hundred parts that cannot be stored', async () => {
    const keys = Array.from({ length: 10_000 }, (_, index) => [`${index}`, 1])
    const faults = await faultsOf(sampleEvent({}, Object.fromEntries(keys)))
    expect(faults).toHaveLength(100)
    expect(new Set(faults.map((one) => one.split(' ')[0]))).toEqual(new Set(['INTEGER_KEY']))
  })

  it.each([
    [100, 100, undefined],
    [101, 101, 'and 1 more faults'],
    [3_000, 101, 'and 2900 more faults'],
  ])('tells of %i faults %i, the last of them how many more there are', async (count, told, last) => {
    const { errors } = (await post(JSON.stringify(withUnknown(count)))).json()
    expect(errors).toHaveLength(told)
    expect(errors.find(({ code }: { code: string }) => code === 'MORE_FAULTS')?.message).toBe(last)
  })

  it('tells of each refused event of a batch at least one fault, and of all together no more than some thousands', async () => {
    const events = Array.from({ length: 1_000 }, (_, index) => ({ ...withUnknown(150), id: `M-${index}` }))
    const { refused, items } = (await post(JSON.stringify(events), batch)).json()
    expect(refused).toBe(1_000)
    const counts: number[] = items.map((item: { problem: { errors: unknown[] } }) => item.problem.errors.length)
    expect(Math.min(...counts)).toBe(2)
    expect(counts.reduce((sum, count) => sum + count)).toBeLessThan(4_100)
  })
})

describe('JSON that would not survive being stored', () => {
  const withData = (member: string) => JSON.stringify(sampleEvent()).replace('"region"', `${member},"region"`)
  it.each([
    ['__proto__', '"__proto__":{"a":1}', 'PROTO_KEY /data/__proto__'],
    ['a whole number as a key', '"17":1', 'INTEGER_KEY /data/17'],
    ['half a character', '"documentNo":"\\ud83d"', 'LONE_SURROGATE /data/documentNo'],
  ])('%s is refused', async (_what, member, fault) => {
    expect(await refusal(withData(member))).toEqual([422, 'EVENT_REFUSED', fault])
  })
})

describe('an event that is not this department’s to say', () => {
  it.each([
    ['civil-affairs.Nothing.v1', 'TYPE_UNKNOWN /type'],
    ['civil-affairs.DeathRegistered.v9', 'VERSION_UNKNOWN /type'],
    ['hr.EmploymentStarted.v1', 'TYPE_OF_ANOTHER_DEPARTMENT /type'],
    ['hub.Founded.v1', 'TYPE_OF_ANOTHER_DEPARTMENT /type'],
  ])('the type %s is refused', async (type, fault) => {
    expect(await faultsOf(sampleEvent({ type }))).toEqual([fault])
  })

  it('the source and the corrections of another department are refused', async () => {
    expect(await faultsOf(sampleEvent({ source: '/departments/hr/jobs' }))).toContain(
      'SOURCE_OF_ANOTHER_DEPARTMENT /source',
    )
    expect(await faultsOf(sampleEvent({ replaces: '/departments/hr/jobs#1' }))).toEqual([
      'REPLACES_OF_ANOTHER_DEPARTMENT /replaces',
    ])
    expect(await faultsOf(sampleEvent({ replaces: '/departments/civil-affairs/deaths#M-1' }))).toEqual([
      'REPLACES_ITSELF /replaces',
    ])
    expect(await faultsOf(sampleEvent({ replacesreason: 'other' }))).toEqual([
      'REASON_WITHOUT_REPLACES /replacesreason',
    ])
  })
})

describe('a citizen number', () => {
  it.each([
    ['43030219680314201', 'CITIZEN_NUMBER_LENGTH'],
    ['43030219680314201x', 'CITIZEN_NUMBER_CHARACTERS'],
    ['993302196803142018', 'CITIZEN_NUMBER_PROVINCE'],
    ['430302196802302018', 'CITIZEN_NUMBER_BIRTH_DATE'],
    ['430302196803142019', 'CITIZEN_NUMBER_CHECK_CHARACTER'],
  ])('%s is refused with the reason', async (citizenNumber, code) => {
    expect(await faultsOf(sampleEvent({}, { person: { citizenNumber } }))).toEqual([
      `${code} /data/person/citizenNumber`,
    ])
  })

  it.each([
    ['the id', sampleEvent({ id: `D-${number}` }), '/id'],
    ['an open text', sampleEvent({}, { documentNo: `文件${number}号` }), '/data/documentNo'],
    ['a sealed text', sampleEvent({}, { certificateNo: number }), '/data/certificateNo'],
  ])('in %s is refused, and not repeated', async (_where, event, pointer) => {
    expect(await faultsOf(event)).toContain(`CITIZEN_NUMBER_MISPLACED ${pointer}`)
    expect((await post(JSON.stringify(event))).body).not.toContain(number)
    expect((await post(JSON.stringify([event]), batch)).body).not.toContain(number)
  })

  it('as a field name is refused, and not repeated', async () => {
    const answer = await post(JSON.stringify(sampleEvent({}, { [number]: { [number]: number } })))
    expect(answer.statusCode).toBe(422)
    expect(answer.body).not.toContain(number)
  })
})

describe('a number of a person', () => {
  const spaced = '4303 0219 6803 1420 18'
  it.each([
    ['a citizen number with spaces', spaced, 'CITIZEN_NUMBER_MISPLACED'],
    ['one of 15 digits', '430302680314201', 'CITIZEN_NUMBER_MISPLACED'],
    ['one in full width', '４３０３０２１９６８０３１４２０１８', 'CITIZEN_NUMBER_MISPLACED'],
    ['a mobile number', '139-0000-0001', 'PHONE_MISPLACED'],
    ['a card', '6222020000000000018', 'ACCOUNT_MISPLACED'],
  ])('%s is refused in the envelope, and not repeated', async (_what, text, code) => {
    for (const name of ['id', 'correlationid', 'causationid', 'sequence', 'dataschema']) {
      const event = sampleEvent({ [name]: text })
      expect(await faultsOf(event)).toContain(`${code} /${name}`)
      expect((await post(JSON.stringify([event]), batch)).body).not.toContain(text)
    }
  })

  it('of a telephone and an account is taken in a sealed text', async () => {
    const answer = await post(
      JSON.stringify(sampleEvent({}, { certificateNo: '13900000001', documentNo: '139 0000 0001' })),
    )
    expect(answer.statusCode).toBe(202)
  })
})

describe('the time of an event', () => {
  it.each(['2025-02-30T09:00:00+08:00', '2025-03-04', '2025-03-04T09:00:00', '2025-03-04T25:00:00Z', 'soon'])(
    '%s is refused',
    async (time) => {
      expect(await faultsOf(sampleEvent({ time }))).toEqual(['TIME /time'])
    },
  )

  it('is at most five minutes ahead', async () => {
    expect(await faultsOf(sampleEvent({ time: '2025-06-01T04:05:00.001Z' }))).toEqual(['TIME_IN_THE_FUTURE /time'])
    expect((await post(JSON.stringify(sampleEvent({ time: '2025-06-01T12:05:00+08:00' })))).statusCode).toBe(202)
  })
})

describe('the data of an event', () => {
  it('has all its faults listed at once, with their places', async () => {
    const { data, ...attributes } = sampleEvent({ time: 'soon', Colour: 'red' })
    const { region: _left, ...rest } = data
    const event = { ...attributes, data: { ...rest, diedOn: '2025-02-29', evidence: '听说', extra: 1 } }
    expect((await faultsOf(event)).sort()).toEqual([
      'DAY /data/diedOn',
      'MISSING /data/region',
      'NOT_IN_LIST /data/evidence',
      'TIME /time',
      'UNKNOWN_FIELD /Colour',
      'UNKNOWN_FIELD /data/extra',
    ])
  })

  it('is needed, as an object', async () => {
    expect(await faultsOf({ ...sampleEvent(), data: undefined })).toEqual(['MISSING /data'])
    expect(await faultsOf({ ...sampleEvent(), data: 'text' })).toEqual(['TYPE /data'])
  })

  it.each([-1, 12.5, '100'])('does not take %s as an amount', async (amount) => {
    const type = 'civil-affairs.TemporaryAssistanceGranted.v1'
    const { diedOn: _d, evidence: _e, certificateNo: _c, ...data } = sampleEvent().data as Record<string, unknown>
    const faults = await faultsOf({ ...sampleEvent({ type }), data: { ...data, reason: '火灾', amount } })
    expect(faults).toEqual(['AMOUNT /data/amount'])
  })
})
