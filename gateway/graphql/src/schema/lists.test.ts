import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSampleGateway } from './sample-gateway.fixture.ts'

let gateway: ReturnType<typeof openSampleGateway>

const act = { handledBy: [{ officialId: 'O-1', duty: '经办' }] }
const persons = Array.from({ length: 12 }, (_, n) => `1${String.fromCharCode(97 + n).repeat(26)}`)
const regions = ['430302', '430302001', '430304']

/** Twelve registrations a month apart, in three regions; every third rated; the first has moved and died since. */
beforeAll(async () => {
  gateway = openSampleGateway()
  const said = (id: string, type: string, n: number, time: string, data: object) => ({
    id,
    type,
    stream: `person-${persons[n]}`,
    time,
    data: { region: regions[n % 3], ...act, ...data },
  })
  const month = (n: number) => `2020-${String(n + 1).padStart(2, '0')}`
  for (const [n] of persons.entries())
    await gateway.say([
      said('1', 'veteran-affairs.VeteranRegistered.v2', n, `${month(n)}-05T00:00:00.000Z`, {
        name: n === 0 ? '欧阳一' : `王${n}`,
        sex: '男',
        birthDate: `19${50 + n}-01-01`,
        hukouRegion: regions[n % 3],
        addressLine: '莲花巷',
      }),
    ])
  for (const n of [0, 3, 6, 9])
    await gateway.say([
      said('2', 'veteran-affairs.DisabilityRated.v1', n, `2021-0${n / 3 + 1}-05T00:00:00.000Z`, {
        kind: '补办',
        category: '残疾军人',
        grade: n === 9 ? 5 : 5 + n / 3,
        nature: '因公',
        approvedOn: '2021-01-01',
        payableFrom: '2021-02',
      }),
    ])
  await gateway.say([
    said('3', 'civil-affairs.NameChanged.v1', 0, '2022-01-01T00:00:00.000Z', { from: '欧阳一', to: '李一' }),
    said('4', 'civil-affairs.ResidenceRecorded.v1', 0, '2022-02-01T00:00:00.000Z', {
      hukouRegion: '430304',
      addressLine: '新村',
      movedOn: '2022-02-01',
    }),
    said('5', 'civil-affairs.DeathRegistered.v1', 0, '2022-03-01T00:00:00.000Z', {
      diedOn: '2022-02-27',
      evidence: '医学证明',
      certificateNo: 'SW-1',
    }),
  ])
})
afterAll(() => gateway.close())

const query = `query($filter: VeteranFilter, $orderBy: [VeteranOrder!], $moment: MomentInput, $first: Int, $after: String, $last: Int, $before: String) {
  veterans(filter: $filter, orderBy: $orderBy, moment: $moment, first: $first, after: $after, last: $last, before: $before) {
    totalCount nodes { personId } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`
type Page = {
  totalCount: number
  nodes: { personId: string }[]
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string }
}
const ask = async (variables: object) => {
  const { data, errors } = await gateway.ask(query, { ...variables })
  return { page: (data as { veterans: Page } | null)?.veterans, code: errors?.[0]?.extensions.code }
}
const found = async (variables: object) =>
  (await ask({ first: 100, ...variables })).page?.nodes.map(({ personId }) => persons.indexOf(personId))

describe('files are found', () => {
  it.each([
    ['by grades', { disabilityGrade: { in: [5, 7] } }, [0, 6, 9]],
    ['by a range of grades', { disabilityGrade: { between: { from: 6, to: 7 } } }, [3, 6]],
    ['by years of birth', { birthYear: { between: { to: 1952 } } }, [0, 1, 2]],
    ['by one of several years', { birthYear: { in: [1951, 1955] } }, [1, 5]],
    ['by the day of registration', { registeredOn: { from: '2020-11-01' } }, [10, 11]],
    ['under a region', { regionUnder: '430302', statusIn: ['ALIVE'], birthYear: { between: { to: 1954 } } }, [1, 3, 4]],
    ['in a province', { regionUnder: '430000', birthYear: { between: { to: 1954 } } }, [0, 1, 2, 3, 4]],
    ['in another province', { regionUnder: '440000' }, []],
    ['in very regions', { regionIn: ['430302001'], birthYear: { between: { to: 1954 } } }, [1, 4]],
    ['by status', { statusIn: ['DECEASED'] }, [0]],
    ['by any of several conditions', { any: [{ statusIn: ['DECEASED'] }, { birthYear: { in: [1961] } }] }, [0, 11]],
    [
      'by conditions within conditions',
      { surname: '王', any: [{ any: [{ birthYear: { in: [1951] } }] }, { disabilityGrade: { in: [6] } }] },
      [1, 3],
    ],
    ['by none of no conditions', { any: [] }, []],
    ['by a name', { name: '李一' }, [0]],
  ])('%s', async (_what, filter, expected) => {
    expect((await found({ filter }))?.toSorted((a, b) => a - b)).toEqual(expected)
  })

  it('in any order of several parts, stable by id', async () => {
    const orderBy = [
      { field: 'STATUS', direction: 'DESC' },
      { field: 'REGION', direction: 'ASC' },
      { field: 'BIRTH_YEAR', direction: 'DESC' },
    ]
    const order = await found({ orderBy })
    expect(order).toEqual([0, 9, 6, 3, 10, 7, 4, 1, 11, 8, 5, 2])
    // The same, page by page, from either end.
    const forwards: number[] = []
    for (let after: string | undefined; ; ) {
      const { page } = await ask({ orderBy, first: 5, after })
      forwards.push(...page!.nodes.map(({ personId }) => persons.indexOf(personId)))
      if (!page!.pageInfo.hasNextPage) break
      after = page!.pageInfo.endCursor
    }
    expect(forwards).toEqual(order)
    const backwards: number[] = []
    for (let before: string | undefined; ; ) {
      const { page } = await ask({ orderBy, last: 5, before })
      backwards.unshift(...page!.nodes.map(({ personId }) => persons.indexOf(personId)))
      expect(page!.pageInfo.hasNextPage).toBe(before !== undefined)
      if (!page!.pageInfo.hasPreviousPage) break
      before = page!.pageInfo.startCursor
    }
    expect(backwards).toEqual(order)
  })

  it('as they were: by the name, place and state of then', async () => {
    const then = { asOf: '2021-12-31T00:00:00Z' }
    expect(await found({ moment: then, filter: { surname: '欧阳' } })).toEqual([0])
    expect(await found({ moment: then, filter: { name: '李一' } })).toEqual([])
    expect(await found({ moment: then, filter: { statusIn: ['DECEASED'] } })).toEqual([])
    expect(await found({ moment: then, filter: { regionIn: ['430302'] } })).toEqual([0, 3, 6, 9])
    expect(await found({ moment: then, filter: { regionUnder: '430000', birthYear: { in: [1950] } } })).toEqual([0])
    expect(await found({ moment: { asOf: '2020-03-31T00:00:00Z' } })).toEqual([0, 1, 2])
    expect(await found({ filter: { regionIn: ['430302'] } })).toEqual([3, 6, 9])
  })

  it('as they were known, the same after more has become known', async () => {
    const { data } = await gateway.ask('{ events(first: 100) { nodes { position } } }')
    const { nodes } = (data as unknown as { events: { nodes: { position: string }[] } }).events
    const moment = { asKnownAt: { position: nodes[4]!.position } }
    const filter = { birthYear: { between: { to: 1953 } } }
    expect(await found({ moment, filter })).toEqual([0, 1, 2, 3])
    await gateway.say([
      {
        id: '9',
        type: 'veteran-affairs.ContactDetailsChanged.v1',
        stream: `person-${persons[2]}`,
        time: '2023-01-01T00:00:00.000Z',
        data: { region: '430302', ...act, phone: '13900000000', addressLine: '别处', residenceRegion: '430304001' },
      },
    ])
    expect(await found({ moment, filter: { ...filter, regionUnder: '430304' } })).toEqual([2])
    expect(await found({ moment, filter: { regionIn: ['430304001'] } })).toEqual([])
    expect(await found({ filter: { regionIn: ['430304001'] } })).toEqual([2])
  })
})

describe('a page', () => {
  it('of another filter, order or store, or of no size, has a code', async () => {
    const cursor = (await ask({ first: 2 })).page!.pageInfo.endCursor
    expect((await ask({ after: cursor, filter: { statusIn: ['ALIVE'] } })).code).toBe('CURSOR_MISMATCH')
    expect((await ask({ after: cursor, orderBy: [{ field: 'REGION', direction: 'ASC' }] })).code).toBe(
      'CURSOR_MISMATCH',
    )
    expect((await ask({ after: cursor, moment: { asOf: '2022-01-01T00:00:00Z' } })).code).toBe('CURSOR_MISMATCH')
    const [, ...rest] = cursor.split('.')
    expect((await ask({ before: ['AAAAAAAA', ...rest].join('.') })).code).toBe('OTHER_STORE')
    expect((await ask({ first: 2, last: 2 })).code).toBe('BAD_USER_INPUT')
    expect((await ask({ last: 0 })).code).toBe('BAD_USER_INPUT')
    expect((await ask({ last: 101 })).code).toBe('BAD_USER_INPUT')
  })

  it('of events runs by when they happened, from either end', async () => {
    const events = async (page: string) => {
      const { data } =
        await gateway.ask(`{ events(filter: { any: [{ names: ["DisabilityRated"] }, { names: ["DeathRegistered"] }] },
        orderBy: [{ field: OCCURRED_AT, direction: DESC }], ${page}) { totalCount nodes { titleEn occurredAt } } }`)
      return (data as unknown as { events: { totalCount: number; nodes: { occurredAt: string }[] } }).events
    }
    const all = await events('first: 10')
    expect(all.totalCount).toBe(5)
    expect(all.nodes.map(({ occurredAt }) => occurredAt.slice(0, 7))).toEqual([
      '2022-03',
      '2021-04',
      '2021-03',
      '2021-02',
      '2021-01',
    ])
    expect((await events('last: 2')).nodes).toEqual(all.nodes.slice(-2))
  })
})
