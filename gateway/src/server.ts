import { renderGraphiQL } from '@graphql-yoga/render-graphiql'
import { describeError, type Logger } from '@hub/runtime/log.ts'
import type { FastifyInstance } from 'fastify'
import { createYoga, type Plugin, type YogaServerInstance } from 'graphql-yoga'
import { policyOf } from './policy.ts'
import type { GatewayContext, GatewayDependencies } from './schema/context.ts'
import { causeOf, isRefusal, refusal } from './schema/errors.ts'
import { workedExamples } from './schema/examples.ts'
import { useLimits } from './schema/limits.ts'
import { usePrivateErrors } from './schema/private-errors.ts'
import { schema } from './schema/schema.ts'
import type { Reader } from './views/read-types.ts'
import { ViewsNotBuilt } from './views/served-views.ts'

export type GatewayOptions = Omit<GatewayDependencies, 'reader'> & {
  /** The views in use now; a request keeps the reader that it began with. */
  currentReader: () => Reader
  logger: Logger
}

export type Gateway = YogaServerInstance<Record<string, never>, GatewayContext>

/** Answers are about persons: nobody on the way keeps them. */
const useNoStore = (): Plugin => ({
  onResponse: ({ response }) => {
    response.headers.set('cache-control', 'no-store')
  },
})

const pinned = (currentReader: () => Reader): Reader => {
  try {
    return currentReader()
  } catch (error) {
    if (error instanceof ViewsNotBuilt) throw refusal('NOT_YET', error.message, { http: { status: 503 } })
    throw error
  }
}

/** GraphQL over the views, and GraphiQL for a browser, without a port: `fetch` is all that it needs. */
export const createGateway = ({ logger, currentReader, ...dependencies }: GatewayOptions): Gateway =>
  createYoga<Record<string, never>, GatewayContext>({
    schema,
    graphqlEndpoint: '/graphql',
    context: ({ request }): GatewayContext => ({
      ...dependencies,
      reader: pinned(currentReader),
      policy: policyOf(request),
    }),
    logging: false,
    batching: false,
    landingPage: false,
    graphiql: {
      title: '退役军人协同枢纽 · Veterans’ hub',
      defaultTabs: workedExamples,
      defaultQuery: workedExamples[0]!.query,
    },
    renderGraphiQL: (options) => renderGraphiQL(options),
    maskedErrors: {
      maskError: (error) => {
        if (isRefusal(error)) return error
        logger.error(describeError(causeOf(error)), 'a query has failed')
        return refusal('INTERNAL_SERVER_ERROR', 'The hub could not answer; its log says why.')
      },
    },
    plugins: [useLimits(), usePrivateErrors(), useNoStore()],
  }) as unknown as Gateway

/** Puts the gateway on a Fastify service, at `/graphql`. */
export const registerGateway = (http: FastifyInstance, options: GatewayOptions): void => {
  const gateway = createGateway(options)
  http.route({
    url: gateway.graphqlEndpoint,
    method: ['GET', 'POST', 'OPTIONS'],
    schema: { hide: true },
    handler: async (request, reply) => {
      const body = request.method === 'POST' ? { body: JSON.stringify(request.body) } : {}
      const response = await gateway.fetch(new URL(request.url, 'http://hub').href, {
        method: request.method,
        headers: new Headers(
          Object.entries(request.headers).flatMap(([name, value]) =>
            typeof value === 'string' && name !== 'content-length' ? [[name, value] as [string, string]] : [],
          ),
        ),
        ...body,
      })
      for (const [name, value] of response.headers) reply.header(name, value)
      return reply.code(response.status).send(await response.text())
    },
  })
}
