import { asyncApiDocument } from '@hub/schemas/async-api.ts'
import { lookUpType } from '@hub/schemas/catalogue.ts'
import { catalogueRows } from '@hub/schemas/catalogue-rows.ts'
import { jsonSchemaOf } from '@hub/schemas/json-schema.ts'
import type { FastifyInstance } from 'fastify'
import { contentOf, jsonAnswer, methodAnswers, type OpenApiPart, problemAnswer, schemaRef } from './open-api.ts'
import { httpRefusals, problem } from './problem.ts'
import { sendProblem } from './send-problem.ts'

const get = (operationId: string, summary: string, answer: object, more: object = {}) => ({
  get: { tags: ['schemas'], operationId, summary, ...more, responses: { 200: answer, ...methodAnswers } },
})
const anyObject = { type: 'object', additionalProperties: true }
const part: OpenApiPart = {
  paths: {
    '/schemas': get(
      'listTypes',
      '事件目录 Every event type, its version and its schema',
      jsonAnswer('One row a type and version.', { type: 'array', items: schemaRef('EventTypeRow') }),
    ),
    '/schemas/{type}': {
      get: {
        tags: ['schemas'],
        operationId: 'getTypeSchema',
        summary: '事件数据模式 The JSON Schema of the data of a type',
        parameters: [{ name: 'type', in: 'path', required: true, schema: { type: 'string' } }],
        responses: {
          200: { description: 'JSON Schema 2020-12.', content: contentOf(anyObject, 'application/schema+json') },
          404: problemAnswer('There is no such type.'),
          ...methodAnswers,
        },
      },
    },
    '/asyncapi.json': get(
      'getAsyncApi',
      '消息接口描述 The AsyncAPI document of the topics',
      jsonAnswer('AsyncAPI 3.', anyObject),
    ),
  },
  schemas: {
    EventTypeRow: { type: 'object', additionalProperties: true, description: 'A type and version of the vocabulary.' },
  },
}

/** `GET /schemas` (the catalogue), `GET /schemas/<type>` (a type's JSON Schema) and `GET /asyncapi.json`. */
export const registerSchemas = (http: FastifyInstance): void => {
  http.describe(part)
  http.get('/schemas', { schema: { hide: true } }, () => catalogueRows())
  http.get<{ Params: { type: string } }>('/schemas/:type', { schema: { hide: true } }, (request, reply) => {
    const entry = lookUpType(request.params.type.replace(/\.json$/, ''))
    if (entry) return reply.type('application/schema+json').send(jsonSchemaOf(entry.definition, entry.version))
    return sendProblem(reply, problem(httpRefusals.NOT_FOUND))
  })
  http.get('/asyncapi.json', { schema: { hide: true } }, () => asyncApiDocument())
}
