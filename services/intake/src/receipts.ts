import { type Problem, problem } from '@hub/runtime/problem.ts'
import { sendProblem } from '@hub/runtime/send-problem.ts'
import { type SubmittingDepartment, submittingDepartments } from '@hub/schemas/department.ts'
import { type ReadReceipt, type ReceiptState, receiptReader } from '@hub/schemas/format/receipt.ts'
import type { Refusal } from '@hub/schemas/refusal.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { namesForSender } from './names-for-sender.ts'
import { receiptsPart } from './openapi/receipts-part.ts'
import { requestRefusals } from './request-refusals.ts'

export type ReceiptOptions = {
  /** The receipts keys of the departments whose receipts are read here. */
  receipts: Readonly<Partial<Record<SubmittingDepartment, Uint8Array>>>
  /** UUID of the store. */
  storeId: string
  /** What became of the attempts of some receipts, in their order: states, and what belongs to them. */
  receiptStates: (receipts: readonly ReadReceipt[]) => Promise<readonly { state: ReceiptState }[]>
}

/** Most receipts that are asked for at once. */
export const mostReceipts = 1_000

const tokensOf = (body: unknown): readonly string[] | undefined => {
  const tokens = typeof body === 'object' && body !== null && 'tokens' in body ? body.tokens : undefined
  if (!Array.isArray(tokens) || tokens.length === 0 || tokens.length > mostReceipts) return undefined
  return tokens.every((token) => typeof token === 'string') ? tokens : undefined
}

type ReadToken = { receipt: ReadReceipt } | { refused: Refusal }
type ReceiptItem = ({ state: ReceiptState } & Record<string, unknown>) | { problem: Problem }

const countReceipts = (items: readonly ReceiptItem[]) => {
  const counts = { pending: 0, recorded: 0, duplicate: 0, rejected: 0, refused: 0 }
  for (const item of items)
    counts['problem' in item ? 'refused' : (item.state.toLowerCase() as Lowercase<ReceiptState>)] += 1
  return counts
}

/**
 * What became of submissions, told to who holds their receipts: `GET /receipts/:token` one by one, `POST /receipts` and
 * `POST /<department>/receipts` up to a thousand at once, in their order. The second is for places where a proxy leads
 * each department's paths to its own service.
 */
export const registerReceipts = (http: FastifyInstance, options: ReceiptOptions): void => {
  const { receipts, storeId, receiptStates } = options
  const departments = submittingDepartments.filter((department) => receipts[department])

  const readToken = (read: ReturnType<typeof receiptReader>, token: string): ReadToken => {
    const receipt = read(token)
    if (!receipt) return { refused: requestRefusals.RECEIPT_UNKNOWN }
    return receipt.store === storeId ? { receipt } : { refused: requestRefusals.RECEIPT_OF_ANOTHER_STORE }
  }
  const itemsOf = async (read: readonly ReadToken[]): Promise<ReceiptItem[]> => {
    const readable = read.flatMap((one) => ('receipt' in one ? [one.receipt] : []))
    const states = await receiptStates(readable)
    let next = 0
    return read.map((one) =>
      'receipt' in one ? { ...namesForSender(one.receipt), ...states[next++]! } : { problem: problem(one.refused) },
    )
  }

  http.describe(receiptsPart(departments))
  const readReceipt = receiptReader(receipts)
  http.get('/receipts/:token', { schema: { hide: true } }, async (request, reply) => {
    const read = readToken(readReceipt, (request.params as { token: string }).token)
    if ('refused' in read) return sendProblem(reply, problem(read.refused))
    return reply.send((await itemsOf([read]))[0])
  })

  const answerMany =
    (reader: ReturnType<typeof receiptReader>) => async (request: FastifyRequest, reply: FastifyReply) => {
      const tokens = tokensOf(request.body)
      if (!tokens) return sendProblem(reply, problem(requestRefusals.RECEIPTS_FORM))
      const items = await itemsOf(tokens.map((token) => readToken(reader, token)))
      return reply.send({ ...countReceipts(items), items })
    }
  const routeOptions = { schema: { hide: true } }
  http.post('/receipts', routeOptions, answerMany(readReceipt))
  for (const department of departments)
    http.post(
      `/${department}/receipts`,
      routeOptions,
      answerMany(receiptReader({ [department]: receipts[department]! })),
    )
}
