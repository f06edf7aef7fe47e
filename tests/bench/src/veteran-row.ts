import { readFileSync } from 'node:fs'
import Fastify from 'fastify'
import { buildSchema, type GraphQLObjectType, getNamedType, isLeafType } from 'graphql'
import { createYoga } from 'graphql-yoga'
import { paired, type Row } from './measure.ts'
import { postLoad } from './post-load.ts'
import { inFolder } from './sample-load.ts'
import { ask, serveCity } from './served-city.ts'

const [requests, connections] = [1_000, 16]

const printed = readFileSync(new URL('../../../gateway/schema.graphql', import.meta.url), 'utf8')
const types = buildSchema(printed).getTypeMap()
const fieldsOf = (name: string) =>
  Object.entries((types[name] as GraphQLObjectType).getFields()).map(([field, { type }]) => ({
    field,
    type: getNamedType(type).name,
  }))
const isClaim = (name: string) => name.endsWith('Claim')

const source = 'source { department { titleZh } type occurredAt recordedAt }'
const leaves = (name: string): string => {
  if (isLeafType(types[name]!)) return ''
  const own = fieldsOf(name).filter(({ type }) => isLeafType(types[type]!))
  return `{ ${own.map(({ field }) => field).join(' ')} }`
}
/** Of an entry what lasts since when, and four of its values: all of them would be over the limit of tokens. */
const entry = (name: string) => {
  const claims = fieldsOf(name).filter(({ type }) => isClaim(type))
  const values = claims.slice(0, 4).map(({ field, type }) => `${field} { value ${leaves(valueTypeOf(type))} }`)
  return `{ name status from until ${source} ${values.join(' ')} }`
}
const valueTypeOf = (claim: string) => fieldsOf(claim).find(({ field }) => field === 'value')!.type
const isEntry = (name: string) => fieldsOf(name).some(({ field }) => field === 'history')
const selectionOf = (type: string): string => {
  if (isLeafType(types[type]!)) return ''
  if (!isClaim(type)) return entry(type)
  const value = valueTypeOf(type)
  const selected = isLeafType(types[value]!) ? '' : isEntry(value) ? entry(value) : leaves(value)
  return `{ value ${selected} visibility disputed ${source} }`
}
const sections = fieldsOf('Veteran').flatMap(({ field: section, type: name }) =>
  name.startsWith('File')
    ? [
        `${section} { ${fieldsOf(name)
          .map(({ field, type }) => `${field} ${selectionOf(type)}`)
          .join(' ')} }`,
      ]
    : [],
)
const query = `query File($person: ID!) { veteran(by: { personId: $person }) {
  personId persons moment { asKnownAt position } ${sections.join('\n')}
  timeline(first: 20) { totalCount nodes { __typename titleZh occurredAt } } } }`

/** The same query and schema over an answer that is ready, default resolvers, by Yoga in the same manner. */
const serveConstant = async (answer: Record<string, unknown>) => {
  const schema = buildSchema(printed)
  schema.getQueryType()!.getFields().veteran!.resolve = () => answer.veteran
  const yoga = createYoga({
    schema,
    logging: false,
    batching: false,
    graphiql: false,
  })
  const http = Fastify()
  http.post('/graphql', async (request, reply) => {
    const response = await yoga.fetch(new URL(request.url, 'http://hub').href, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request.body),
    })
    for (const [name, value] of response.headers) reply.header(name, value)
    return reply.code(response.status).send(await response.text())
  })
  return { origin: await http.listen({ host: '127.0.0.1', port: 0 }), close: () => http.close() }
}

/** Whole files over HTTP: against an answer that is there already. */
export const veteranRow: Row = {
  name: 'veteran',
  title:
    'veteran with all sections over HTTP, 16 connections; limit: the same query and schema over a constant, default resolvers, by Yoga too',
  reach: { least: 0.5 },
  unit: '× the limit',
  measure: () =>
    inFolder(async (folder) => {
      const city = await serveCity(folder, { persons: 1_500, count: 8_000 })
      const { person, facts } = city.views.database
        .prepare(
          `SELECT person, count(*) AS facts FROM facts WHERE person IS NOT NULL AND stream NOT LIKE 'access-%'
           GROUP BY person ORDER BY facts DESC LIMIT 1`,
        )
        .get() as { person: string; facts: number }
      const body = JSON.stringify({ query, variables: { person } })
      const first = await ask(city.origin, body)
      const constant = await serveConstant(first)
      const same = JSON.stringify(await ask(constant.origin, body)) === JSON.stringify(first)
      if (!same) throw new Error('the constant does not answer as the hub does')
      const posted = Array.from({ length: requests }, () => ({ path: '/graphql', type: 'application/json', body }))
      const load = (origin: string) => postLoad({ origin, requests: posted, connections })
      const { ours, limit, ratio } = await paired(
        5,
        () => load(city.origin),
        () => load(constant.origin),
      )
      await constant.close()
      await city.close()
      const rate = (ms: number) => Math.round((requests * 1000) / ms)
      return {
        value: ratio,
        details: {
          'facts in the file': facts,
          'answer bytes': JSON.stringify(first).length,
          'hub requests/s': rate(ours),
          'limit requests/s': rate(limit),
        },
      }
    }),
}
