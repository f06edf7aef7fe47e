import { problem, problemMediaType } from '@hub/runtime/problem.ts'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import { type ReadReceipt, type ReceiptState, receiptReader } from '@hub/schemas/format/receipt.ts'
import type { Refusal } from '@hub/schemas/refusal.ts'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { namesForSender } from './names-for-sender.ts'
import { receiptSchema } from './openapi.ts'
import { requestRefusals } from './request-refusals.ts'

export type ReceiptOptions = {
  /** The receipts keys of the departments whose receipts are read here. */
  receipts: Readonly<Partial<Record<SubmittingDepartment, Uint8Array>>>
  /** UUID of the store. */
  storeId: string
  /** What became of a receipt's attempt: its state, and what belongs to it. */
  receiptState: (receipt: ReadReceipt) => Promise<{ state: ReceiptState }>
}

const refuse = (reply: FastifyReply, refusal: Refusal) => {
  const answer = problem(refusal)
  return reply.code(answer.status).type(problemMediaType).send(answer)
}

/** `GET /receipts/:token`: what became of a submission, told to who holds its receipt. */
export const registerReceipts = (http: FastifyInstance, options: ReceiptOptions): void => {
  const readReceipt = receiptReader(options.receipts)
  http.get('/receipts/:token', { schema: receiptSchema }, async (request, reply) => {
    const { token } = request.params as { token: string }
    const receipt = readReceipt(token)
    if (!receipt) return refuse(reply, requestRefusals.RECEIPT_UNKNOWN)
    if (receipt.store !== options.storeId) return refuse(reply, requestRefusals.RECEIPT_OF_ANOTHER_STORE)
    return reply.send({ ...namesForSender(receipt), ...(await options.receiptState(receipt)) })
  })
}
