import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { sampleCity } from '@hub/city/sample-city.ts'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import { timed } from './measure.ts'

/** Runs with a temporary folder that is gone afterwards. */
export const inFolder = async <Result>(run: (folder: string) => Promise<Result>): Promise<Result> => {
  const folder = mkdtempSync(join(tmpdir(), 'hub-bench-'))
  try {
    return await run(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The first `count` good events of a department in the sample city, as its system would send them. */
export const sampleEvents = (department: SubmittingDepartment, count: number): Record<string, unknown>[] =>
  sampleCity({ seed: 3, persons: 6_000 })
    .submissions.filter((submission) => submission.department === department && submission.refusal === undefined)
    .slice(0, count)
    .map((submission) => submission.event)

/** A bare SQLite file as the embedded adapters open theirs. */
export const bareDatabase = (file: string): DatabaseSync => {
  const database = new DatabaseSync(file)
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  return database
}

/** Median of a durable commit of one small row, ms: what every durable number stands on. */
export const durableCommitMs = (): Promise<number> =>
  inFolder(async (folder) => {
    const database = bareDatabase(join(folder, 'commit.db'))
    database.exec('CREATE TABLE one (n INTEGER)')
    const insert = database.prepare('INSERT INTO one VALUES (?)')
    const times: number[] = []
    for (let n = 0; n < 200; n++) times.push(await timed(() => void insert.run(n)))
    database.close()
    return times.sort((one, other) => one - other)[100]!
  })
