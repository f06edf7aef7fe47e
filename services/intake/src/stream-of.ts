import type { Fault } from '@hub/runtime/problem.ts'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import { jsonPointer } from '@hub/schemas/format/refused-json.ts'
import { isStreamNameOf, parseStreamName, streamName } from '@hub/schemas/format/stream-name.ts'
import { stepsOf, valueAt } from '@hub/schemas/value-at.ts'
import { personIdOf } from '@hub/schemas/values/person.ts'
import { fault } from './fault.ts'
import { resolveReference, speaksIn } from './references.ts'

type Data = Readonly<Record<string, unknown>>

export type StreamContext = {
  department: SubmittingDepartment
  source: string
  localIds: Uint8Array
  /** The field that names the stream; undefined for a retraction, which names a person or a stream. */
  streamField: string | undefined
  references: readonly { field: string; category: string }[]
}

/** A copy of the data with another value at a path that it has. */
const withValue = (data: Data, [step, ...rest]: readonly string[], value: string): Data =>
  step === undefined
    ? data
    : { ...data, [step]: rest.length === 0 ? value : withValue(data[step] as Data, rest, value) }

export type Located = { stream: string | undefined; data: Record<string, unknown>; faults: readonly Fault[] }

const streamOfRetraction = (data: Data, department: SubmittingDepartment): string | Fault => {
  const person = personIdOf(data.person)
  if ((person === undefined) === (data.stream === undefined)) return fault('PERSON_OR_STREAM', '/data')
  if (person !== undefined)
    return data.reason === undefined ? fault('MISSING', '/data/reason') : streamName('person', person)
  const named = String(data.stream)
  const { category } = parseStreamName(named)
  if (category === 'person') return fault('PERSON_BY_ID', '/data/stream')
  if (!isStreamNameOf(category, named) || !speaksIn(department, category))
    return fault('REFERENCE_CATEGORY', '/data/stream')
  return data.reason === undefined ? named : fault('REASON_LIES_OPEN', '/data/reason')
}

/** The stream of a fact, and its data with the hub's stream names in the place of local ids. Persons are ids already. */
export const streamOf = (data: Data, context: StreamContext): Located => {
  const { department, source, localIds, streamField } = context
  const named: Record<string, unknown> = { ...data }
  const faults: Fault[] = []
  for (const { field, category } of context.references) {
    const path = stepsOf(field)
    const value = valueAt(data, path)
    if (typeof value !== 'string') continue
    const pointer = `/data${jsonPointer(path)}`
    const resolved = resolveReference(category, value, { department, source, localIds, pointer })
    if (typeof resolved === 'string') Object.assign(named, withValue(named, path, resolved))
    else faults.push(resolved)
  }
  if (streamField === undefined) {
    const stream = streamOfRetraction(named, department)
    return typeof stream === 'string'
      ? { stream, data: named, faults }
      : { stream: undefined, data: named, faults: [...faults, stream] }
  }
  const value = named[streamField]
  const person = personIdOf(value)
  const stream = person !== undefined ? streamName('person', person) : typeof value === 'string' ? value : undefined
  return { stream: faults.length > 0 ? undefined : stream, data: named, faults }
}
