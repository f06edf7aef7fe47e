import type { Fault } from '@hub/runtime/problem.ts'
import { catalogue, ownerOf } from '@hub/schemas/catalogue.ts'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import { isStreamNameOf, parseStreamName, streamIdOf, streamName } from '@hub/schemas/format/stream-name.ts'
import { fault } from './fault.ts'

/** Whether the department has facts in streams of this category. */
export const speaksIn = (department: SubmittingDepartment, category: string): boolean =>
  catalogue.some((definition) => definition.department === department && definition.category === category)

/** The stream that a reference names: the hub's stream name as it is, or the department's own local id put into one. */
export const resolveReference = (
  category: string,
  named: string,
  from: { department: SubmittingDepartment; source: string; localIds: Uint8Array; pointer: string },
): string | Fault => {
  if (isStreamNameOf(category, named)) return named
  if (isStreamNameOf(parseStreamName(named).category, named)) return fault('REFERENCE_CATEGORY', from.pointer)
  if (ownerOf(category) !== from.department) return fault('REFERENCE_NOT_OWNED', from.pointer)
  return streamName(category, streamIdOf(from.localIds, from.source, named))
}
