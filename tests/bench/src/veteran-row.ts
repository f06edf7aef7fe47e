import Fastify from 'fastify'
import { buildSchema } from 'graphql'
import { createYoga } from 'graphql-yoga'
import type { Row } from './measure.ts'
import { type ConstantServer, measureVeteran } from './veteran-load.ts'
import { printedSchema } from './veteran-query.ts'

/** The same query and schema over an answer that is ready, default resolvers, by Yoga in the same manner. */
export const serveConstant = async (answer: Record<string, unknown>): Promise<ConstantServer> => {
  const schema = buildSchema(printedSchema)
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
  measure: () => measureVeteran(serveConstant),
}
