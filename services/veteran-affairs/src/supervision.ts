import { inOrder, notMoreThan, separateDuties } from '@hub/intake/cross-field.ts'
import type { Checks } from '@hub/intake/fault.ts'
import { fault } from './refusals.ts'

type Data = Readonly<Record<string, unknown>>
type Part = { full: number; scored: number }

/** No part of a score is more than it can be, and the parts are the whole. */
const parts = (data: Data) => {
  const items = (data.items ?? []) as readonly Part[]
  const over = items.flatMap((item, at) =>
    notMoreThan(item, 'scored', 'full').map((one) => ({ ...one, pointer: `/items/${at}${one.pointer}` })),
  )
  const sum = items.reduce((scored, item) => scored + item.scored, 0)
  const differs = items.length > 0 && Math.abs(sum - Number(data.score)) > 1e-6
  return [...over, ...(differs ? [fault('PARTS_ARE_NOT_THE_SCORE', '/score')] : [])]
}

/** Supervision goes from notice to rectification to acceptance; sharing from request to answer. A late step is taken. */
export const supervision: Checks = {
  SupervisionNoticeIssued: (data) => [...inOrder(data, 'issuedOn', 'dueOn'), ...separateDuties(data)],
  SupervisionAccepted: (data) => [...inOrder(data, 'rectifiedOn', 'acceptedOn'), ...separateDuties(data)],
  SupervisionSentBack: (data) => [
    ...inOrder(data, 'rectifiedOn', 'sentBackOn'),
    ...inOrder(data, 'sentBackOn', 'dueOn'),
    ...separateDuties(data),
  ],
  AssessmentScored: parts,
  OneThingApplicationFinished: (data) => inOrder(data, 'acceptedOn', 'finishedOn'),
  DataSharingRequested: (data) => inOrder(data, 'requestedOn', 'dueOn'),
  DataSharingAnswered: (data) => [
    ...inOrder(data, 'requestedOn', 'dueOn'),
    ...inOrder(data, 'requestedOn', 'answeredOn'),
  ],
}
