import Fastify from 'fastify'
import { buildSchema } from 'graphql'
import mercurius from 'mercurius'
import type { Row } from './measure.ts'
import { type ConstantServer, measureVeteran } from './veteran-load.ts'
import { printedSchema, veteranQueryOf } from './veteran-query.ts'

/**
 * The same selection and schema over an answer that is ready, default resolvers, compiled by Mercurius' JIT. The person
 * stands in the text: what Mercurius looks at variables with is not in graphql 17. That spares it, not the hub.
 */
export const serveConstant = async (answer: Record<string, unknown>, person: string): Promise<ConstantServer> => {
  const schema = buildSchema(printedSchema)
  schema.getQueryType()!.getFields().veteran!.resolve = () => answer.veteran
  const http = Fastify()
  await http.register(mercurius, { schema, jit: 1, graphiql: false })
  return {
    origin: await http.listen({ host: '127.0.0.1', port: 0 }),
    body: JSON.stringify({ query: veteranQueryOf(person) }),
    close: () => http.close(),
  }
}

/** Whole files over HTTP: against the fastest server that has the answer already. */
export const veteranMercuriusRow: Row = {
  name: 'veteran-mercurius',
  title:
    'veteran with all sections over HTTP, 16 connections; limit: the same selection and schema over a constant, default resolvers, by Mercurius with JIT',
  reach: { least: 0.7 },
  unit: '× the limit',
  measure: () => measureVeteran(serveConstant),
}
