import { contentOf, jsonAnswer, type OpenApiPart, problemAnswer, schemaRef } from '@hub/runtime/open-api.ts'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import { receiptSchemas } from './answer-schemas.ts'
import { eventNameOf } from './event-schemas.ts'

const readMany = (tag: string, operationId: string) => ({
  post: {
    tags: [tag],
    operationId,
    summary: '批量查询回执 What became of up to 1,000 submissions, in the order of their receipts',
    requestBody: { required: true, content: contentOf(schemaRef('ReceiptsRequest')) },
    responses: {
      200: jsonAnswer('How many have each state, then one item a receipt.', schemaRef('ReceiptsAnswer')),
      400: problemAnswer('No list of 1 to 1,000 receipts.'),
      405: problemAnswer('Another method than POST.'),
      413: problemAnswer('The body is too large.'),
    },
  },
})

/** The part of the OpenAPI document that tells what became of submissions. */
export const receiptsPart = (departments: readonly SubmittingDepartment[]): OpenApiPart => ({
  paths: {
    '/receipts/{token}': {
      get: {
        tags: ['receipts'],
        operationId: 'getReceipt',
        summary: '回执状态 What became of a submission',
        parameters: [{ name: 'token', in: 'path', required: true, schema: { type: 'string', maxLength: 512 } }],
        responses: {
          200: jsonAnswer('The state of the submission.', schemaRef('Receipt')),
          400: problemAnswer('The address could not be read.'),
          404: problemAnswer('The hub gave no such receipt.'),
          405: problemAnswer('Another method than GET.'),
          410: problemAnswer('The receipt is of another store.'),
        },
      },
    },
    '/receipts': readMany('receipts', 'readReceipts'),
    ...Object.fromEntries(
      departments.map((department) => [
        `/${department}/receipts`,
        readMany(department, `read${eventNameOf(department).replace(/Event$/, '')}Receipts`),
      ]),
    ),
  },
  schemas: receiptSchemas,
})
