import { existsSync } from 'node:fs'
import { advice, type Finding, fault, good, reasonOf, skewOf } from '@hub/runtime/finding.ts'
import { startPosition } from '@hub/schemas/format/position.ts'

/** Looks at the embedded store's file, beside a hub that may be running on it. `deep` reads every page and index. */
export const examineStoreFile = async (file: string, deep: boolean): Promise<Finding[]> => {
  if (!existsSync(file)) return [advice('there is no store yet', 'the first start makes it')]
  try {
    const { openSqlite } = await import('@hub/sqlite/sqlite-connection.ts')
    const connection = openSqlite({ file, readOnly: true })
    try {
      const [version] = Object.values(connection.database.prepare('SELECT sqlite_version()').get()!)
      const check = connection.database.prepare(deep ? 'PRAGMA integrity_check' : 'PRAGMA quick_check').all()
      const said = check.map((row) => String(Object.values(row)[0]))
      return [
        good(`SQLite ${version}, in WAL mode, synchronous=FULL`),
        said.join() === 'ok'
          ? good(deep ? 'every page and index is whole' : 'its pages are whole; --deep looks at the indexes too')
          : fault(
              `its file is damaged: ${said.slice(0, 3).join('; ')}`,
              'stop the hub and bring back the last backup by `hub restore`',
            ),
      ]
    } finally {
      connection.close()
    }
  } catch (error) {
    return [fault(`its file can't be read: ${reasonOf(error)}`, 'check its owner and the disk')]
  }
}

/** What a server tells of itself over HTTP beside gRPC: its version, and its clock to a second. */
const askServer = async (url: string): Promise<Finding[]> => {
  const { host, searchParams } = new URL(url.replace(/^[a-z+]+:/, 'http:').replace(/(\/\/[^/,]+),[^/?]*/, '$1'))
  const scheme = searchParams.get('tls') === 'false' ? 'http' : 'https'
  try {
    const before = Date.now()
    const answer = await fetch(`${scheme}://${host}/info`, { signal: AbortSignal.timeout(3_000) })
    const after = Date.now()
    const { esVersion, dbVersion } = (await answer.json()) as { esVersion?: string; dbVersion?: string }
    const date = Date.parse(answer.headers.get('date') ?? '')
    return [
      good(`version ${dbVersion ?? esVersion ?? 'not told'}`),
      ...(Number.isNaN(date) ? [] : [skewOf(date, before, after, 1_000)]),
    ]
  } catch {
    return [advice('it does not tell its version over HTTP', 'see that it is 22.6 or newer')]
  }
}

/** Looks at an EventStoreDB without writing to it. */
export const examineEventStoreDb = async (url: string): Promise<Finding[]> => {
  try {
    const { openEventStoreDb } = await import('./eventstoredb-event-store.ts')
    const store = openEventStoreDb({ url, timeLimit: 5_000 })
    try {
      const head = await store.head()
      return [
        good(
          head === startPosition ? 'answers; it holds no event of a hub yet' : `answers; its last event is at ${head}`,
        ),
        ...(await askServer(url)),
        ...(/[?&]tls=false/.test(url)
          ? [advice('the connection is not encrypted', 'leave out tls=false where others share the network')]
          : []),
      ]
    } finally {
      await store.close()
    }
  } catch (error) {
    return [fault(`does not answer: ${reasonOf(error)}`, 'check EVENT_STORE_URL and its tls, and that it runs')]
  }
}
