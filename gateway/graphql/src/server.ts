import { renderGraphiQL } from '@graphql-yoga/render-graphiql'
import type { Caller } from '@hub/reading/caller.ts'
import type { Door } from '@hub/reading/door.ts'
import { createBell } from '@hub/reading/following/bell.ts'
import { createSharedPages } from '@hub/reading/following/shared-pages.ts'
import type { Reader } from '@hub/reading/reader.ts'
import { ViewsNotBuilt } from '@hub/reading/served-views.ts'
import { describeError, type Logger } from '@hub/runtime/log.ts'
import type { ExactWords } from '@hub/schemas/refusal.ts'
import type { FastifyInstance } from 'fastify'
import type { GraphQLSchema } from 'graphql'
import { createYoga, type YogaServerInstance } from 'graphql-yoga'
import { Registry } from 'prom-client'
import { useCheckedOperation } from './execution/use-checked-operation.ts'
import { useCodedValidation } from './execution/use-coded-validation.ts'
import { useCompiledOperations } from './execution/use-compiled-operations.ts'
import { useKnownDocuments } from './execution/use-known-documents.ts'
import { callerOfRequest } from './http/caller-of-request.ts'
import { useEventStream } from './http/event-stream.ts'
import { registerRoute } from './http/register-route.ts'
import { useCsrfGuard } from './http/use-csrf-guard.ts'
import { useDeprecationCount } from './http/use-deprecation-count.ts'
import { useIntrospectionPolicy } from './http/use-introspection-policy.ts'
import { useNoStore } from './http/use-no-store.ts'
import { usePublicUrls } from './http/use-public-urls.ts'
import { useRequestErrorStatus } from './http/use-request-error-status.ts'
import { useRequestForm } from './http/use-request-form.ts'
import { defaultLimits, type Limits } from './limits/limits.ts'
import { readTrustedDocuments, useTrustedDocuments } from './limits/trusted-documents.ts'
import { useCostLimit } from './limits/use-cost-limit.ts'
import { useDocumentLimits } from './limits/use-document-limits.ts'
import { useOperationSlots } from './limits/use-operation-slots.ts'
import { useTimeLimit } from './limits/use-time-limit.ts'
import { questionTabs } from './questions/questions.ts'
import { useAnswerMoment } from './schema/answer-moment.ts'
import type { GatewayContext, GatewayDependencies } from './schema/context.ts'
import { causeOf, refusal, refusalIn } from './schema/errors.ts'
import { schema as hubSchema } from './schema/schema.ts'
import { useAnswerableErrors } from './schema/use-answerable-errors.ts'
import { useSharedPayloads } from './subscription/use-shared-payloads.ts'

/** How a gateway is run; every one has a default. */
export type GatewaySettings = {
  limits?: Partial<Limits>
  /** A folder or a manifest of operations that are answered by id; with `only`, nothing else is answered. */
  trustedDocuments?: { path: string; only: boolean }
  /** Whether GraphiQL is shown and the schema can be asked for. */
  introspection?: boolean
  /** How often the stream of a subscription says that it is alive while nothing comes. */
  heartbeatMs?: number
}

export type GatewayOptions = Omit<GatewayDependencies, 'reader'> &
  GatewaySettings & {
    /** What the gateway reads through. A request keeps the reader that it began with. */
    door: Door
    logger: Logger
    /** Where the gateway's metrics go. */
    metrics?: Registry
    /** Another schema than the hub's. */
    schema?: GraphQLSchema
  }

export type Gateway = YogaServerInstance<Record<string, never>, GatewayContext>

const beingBuilt = ({ progress }: ViewsNotBuilt): ExactWords => {
  const far = progress ? `${progress.step} ${progress.done}` : ''
  return { en: `the views are being built${far && `: ${far}`}`, zh: `视图正在建立${far && `：${far}`}` }
}

const pinned = (door: Door, caller: Caller): Reader => {
  try {
    return door.readerFor(caller)
  } catch (error) {
    if (error instanceof ViewsNotBuilt)
      throw refusal('NOT_YET', beingBuilt(error), { http: { status: 503, headers: { 'retry-after': '5' } } })
    throw error
  }
}

/** GraphQL over the views, and GraphiQL for a browser, without a port: `fetch` is all that it needs. */
export const createGateway = (options: GatewayOptions): Gateway => {
  const {
    logger,
    door,
    trustedDocuments,
    introspection = true,
    metrics = new Registry(),
    heartbeatMs = 12_000,
  } = options
  const { receiptState, hubKeys, storeId, schema = hubSchema } = options
  const limits = { ...defaultLimits, ...options.limits }
  const bell = createBell(door.checkpoint)
  const pages = createSharedPages()
  return createYoga<Record<string, never>, GatewayContext>({
    schema,
    graphqlEndpoint: '/graphql',
    context: ({ request }): GatewayContext => {
      const caller = callerOfRequest(request.headers)
      const currentReader = () => pinned(door, caller)
      return {
        receiptState,
        hubKeys,
        storeId,
        following: { caller, currentReader, bell, pages },
        reader: currentReader(),
      }
    },
    logging: false,
    landingPage: false,
    cors: false,
    multipart: false,
    // The HTTP server has limited the body already.
    maxRequestBodySize: false,
    parserAndValidationCache: false,
    extraParamNames: ['documentId'],
    graphiql: introspection && {
      title: '退役军人协同枢纽 · Veterans’ hub',
      defaultTabs: questionTabs,
      defaultQuery: questionTabs[0]!.query,
    },
    renderGraphiQL: (graphiql) => renderGraphiQL(graphiql),
    maskedErrors: {
      maskError: (error) => {
        const refused = refusalIn(error)
        if (refused) return refused
        logger.error(describeError(causeOf(error)), 'a query has failed')
        return refusal('INTERNAL_SERVER_ERROR')
      },
    },
    plugins: [
      // Of every answer
      useAnswerableErrors(),
      useRequestErrorStatus(),
      useNoStore(),
      useEventStream(heartbeatMs),
      // Before anything is read
      usePublicUrls(),
      useCsrfGuard(),
      useTrustedDocuments(
        trustedDocuments ? readTrustedDocuments(trustedDocuments.path, schema) : new Map(),
        trustedDocuments?.only ?? false,
      ),
      useRequestForm(),
      // Before anything is executed
      useDocumentLimits(limits),
      useIntrospectionPolicy(introspection),
      useCodedValidation(),
      useKnownDocuments(),
      useCheckedOperation(),
      useCostLimit(limits),
      useAnswerMoment(),
      useOperationSlots(limits),
      useSharedPayloads(),
      useCompiledOperations(),
      useTimeLimit(limits),
      useDeprecationCount(metrics),
      { onDispose: bell.stop },
    ],
  })
}

/** Puts the gateway on a Fastify service, at `/graphql`. */
export const registerGateway = (http: FastifyInstance, options: GatewayOptions): void => {
  const gateway = createGateway({ metrics: http.metrics, ...options })
  // Subscriptions end with a code; else they would hold up a service that stops.
  http.addHook('preClose', async () => gateway.dispose())
  registerRoute(http, gateway, { ...defaultLimits, ...options.limits }.bodyBytes)
}
