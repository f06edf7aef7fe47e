import type { Fault } from '@hub/runtime/problem.ts'
import { catalogue } from '@hub/schemas/catalogue.ts'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import { isStreamNameOf, parseStreamName, streamIdOf, streamName } from '@hub/schemas/format/stream-name.ts'
import { fault } from './fault.ts'

const owners = new Map<string, string>()
for (const { category, department } of catalogue) if (!owners.has(category)) owners.set(category, department)

/** Whose local numbers a category has: the department that opens such streams, first in the vocabulary's order. */
export const ownerOf = (category: string): string | undefined => owners.get(category)

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
