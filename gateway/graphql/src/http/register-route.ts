import type { Refusal } from '@hub/schemas/refusal.ts'
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { answeredCodes } from '../query-refusals.ts'
import { extensionsOf } from '../schema/errors.ts'
import type { Gateway } from '../server.ts'
import { encoded } from './encoding.ts'
import { streamOf } from './event-stream.ts'
import { sendStream } from './send-stream.ts'

/** Headers as they came; where one came several times its values are joined. */
const headersOf = ({ headers }: FastifyRequest): Record<string, string> => {
  const given: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined && name !== 'content-length' && name !== 'transfer-encoding')
      given[name] = Array.isArray(value) ? value.join(', ') : value
  return given
}

/** A refusal before GraphQL is reached, in GraphQL's form. */
const refuse = (reply: FastifyReply, refused: Refusal, status = refused.status) =>
  reply
    .code(status)
    .header('cache-control', 'no-store')
    .type('application/graphql-response+json; charset=utf-8')
    .send(JSON.stringify({ errors: [{ message: refused.message, extensions: extensionsOf(refused) }] }))

/**
 * Puts a gateway on a Fastify service; `/` redirects to it. Request bodies are handed to GraphQL unparsed. Answers are
 * compressed, except event streams.
 */
export const registerRoute = (http: FastifyInstance, gateway: Gateway, bodyBytes: number): void => {
  http.get('/', { schema: { hide: true } }, (_request, reply) => reply.redirect(gateway.graphqlEndpoint))
  http.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    scope.setErrorHandler((error: FastifyError, request, reply) => {
      if (error.statusCode === 413)
        return refuse(reply, {
          ...answeredCodes.BODY_TOO_LARGE,
          message: `the body has more than ${bodyBytes} bytes`,
          messageZh: `请求体超过 ${bodyBytes} 字节`,
        })
      if (error.statusCode === 415) return refuse(reply, answeredCodes.MEDIA_TYPE)
      if (error.statusCode !== undefined && error.statusCode < 500)
        return refuse(reply, answeredCodes.BAD_REQUEST, error.statusCode)
      request.log.error({ name: error.name, code: error.code }, 'a GraphQL request has failed')
      return refuse(reply, answeredCodes.INTERNAL_SERVER_ERROR)
    })
    scope.route({
      url: gateway.graphqlEndpoint,
      method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
      bodyLimit: bodyBytes,
      schema: { hide: true },
      handler: async (request, reply) => {
        const response = await gateway.fetch(new URL(request.url, `http://${request.host || 'hub'}`).href, {
          method: request.method,
          headers: headersOf(request),
          ...(request.method === 'POST' ? { body: (request.body as Uint8Array | undefined) ?? new Uint8Array() } : {}),
        } as RequestInit)
        for (const [name, value] of response.headers) reply.header(name, value)
        reply.code(response.status).header('vary', 'accept-encoding')
        const stream = streamOf(response)
        if (stream) return sendStream(reply, stream)
        const { body, coding } = await encoded(await response.text(), request.headers['accept-encoding'])
        if (coding) reply.header('content-encoding', coding)
        return reply.send(body)
      },
    })
  })
}
