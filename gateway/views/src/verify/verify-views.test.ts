import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openViews, type Views } from '../open-views.ts'
import { createProjector } from '../project.ts'
import { openSampleHub } from '../sample-hub.fixture.ts'
import { first, sampleLife, second } from '../sample-life.fixture.ts'
import type { Difference } from './compare-tables.ts'
import { differingPaths } from './file-document.ts'
import { verifyViews } from './verify-views.ts'

let hub: ReturnType<typeof openSampleHub>
let views: Views

beforeEach(async () => {
  hub = openSampleHub()
  views = openViews({ file: join(hub.folder, 'views.sqlite') })
  for (const said of [...sampleLife(first, second, '钟一山'), ...sampleLife(second, first, '欧阳小月')])
    await hub.record(said)
  await createProjector({ ...hub, views, batchSize: 2 }).catchUp()
})

afterEach(async () => {
  views.close()
  await hub.close()
})

const verify = async () => {
  const found: Difference[] = []
  const steps = new Set<string>()
  const verification = await verifyViews({
    ...hub,
    viewsFile: views.file,
    onDifference: (difference) => found.push(difference),
    onProgress: ({ step }) => steps.add(step),
  })
  expect(verification.differences).toBe(found.length)
  return { found, steps: [...steps], ...verification }
}

describe('verifying the views', () => {
  it('finds nothing where nothing was touched, and tells how far it is', async () => {
    const { found, steps, rows } = await verify()
    expect(found).toEqual([])
    expect(rows).toBeGreaterThan(20)
    expect(steps).toEqual(['events', 'files', 'catching-up', 'comparing'])
  })

  it('compares up to where the live views are, not with what came since', async () => {
    await hub.record({ ...sampleLife(first, second, '钟一山')[3]!, id: '99' })
    expect((await verify()).found).toEqual([])
  })

  it.each([
    ['UPDATE facts SET region = ? WHERE ordinal = 4', 'facts', 'ordinal 4, known_from 4', 'region'],
    ['UPDATE facts SET known_to = 99 WHERE ordinal = 4 AND ?1 <> 0', 'facts', 'ordinal 4, known_from 4', 'known_to'],
    [`UPDATE files SET status = ? WHERE person = '${first}'`, 'files', `person ${first}`, 'status'],
    [`UPDATE files SET box = ? WHERE person = '${first}'`, 'files', `person ${first}`, 'box'],
    [
      `UPDATE files SET folded = json_set(folded, '$.revision', ?) WHERE person = '${first}'`,
      'files',
      `person ${first}`,
      'folded.revision',
    ],
    ['UPDATE checkpoint SET known_time = ?', 'checkpoint', 'one 1', 'known_time'],
  ])('finds one altered cell: %s', async (sql, table, key, column) => {
    views.database.prepare(sql).run('altered')
    expect((await verify()).found).toEqual([{ table, key, column, kind: 'different' }])
  })

  it('finds a row too few and a row too many', async () => {
    views.database.prepare('DELETE FROM mentions WHERE person = ?').run(first)
    views.database.prepare('INSERT INTO links VALUES (?, ?, 1, NULL)').run(first, second)
    const { found } = await verify()
    expect(found).toEqual([
      { table: 'links', key: `a ${first}, b ${second}, known_from 1`, kind: 'surplus' },
      { table: 'mentions', key: `person ${first}, file ${second}`, kind: 'missing' },
    ])
  })

  it('names no search token, and no value', async () => {
    views.database
      .prepare(
        "UPDATE tokens SET token = 'x' WHERE person = ?1 AND token = (SELECT min(token) FROM tokens WHERE person = ?1)",
      )
      .run(first)
    const { found } = await verify()
    expect(found.map(({ table, kind }) => `${table} ${kind}`).sort()).toEqual(['tokens missing', 'tokens surplus'])
    expect(found.every(({ key }) => key === `token …, person ${first}`)).toBe(true)
  })
})

describe('the documents of files', () => {
  it('are the same in any order of their members', () => {
    expect(differingPaths({ a: { b: 1, c: [1] } }, { a: { c: [1], b: 1 } })).toEqual([])
  })

  it('differ at a field of a section', () => {
    const [one, other] = [{ identity: { name: { value: 'x', s: 1 } } }, { identity: { name: { value: 'y', s: 2 } } }]
    expect(differingPaths(one, other)).toEqual(['identity.name'])
  })
})
