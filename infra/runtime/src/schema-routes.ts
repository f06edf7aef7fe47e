import { asyncApiDocument } from '@hub/schemas/async-api.ts'
import { lookUpType } from '@hub/schemas/catalogue.ts'
import { catalogueRows } from '@hub/schemas/catalogue-rows.ts'
import { jsonSchemaOf } from '@hub/schemas/json-schema.ts'
import type { FastifyInstance } from 'fastify'
import { httpRefusals, problem, problemMediaType } from './problem.ts'

/** `GET /schemas` (the catalogue), `GET /schemas/<type>` (a type's JSON Schema) and `GET /asyncapi.json`. */
export const registerSchemas = (http: FastifyInstance): void => {
  http.get('/schemas', { schema: { hide: true } }, () => catalogueRows())
  http.get<{ Params: { type: string } }>('/schemas/:type', { schema: { hide: true } }, (request, reply) => {
    const entry = lookUpType(request.params.type.replace(/\.json$/, ''))
    if (entry) return reply.type('application/schema+json').send(jsonSchemaOf(entry.definition, entry.version))
    const answer = problem(httpRefusals.NOT_FOUND)
    return reply.code(answer.status).type(problemMediaType).send(answer)
  })
  http.get('/asyncapi.json', { schema: { hide: true } }, () => asyncApiDocument())
}
