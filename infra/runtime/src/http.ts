import type { IncomingMessage } from 'node:http'
import swagger from '@fastify/swagger'
import type { Refusal } from '@hub/schemas/refusal.ts'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  LogController,
} from 'fastify'
import router, { type HTTPMethod } from 'find-my-way'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { brokenRequests, unclearHeaders } from './http-form.ts'
import { describeError, type Logger } from './log.ts'
import { documentFrame, type OpenApiPart, servicePart, withParts } from './open-api.ts'
import { httpRefusals, problem } from './problem.ts'
import { sendProblem } from './send-problem.ts'

export type HttpServiceOptions = {
  /** Name in `/openapi.json` and in the metrics. */
  name: string
  logger: Logger
  /** Whether the service can take work now. */
  ready: () => Promise<boolean>
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Where the service's metrics go. */
    metrics: Registry
    /** Adds a part to the service's OpenAPI document. */
    describe: (part: OpenApiPart) => void
  }
}

/** What Fastify refuses by itself, in the hub's own form: by its codes, else by its status. */
const refusalOf = ({ code, statusCode = 500 }: FastifyError): Refusal => {
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return httpRefusals.BODY_TOO_LARGE
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return httpRefusals.MEDIA_TYPE
  if (statusCode === 404) return httpRefusals.NOT_FOUND
  return statusCode >= 400 && statusCode < 500 ? httpRefusals.BAD_REQUEST : httpRefusals.INTERNAL_SERVER_ERROR
}

/** Answers what is refused before there is a route, such as an address that is none; Fastify's own words repeat it. */
const refuseAddress = (error: FastifyError, _request: unknown, reply: FastifyReply) => {
  sendProblem(reply, problem(refusalOf(error)))
}

/** Refuses what two readers would read in two ways, before anything of it is looked at. */
const refuseUnclear = (http: FastifyInstance) => {
  http.addHook('onRequest', async (request, reply) => {
    const unclear = unclearHeaders(request.raw)
    if (unclear) await sendProblem(reply, problem(unclear))
  })
}

/** The methods of every address of a service, asked by path. */
const addMethods = (http: FastifyInstance) => {
  const addresses = router()
  http.addHook('onRoute', ({ url, method }) => {
    // A route that is declared for several hosts or versions comes more than once.
    for (const one of [method].flat() as HTTPMethod[])
      if (!addresses.hasRoute(one, url)) addresses.on(one, url, () => {})
  })
  const methodsOf = (path: string) => methods.filter((method) => addresses.find(method, path) !== null)
  // Before the body is read: of what a wrong method sends nothing is looked at.
  http.addHook('onRequest', async (request, reply) => {
    if (!request.is404) return
    const allowed = methodsOf(request.raw.url ?? '/')
    if (allowed.length === 0) return
    reply.header('allow', allowed.join(', '))
    await sendProblem(reply, problem(httpRefusals.METHOD_NOT_ALLOWED))
  })
}

const methods: readonly HTTPMethod[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Most bytes of a body that is too large that are read for its sender to see the answer. */
const mostReadAway = 256 * 1024 * 1024

/** Reads what is left of a refused body: a client that still sends would see a broken connection and no answer. */
export const readAway = (body: IncomingMessage): void => {
  let bytes = 0
  body.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > mostReadAway) body.destroy()
  })
  body.resume()
}

const addProblems = (http: FastifyInstance, logger: Logger) => {
  http.setErrorHandler((error: FastifyError, request, reply) => {
    const answer = problem(refusalOf(error))
    if (answer.code === httpRefusals.BODY_TOO_LARGE.code) {
      // If the connection were closed while the client still sends, it would see a broken connection and no answer.
      reply.header('connection', 'keep-alive')
      readAway(request.raw)
    }
    if (answer.status >= 500)
      logger.error({ route: request.routeOptions.url, ...describeError(error) }, 'a request has failed')
    return sendProblem(reply, answer)
  })
  http.setNotFoundHandler((_request, reply) => sendProblem(reply, problem(httpRefusals.NOT_FOUND)))
}

const addMetrics = (http: FastifyInstance, name: string) => {
  const registry = new Registry()
  registry.setDefaultLabels({ service: name })
  http.decorate('metrics', registry)
  // The delay is sampled: every 10 ms, as by default, costs more than an idle service does otherwise.
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 200 })
  const seconds = new Histogram({
    name: 'hub_http_request_seconds',
    help: 'Time to answer a request, by route and status.',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  })
  http.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    seconds.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000)
    request.log.debug({ method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) })
  })
  http.get('/metrics', { schema: { hide: true } }, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  )
}

const addHealth = (http: FastifyInstance, ready: () => Promise<boolean>) => {
  http.get('/health/live', { schema: { hide: true } }, async () => ({ status: 'live' }))
  http.get('/health/ready', { schema: { hide: true } }, async (_request, reply) => {
    const isReady = await ready().catch(() => false)
    return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'not ready' })
  })
}

/**
 * A Fastify service with `/health/live`, `/health/ready`, `/metrics`, `/openapi.json` and problems as RFC 9457 has
 * them. It does not listen yet; `close()` lets running requests end.
 */
export const createHttpService = async (options: HttpServiceOptions): Promise<FastifyInstance> => {
  const broken = brokenRequests()
  const http: FastifyInstance = Fastify({
    // Node would answer a missing Host itself, with no word.
    http: { requireHostHeader: false },
    clientErrorHandler: broken.onClientError,
    loggerInstance: options.logger as FastifyBaseLogger,
    // Fastify's own request log would write URLs.
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
    // A receipt's token has up to 400 characters.
    routerOptions: { maxParamLength: 512 },
    frameworkErrors: refuseAddress,
  })
  broken.watch(http.server)
  await http.register(swagger, { openapi: documentFrame(options.name) })
  const parts: OpenApiPart[] = [servicePart]
  http.decorate('describe', (part: OpenApiPart) => {
    parts.push(part)
  })
  refuseUnclear(http)
  addMethods(http)
  addProblems(http, options.logger)
  addMetrics(http, options.name)
  addHealth(http, options.ready)
  http.get('/openapi.json', { schema: { hide: true } }, async () => withParts(http.swagger(), parts))
  return http
}
