import { createHttpService } from '@hub/runtime/http.ts'
import type { Logger } from '@hub/runtime/log.ts'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import type { FastifyInstance } from 'fastify'
import type { Checks } from './fault.ts'
import { registerIntake } from './intake-app.ts'
import { type ReceiptOptions, registerReceipts } from './receipts.ts'
import { registerSubmissions, type SubmissionsOptions } from './submissions.ts'
import type { SubmitContext } from './submit.ts'

/** What a department's service is given: everything but its name and its checks. */
export type IntakeAppOptions = Omit<SubmitContext, 'department' | 'checks'> &
  Pick<ReceiptOptions, 'receiptStates'> &
  Pick<SubmissionsOptions, 'submissions'> & {
    logger: Logger
    ready: () => Promise<boolean>
  }

/** A department's intake as a service of its own; it does not listen yet. */
export const createIntakeApp = async (
  department: SubmittingDepartment,
  checks: Checks,
  { logger, ready, receiptStates, submissions, ...options }: IntakeAppOptions,
): Promise<FastifyInstance> => {
  const http = await createHttpService({ name: department, logger, ready })
  await registerIntake(http, { ...options, department, checks })
  const { storeId, hubKeys } = options
  registerReceipts(http, { receipts: { [department]: hubKeys.receipts }, storeId, receiptStates })
  registerSubmissions(http, { department, submissions, storeId, receiptsKey: hubKeys.receipts })
  return http
}
