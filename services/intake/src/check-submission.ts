import { isoOf } from '@hub/runtime/clock.ts'
import type { Fault } from '@hub/runtime/problem.ts'
import { parseWith } from '@hub/runtime/schema-faults.ts'
import { type CatalogueEntry, lookUpType, parseType } from '@hub/schemas/catalogue.ts'
import type { Marks } from '@hub/schemas/define-event.ts'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import { departmentOfSource, parseReplaces, type SubmittedEnvelope, submittedEnvelope } from '@hub/schemas/envelope.ts'
import { refusedPartCode } from '@hub/schemas/form-refusals.ts'
import { mostEntryBytes } from '@hub/schemas/format/entry.ts'
import { bothGlances, type Glance, glanceAt } from '@hub/schemas/format/glance.ts'
import { citizenNumbersIn, personalNumbersIn } from '@hub/schemas/format/misplaced-numbers.ts'
import { jsonPointer, type RefusedPart } from '@hub/schemas/format/refused-json.ts'
import { refusedTexts } from '@hub/schemas/format/refused-texts.ts'
import { isStreamNameOf, parseStreamName } from '@hub/schemas/format/stream-name.ts'
import { namesSpelled } from '@hub/schemas/names-spelled.ts'
import { openPart } from '@hub/schemas/open-part.ts'
import { useAt } from '@hub/schemas/text-use.ts'
import { upcast } from '@hub/schemas/upcast.ts'
import { dayOf } from '@hub/schemas/values/day.ts'
import type { z } from 'zod'
import { normalisedTime } from './event-time.ts'
import { type Checks, entryTooLarge, fault, firstFaults } from './fault.ts'
import { namedByReceipt } from './named-by-receipt.ts'
import { personsById } from './persons-by-id.ts'
import { readEnvelope, unstorable } from './read-envelope.ts'
import { brokenRules } from './rules/broken-rules.ts'
import { senderNotice } from './sender-notices.ts'
import { streamOf } from './stream-of.ts'
import { withdrawnCodes } from './withdrawn-codes.ts'

type Data = Record<string, unknown>

export type CheckContext = {
  department: SubmittingDepartment
  checks: Checks
  hubKeys: { persons: Uint8Array; localIds: Uint8Array; receipts?: Uint8Array }
  /** Now, in ms. */
  now: number
}

/** Stand in for the hub's keys where nothing is sent: no fault depends on them, and a department holds none. */
export const noKeys: CheckContext['hubKeys'] = { persons: new Uint8Array(32), localIds: new Uint8Array(32) }

/** A submission that nothing speaks against: persons by id, streams by the hub's names, not yet sealed. */
export type Checked = {
  envelope: SubmittedEnvelope
  time: string
  stream: string
  data: Data
  /** Which of its fields are sealed, and which lie open. */
  marks: Marks
  /** What its sender is told of it, though nothing speaks against it. */
  notices: readonly Fault[]
}

const isObject = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value)

const faultAt = ({ reason, pointer }: RefusedPart): Fault => fault(refusedPartCode(reason), pointer)

/** The names of all attributes: also one that is left out may not be somebody's number. */
const namesOf = (event: Data): Data => Object.fromEntries(Object.keys(event).map((name) => [name, null]))

/**
 * Personal numbers in the envelope and in what lies open; citizen numbers in what is sealed too, outside
 * `{ citizenNumber }` and the id document.
 */
const misplacedNumbers = (envelope: unknown, dataById: unknown, marks: Marks | undefined): Fault[] => {
  const inEnvelope = personalNumbersIn(envelope)
  // Data that is no object is refused as such, whatever it holds.
  if (!isObject(dataById)) return inEnvelope.map(faultAt)
  const { idDocument: _sealed, ...outside } = dataById
  const open = personalNumbersIn(marks ? openPart(marks, dataById) : {}, ['data'])
  const all = [...inEnvelope, ...open, ...citizenNumbersIn(outside, ['data'])].map(faultAt)
  return [...new Map(all.map((one) => [`${one.code} ${one.pointer}`, one])).values()]
}

/** Texts that may not be stored: every attribute is an id; what a text of the data is for its schema says. */
const wrongTexts = (attributes: unknown, data: unknown, schema: z.ZodType | undefined): Fault[] =>
  [
    ...refusedTexts(attributes, () => 'id'),
    ...refusedTexts(data, ([, ...path]) => (schema ? useAt(schema, path) : 'words'), ['data']),
  ].map(faultAt)

const typeFault = (type: string, department: SubmittingDepartment): Fault | undefined => {
  const parsed = parseType(type)
  const entry = lookUpType(type)
  if (entry)
    return entry.definition.department === department ? undefined : fault('TYPE_OF_ANOTHER_DEPARTMENT', '/type')
  const known =
    parsed &&
    [parsed.version - 1, 1, 2, 3].some((version) => lookUpType(`${parsed.department}.${parsed.name}.v${version}`))
  return fault(known ? 'VERSION_UNKNOWN' : 'TYPE_UNKNOWN', '/type')
}

const replacesFaults = (envelope: SubmittedEnvelope, retracts: boolean): Fault[] => {
  if (envelope.replaces === undefined) {
    if (retracts) return [fault('REPLACES_NEEDED', '/replaces')]
    return envelope.replacesreason === undefined ? [] : [fault('REASON_WITHOUT_REPLACES', '/replacesreason')]
  }
  const target = parseReplaces(envelope.replaces)
  if (departmentOfSource(target.source) !== departmentOfSource(envelope.source))
    return [fault('REPLACES_OF_ANOTHER_DEPARTMENT', '/replaces')]
  return target.source === envelope.source && target.id === envelope.id ? [fault('REPLACES_ITSELF', '/replaces')] : []
}

/**
 * Whether an event belongs into a person's stream, told by its type and data alone: neither the subject nor a keyed
 * hash is looked at, so that the answer tells nothing of either.
 */
const isOfPerson = ({ definition }: CatalogueEntry, data: unknown): boolean =>
  definition.streamField === undefined
    ? isObject(data) && data.person !== undefined
    : definition.streamField === 'person'

/**
 * Faults of a subject. It may only repeat a stream name that the data gives, and is never compared with a name that the
 * hub derives: the answer would tell whether a guess was right.
 */
const subjectFaults = (subject: unknown, entry: CatalogueEntry, data: unknown): Fault[] => {
  if (subject === undefined) return []
  if (isOfPerson(entry, data)) return [fault('SUBJECT_OF_A_PERSON', '/subject')]
  const named = isObject(data) ? data[entry.definition.streamField ?? 'stream'] : undefined
  const isHubs = typeof named === 'string' && isStreamNameOf(parseStreamName(named).category, named)
  return isHubs && subject === named ? [] : [fault('SUBJECT_DIFFERS', '/subject')]
}

/**
 * Faults of persons named by the hub's own id: by the answers a sender could find out whose citizen number an id
 * belongs to.
 */
const personsNamedById = (value: unknown, path: readonly (string | number)[]): Fault[] => {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap((member, index) => personsNamedById(member, [...path, index]))
  if (Object.hasOwn(value, 'personId')) return [fault('PERSON_BY_ID', jsonPointer([...path, 'personId']))]
  return Object.entries(value).flatMap(([key, member]) =>
    typeof member === 'object' ? personsNamedById(member, [...path, key]) : [],
  )
}

/** Some libraries write the data as a text where they do not know its media type as JSON. */
const dataAsText = (data: unknown): Fault | undefined =>
  typeof data === 'string' && /^\s*\{/.test(data)
    ? fault('TYPE', '/data', {
        en: 'data is a text that holds JSON, and the type object is needed; with datacontenttype application/json libraries write the object',
        zh: 'data 是一段装有 JSON 的文本，应为对象；datacontenttype 用 application/json 时各类库会写成对象',
      })
    : undefined

const crossFieldChecks = (
  { definition }: CatalogueEntry,
  type: string,
  said: Data,
  time: string,
  context: CheckContext,
) => {
  const { checks } = context
  const own = Object.hasOwn(checks, definition.name) ? Object.values(checks[definition.name]!) : []
  const { data } = upcast(type, said)
  const ofData = [...own.flatMap((check) => check(data, time)), ...withdrawnCodes(definition, data, time)]
  const { faults, notices } = brokenRules({ definition, data, time, today: dayOf(isoOf(context.now)) })
  return { faults: [...faults, ...ofData.map((one) => ({ ...one, pointer: `/data${one.pointer}` }))], notices }
}

/** Bytes of an event as JSON, data in base64 counted as what it stands for. */
const bytesOf = ({ data_base64: encoded, ...rest }: Data): number =>
  Buffer.byteLength(JSON.stringify(rest)) + (typeof encoded === 'string' ? Math.floor((encoded.length * 3) / 4) : 0)

/**
 * What is wrong with an event as a value of JSON. What is larger than an entry can be is looked at no further: every
 * unknown field of it would be a fault.
 */
const formFaults = (event: Data, seen: Glance): readonly Fault[] => {
  if (!seen.refusedParts && seen.mostBytes <= mostEntryBytes) return []
  const faults = unstorable(event)
  if (faults.length > 0) return faults
  const bytes = bytesOf(event)
  return bytes > mostEntryBytes ? [entryTooLarge(bytes)] : []
}

/** The data with the names of persons as the hub keeps them, so that whoever sends a name anew says the same. */
const inOneSpelling = (
  entry: CatalogueEntry | undefined,
  data: unknown,
): { data: unknown; notices: readonly Fault[] } => {
  const schema = entry?.earlier?.data ?? entry?.definition.data
  if (!schema) return { data, notices: [] }
  const spelled = namesSpelled(schema.shape, data)
  const notices = spelled.changed.map((path) => senderNotice('NAME_SPELLED', jsonPointer(['data', ...path])))
  return { data: spelled.data, notices }
}

const check = (event: unknown, context: CheckContext): Checked | { faults: readonly Fault[] } => {
  if (!isObject(event)) return { faults: [fault('NOT_AN_OBJECT', '')] }
  const atFirst = glanceAt(event)
  const ofForm = formFaults(event, atFirst)
  if (ofForm.length > 0) return { faults: ofForm }

  const read = readEnvelope(event)
  if ('faults' in read) return read
  const { attributes } = read
  // A receipt is read here and kept nowhere.
  const { replacesreceipt: _, ...stored } = attributes
  const saidType = typeof attributes.type === 'string' ? lookUpType(attributes.type) : undefined
  const { data, notices: ofNames } = inOneSpelling(saidType, read.data)
  const { department, hubKeys } = context
  const seen = data === event.data ? atFirst : bothGlances(atFirst, glanceAt(data))
  const byId = seen.personIds ? personsNamedById(data, ['data']) : []
  if (byId.length > 0) return { faults: byId }
  const wrongSubject = saidType ? subjectFaults(attributes.subject, saidType, data) : []
  if (wrongSubject.length > 0) return { faults: wrongSubject }
  const dataById = personsById(data, hubKeys.persons)
  const faults = [...read.faulty]
  const marksSaid = saidType && (saidType.earlier ?? saidType.definition)
  if (seen.unusualTexts) faults.push(...wrongTexts(stored, data, marksSaid?.data))
  if (seen.numbers) faults.push(...misplacedNumbers({ ...namesOf(event), ...stored }, dataById, marksSaid))
  const parsed = parseWith(submittedEnvelope, attributes)
  if ('faults' in parsed) faults.push(...parsed.faults)
  const type = typeof attributes.type === 'string' ? attributes.type : ''
  const wrongType = type === '' ? undefined : typeFault(type, department)
  if (wrongType) faults.push(wrongType)
  const at = typeof attributes.time === 'string' ? normalisedTime(attributes.time, context.now) : undefined
  if (at && 'fault' in at) faults.push(at.fault)
  const entry = wrongType ? undefined : lookUpType(type)
  const schema = entry?.earlier?.data ?? entry?.definition.data
  const parsedData = schema && parseWith(schema, data, ['data'])
  let notices: readonly Fault[] = []
  const asText = dataAsText(data)
  if (asText) faults.push(asText)
  else if (parsedData && 'faults' in parsedData) faults.push(...parsedData.faults)
  else if (entry) {
    // Other faults are told all the same where the time is none.
    const time = at && 'time' in at ? at.time : isoOf(context.now)
    const crossField = crossFieldChecks(entry, type, data as Data, time, context)
    faults.push(...crossField.faults)
    notices = crossField.notices
  }

  if ('faults' in parsed || !entry || !parsedData || 'faults' in parsedData) return { faults }
  const envelope = parsed.value
  if (departmentOfSource(envelope.source) !== department) faults.push(fault('SOURCE_OF_ANOTHER_DEPARTMENT', '/source'))
  const isRetraction = entry.definition.name === 'FactRetracted'
  faults.push(...replacesFaults(envelope, isRetraction))
  const named = namedByReceipt(dataById as Data, envelope, { isRetraction, receiptsKey: hubKeys.receipts })
  if ('fault' in named) return { faults: [...faults, named.fault] }

  const marks = entry.earlier ?? entry.definition
  const located = streamOf(named.data, {
    department,
    source: envelope.source,
    localIds: hubKeys.localIds,
    streamField: entry.definition.streamField,
    references: marks.references,
  })
  faults.push(...located.faults)
  const { stream } = located
  if (faults.length > 0 || stream === undefined || !at || 'fault' in at) return { faults }
  const told = firstFaults([...notices, ...ofNames, ...read.notices, ...at.notices])
  return { envelope, time: at.time, stream, data: located.data, marks, notices: told }
}

/** Everything that can be said of a submission without a person's key: its faults all at once, the first hundred. */
export const checkSubmission = (event: unknown, context: CheckContext): Checked | { faults: readonly Fault[] } => {
  const checked = check(event, context)
  return 'faults' in checked ? { faults: firstFaults(checked.faults) } : checked
}
