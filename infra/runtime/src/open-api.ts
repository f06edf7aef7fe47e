/** A part of the OpenAPI document (3.1) of a service: paths, and the named schemas that they speak of. */
export type OpenApiPart = {
  paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  schemas?: Readonly<Record<string, unknown>>
}

/** A reference to a named schema. */
export const schemaRef = (name: string) => ({ $ref: `#/components/schemas/${name}` })

/** A body or an answer of one media type. */
export const contentOf = (schema: unknown, mediaType = 'application/json') => ({ [mediaType]: { schema } })

/** An answer of JSON. */
export const jsonAnswer = (description: string, schema: unknown) => ({ description, content: contentOf(schema) })

/** An answer that is a problem. */
export const problemAnswer = (description: string) => ({
  description,
  content: contentOf(schemaRef('Problem'), 'application/problem+json'),
})

const text = { type: 'string' } as const

const words = {
  message: { ...text, description: 'what is wrong' },
  messageZh: { ...text, description: '问题' },
  whatToDo: text,
  whatToDoZh: text,
}

/** The schemas of problems (RFC 9457), which every service answers with. */
export const problemSchemas = {
  Fault: {
    type: 'object',
    title: 'A fault or a notice',
    description:
      'What is wrong with a part of what was sent, or is to be known of it. It carries no value that was sent.',
    required: ['pointer', 'code', 'message', 'messageZh', 'whatToDo', 'whatToDoZh'],
    properties: { pointer: { ...text, description: 'JSON Pointer (RFC 6901) into the event' }, code: text, ...words },
  },
  Problem: {
    type: 'object',
    title: 'A problem (RFC 9457)',
    required: ['type', 'title', 'titleZh', 'status', 'detail', 'detailZh', 'code'],
    properties: {
      type: { ...text, format: 'uri' },
      title: { ...text, description: 'what is wrong' },
      titleZh: text,
      status: { type: 'integer', minimum: 400, maximum: 599 },
      detail: { ...text, description: 'what to do' },
      detailZh: text,
      code: { ...text, description: 'see the page of errors' },
      errors: { type: 'array', items: schemaRef('Fault') },
    },
  },
}

/** What every address answers to other methods than its own. */
export const methodAnswers = { 405: problemAnswer('Another method; Allow names those of this address.') }

const told = (operationId: string, summary: string, responses: object) => ({
  get: { tags: ['service'], operationId, summary, responses: { ...responses, ...methodAnswers } },
})

/** The addresses that every service has. */
export const servicePart: OpenApiPart = {
  paths: {
    '/health/live': told('getLive', '存活检查 Whether the service lives', {
      200: jsonAnswer('It lives.', schemaRef('Health')),
    }),
    '/health/ready': told('getReady', '就绪检查 Whether the service can take work now', {
      200: jsonAnswer('It can.', schemaRef('Health')),
      503: jsonAnswer('It cannot.', schemaRef('Health')),
    }),
    '/metrics': told('getMetrics', '指标 Metrics for Prometheus', {
      200: { description: 'The metrics as text.', content: contentOf(text, 'text/plain') },
    }),
    '/openapi.json': told('getOpenApi', '接口描述 This document', {
      200: jsonAnswer('OpenAPI 3.1.', { type: 'object', additionalProperties: true }),
    }),
  },
  schemas: {
    Health: {
      type: 'object',
      required: ['status'],
      properties: { status: { type: 'string', enum: ['live', 'ready', 'not ready'] } },
    },
  },
}

/** What every document says beside its paths. */
export const documentFrame = (name: string) => ({
  openapi: '3.1.0' as const,
  info: {
    title: `Veterans' hub: ${name}`,
    version: '1',
    description:
      'Who may reach a service is decided in front of it: it asks for no credentials of its own. Every address answers other methods than its own with 405 and Allow, and faults as problems (RFC 9457) in English and Chinese; where HTTP itself goes wrong, 400, 408, 417, 431 or 501.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  servers: [{ url: '/', description: 'the service that gives this document' }],
  // Said, so that no generator looks for a scheme: none is needed.
  security: [],
})

type Document = { paths?: object; components?: { schemas?: object } & object } & object

/** A document with its parts. */
export const withParts = (document: Document, parts: readonly OpenApiPart[]) => ({
  ...document,
  paths: Object.assign({}, document.paths, ...parts.map(({ paths }) => paths)),
  components: {
    ...document.components,
    schemas: Object.assign({}, document.components?.schemas, problemSchemas, ...parts.map(({ schemas }) => schemas)),
  },
})
