import { Readable } from 'node:stream'
import type { Door } from '@hub/reading/door.ts'
import { type ExportFormat, exportFormats } from '@hub/reading/tables/export-formats.ts'
import { type ExportKind, exportSchemas, personalParameters, readExport } from '@hub/reading/tables/export-request.ts'
import type { OpenedExport } from '@hub/reading/tables/export-table.ts'
import { describeError, type Logger } from '@hub/runtime/log.ts'
import { problemAnswer } from '@hub/runtime/open-api.ts'
import { type Fault, faultOf, problem } from '@hub/runtime/problem.ts'
import { sendProblem } from '@hub/runtime/send-problem.ts'
import { type Refusal, Refused } from '@hub/schemas/refusal.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { callerOfRequest } from '../http/caller-of-request.ts'
import { graphqlRefusals } from '../query-refusals.ts'
import { exportRefusals } from './export-refusals.ts'

export type ExportOptions = {
  door: Door
  logger: Logger
  /** Most exports under way at once; default 4. */
  most?: number
  /** Longest time that an export may take, ms; default ten minutes. */
  longestMs?: number
  /** Default the time of day. */
  now?: () => number
}

const titles: Record<ExportKind, string> = {
  veterans: 'Files as a list 档案名单',
  events: 'Events 事件清单',
  timeline: 'The events of one person 时间线',
  report: 'The work report 工作报告',
  figure: 'The events behind a figure of the report 指标背后的事件',
}

const refuse = (reply: FastifyReply, refusal: Refusal, faults?: readonly Fault[]) =>
  sendProblem(reply, problem(refusal, faults))

const schemaOf = (kind: ExportKind) => {
  const { $schema: _, ...schema } = z.toJSONSchema(exportSchemas[kind], { io: 'input', unrepresentable: 'any' })
  return schema
}

/** The parameters of an export that may stand in an address: all but those that are personal values. */
const openSchemaOf = (kind: ExportKind) => {
  const { properties, ...schema } = schemaOf(kind)
  const open = Object.entries(properties ?? {}).filter(([name]) => !personalParameters.some((own) => own === name))
  return { ...schema, properties: Object.fromEntries(open) }
}

const callerOf = ({ headers }: FastifyRequest) =>
  callerOfRequest({
    get: (name) => {
      const value = headers[name.toLowerCase()]
      return typeof value === 'string' ? value : null
    },
  })

/** The answers of an export, for the OpenAPI document. */
const answersOf = (format: ExportFormat) => ({
  200: { description: 'The rows.', content: { [exportFormats[format].mediaType]: { schema: { type: 'string' } } } },
  400: problemAnswer('Parameters that are not understood, or personal values in an address.'),
  404: problemAnswer('There is no such figure, person or moment.'),
  422: problemAnswer('Parameters whose values can not be.'),
  503: problemAnswer('Too many exports at once, or the views have not come so far: ask again after Retry-After.'),
})

/** The bytes of an export; however they end, the snapshot is closed. */
async function* bytesOf({ table, close }: OpenedExport, format: ExportFormat, done: () => void) {
  try {
    yield* exportFormats[format].write(table)
  } finally {
    close()
    done()
  }
}

/**
 * `/exports/<kind>.csv` and `.xlsx`: any list or figure to take away. GET takes its parameters from the address, POST
 * from a body, where those that are personal values belong. The transfer is aborted where it can't be whole.
 */
export const registerExports = (http: FastifyInstance, options: ExportOptions): void => {
  const { door, logger, most = 4, longestMs = 600_000, now = Date.now } = options
  let running = 0

  const answer = async (kind: ExportKind, format: ExportFormat, request: FastifyRequest, reply: FastifyReply) => {
    const inAddress = personalParameters.some((name) => name in (request.query as object))
    if (inAddress) return refuse(reply, graphqlRefusals.PERSONAL_DATA_IN_URL)
    const read = readExport(kind, request.method === 'GET' ? request.query : request.body)
    if ('faults' in read) return refuse(reply, exportRefusals.EXPORT_NOT_UNDERSTOOD, read.faults)
    if (running >= most) return refuse(reply.header('retry-after', '30'), exportRefusals.EXPORTS_BUSY)
    running += 1
    const done = () => {
      running -= 1
    }
    try {
      const opened = await door.readerFor(callerOf(request)).exportTable(read.request, now())
      const bytes = Readable.from(bytesOf(opened, format, done), { objectMode: false })
      const tooLong = setTimeout(() => bytes.destroy(new Error('an export took too long')), longestMs)
      bytes.once('close', () => clearTimeout(tooLong))
      bytes.on('error', (error) => logger.warn(describeError(error), 'an export was broken off'))
      return await reply
        .header('content-type', exportFormats[format].mediaType)
        .header('content-disposition', `attachment; filename="${kind}.${format}"`)
        .header('cache-control', 'no-store')
        .header('x-row-limit', String(opened.table.limit))
        .send(bytes)
    } catch (error) {
      done()
      if (!(error instanceof Refused)) throw error
      if (error.refusal.status === 503) reply.header('retry-after', '5')
      return refuse(
        reply,
        error.refusal,
        error.pointer === undefined ? undefined : [faultOf(error.refusal, error.pointer)],
      )
    }
  }

  for (const kind of Object.keys(exportSchemas) as ExportKind[])
    for (const format of Object.keys(exportFormats) as ExportFormat[]) {
      const url = `/exports/${kind}.${format}`
      const words = {
        tags: ['exports'],
        summary: `${titles[kind]}, ${format.toUpperCase()}`,
        response: answersOf(format),
      }
      const name = `${kind[0]!.toUpperCase()}${kind.slice(1)}${format === 'csv' ? 'Csv' : 'Xlsx'}`
      // Fastify only publishes the schema and does not validate with it: the handler reads the parameters of both
      // methods by the same schema.
      const unchecked = {
        validatorCompiler: () => (value: unknown) => ({ value }),
        serializerCompiler: () => (value: unknown) => String(value),
      }
      http.get(
        url,
        { schema: { ...words, operationId: `export${name}`, querystring: openSchemaOf(kind) }, ...unchecked },
        (request, reply) => answer(kind, format, request, reply),
      )
      http.post(
        url,
        { schema: { ...words, operationId: `export${name}By`, body: schemaOf(kind) }, ...unchecked },
        (request, reply) => answer(kind, format, request, reply),
      )
    }
}
