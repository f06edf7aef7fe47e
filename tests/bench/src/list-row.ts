import { paired, type Row } from './measure.ts'
import { postLoad } from './post-load.ts'
import { inFolder } from './sample-load.ts'
import { ask, serveCity } from './served-city.ts'

const [files, lists, connections] = [100, 8, 4]

const claim = '{ value visibility source { department { titleZh } recordedAt } }'
const sections = `personId
  identity { name ${claim} sex ${claim} birthDate ${claim} registeredOn ${claim} }
  employment { jobs { status from until employerUscc { value } } training { status from courseId { value } } }
  benefits { approvals { status from item { value { code } } monthly { value { yuan } } } payments { status amount { value { yuan } } } }`

const listQuery = `query List { veterans(first: ${files}) { nodes { ${sections} } } }`
const fileQuery = `query File($person: ID!) { veteran(by: { personId: $person }) { ${sections} } }`

/** A list of a hundred files against the same files asked for one by one. */
export const listRow: Row = {
  name: 'list',
  title: `a list of ${files} files with three sections over HTTP, ${connections} connections; limit: ${files} single files`,
  reach: { least: 4 },
  unit: '× as fast a file',
  measure: () =>
    inFolder(async (folder) => {
      const city = await serveCity(folder, { persons: 1_500, count: 8_000 })
      const type = 'application/json'
      const list = JSON.stringify({ query: listQuery })
      const { veterans } = (await ask(city.origin, list)) as { veterans: { nodes: { personId: string }[] } }
      const singles = veterans.nodes.map(({ personId }) =>
        JSON.stringify({ query: fileQuery, variables: { person: personId } }),
      )
      const alone = await Promise.all(singles.map(async (body) => (await ask(city.origin, body)).veteran))
      if (JSON.stringify(alone) !== JSON.stringify(veterans.nodes)) throw new Error('the list says something else')
      const posted = (bodies: readonly string[]) => bodies.map((body) => ({ path: '/graphql', type, body }))
      const load = (bodies: readonly string[]) =>
        postLoad({ origin: city.origin, requests: posted(bodies), connections })
      const { ours, limit, ratio } = await paired(
        5,
        () => load(Array.from({ length: lists }, () => list)),
        () => load(Array.from({ length: lists }, () => singles).flat()),
      )
      await city.close()
      const perFile = (ms: number) => `${((1000 * ms) / (lists * files)).toFixed(0)} µs`
      return {
        value: ratio,
        details: { files: veterans.nodes.length, 'a file of the list': perFile(ours), 'a single file': perFile(limit) },
      }
    }),
}
