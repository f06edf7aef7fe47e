import { exactlyOne, inOrder, separateDuties } from '@hub/intake/cross-field.ts'
import type { Checks } from '@hub/intake/fault.ts'

/** A benefit is a monthly amount or a lump sum, for months in order, and is decided with separate duties. */
export const benefitDecisions: Checks = {
  BenefitApproved: (data) => [
    ...exactlyOne(data, 'monthly', 'lumpSum'),
    ...inOrder(data, 'from', 'to'),
    ...separateDuties(data),
  ],
  BenefitDeclined: separateDuties,
  BenefitResumed: (data) => inOrder(data, 'backPayFrom', 'from'),
  SupportRelationTransferredOut: (data) => inOrder(data, 'paidThrough', 'payableFrom'),
  SupportRelationTransferredIn: (data) => inOrder(data, 'paidThrough', 'payableFrom'),
  AnnualConfirmationLapsed: (data) => inOrder(data, 'noticeOn', 'dueOn'),
}
