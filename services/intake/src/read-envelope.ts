import type { Fault } from '@hub/runtime/problem.ts'
import { lookUpType } from '@hub/schemas/catalogue.ts'
import { traceparentPattern } from '@hub/schemas/envelope.ts'
import { refusedPartCode } from '@hub/schemas/form-refusals.ts'
import { jsonPointer, refusedJson } from '@hub/schemas/format/refused-json.ts'
import { type AttributeKind, kindOfAttribute, ownAttributes } from './extension-attributes.ts'
import { fault, mostFaults } from './fault.ts'
import { readJson } from './read-json.ts'
import { senderNotice } from './sender-notices.ts'

type Data = Record<string, unknown>

/** A structured event taken apart: the attributes that the hub keeps, and the data. */
export type ReadEnvelope = {
  attributes: Data
  data: unknown
  /** What is wrong with the attributes that are not kept. */
  faulty: readonly Fault[]
  notices: readonly Fault[]
}

/** Faults of a JSON value that would not survive being stored. */
export const unstorable = (value: unknown): readonly Fault[] =>
  refusedJson(value, mostFaults).map((part) => fault(refusedPartCode(part.reason), part.pointer))

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/

/** The data that `data_base64` holds (JSON format for CloudEvents, 3.1.1): the bytes of a JSON text. */
const dataInBase64 = (text: unknown): { data: unknown } | { faults: readonly Fault[] } => {
  if (typeof text !== 'string' || !base64.test(text)) return { faults: [fault('DATA_BASE64', '/data_base64')] }
  const read = readJson(Buffer.from(text, 'base64'))
  if ('refused' in read) {
    const { message, messageZh } = read.refused
    const words = { en: `data_base64 cannot be read: ${message}`, zh: `data_base64 无法读取：${messageZh}` }
    return { faults: [fault('DATA_BASE64', '/data_base64', words)] }
  }
  const faults = unstorable(read.value).map((one) => ({ ...one, pointer: `/data${one.pointer}` }))
  return faults.length > 0 ? { faults } : { data: read.value }
}

/** Whole numbers and truth values of extension attributes, as text: so they come in binary mode. */
const textsOfExtensions = new Set(['correlationid', 'causationid', 'sequence'])
const asText = (name: string, value: unknown): unknown =>
  textsOfExtensions.has(name) && (Number.isSafeInteger(value) || typeof value === 'boolean') ? String(value) : value

const fieldsOfType = (type: unknown): readonly string[] => {
  const entry = typeof type === 'string' ? lookUpType(type) : undefined
  return entry ? Object.keys((entry.earlier?.data ?? entry.definition.data).shape) : []
}

const isOfCloudEvents = (value: unknown) =>
  typeof value === 'string' || typeof value === 'boolean' || Number.isSafeInteger(value)

/** Most attributes of others that an event may have. */
const mostOfOthers = 100

/** What is wrong with an attribute that is not the hub's; undefined where it can be left out. */
const faultOfOther = (name: string, value: unknown, fields: readonly string[], number: number): Fault | undefined => {
  const pointer = jsonPointer([name])
  const kind: AttributeKind = number > mostOfOthers ? { kind: 'no-attribute' } : kindOfAttribute(name, fields)
  switch (kind.kind) {
    case 'left-out':
      return isOfCloudEvents(value) ? undefined : fault('UNKNOWN_FIELD', pointer)
    case 'no-attribute':
      return fault('UNKNOWN_FIELD', pointer)
    case 'field-of-data':
      return fault('ATTRIBUTE_OF_DATA', pointer)
    case 'misspelt': {
      const words = { en: `${kind.meant} may have been meant`, zh: `疑为 ${kind.meant}` }
      return fault('ATTRIBUTE_MISSPELT', pointer, words)
    }
    default:
      return kind satisfies never
  }
}

/** A traceparent of another version is told as unusable: W3C Trace Context, 2.2, has it ignored. */
const isUsable = (name: string, value: unknown) =>
  name !== 'traceparent' || (typeof value === 'string' && traceparentPattern.test(value))

const sortAttributes = (event: Data): Omit<ReadEnvelope, 'data'> => {
  const faulty: Fault[] = []
  const leftOut: string[] = []
  const attributes: Data = {}
  const others: [string, unknown][] = []
  for (const [name, value] of Object.entries(event)) {
    if (value === null || name === 'data' || name === 'data_base64') continue
    if (!ownAttributes.has(name)) others.push([name, value])
    else if (isUsable(name, value)) attributes[name] = asText(name, value)
    else leftOut.push(name)
  }
  const fields = others.length > 0 ? fieldsOfType(event.type) : []
  for (const [index, [name, value]] of others.entries()) {
    const wrong = faultOfOther(name, value, fields, index + 1)
    if (wrong) faulty.push(wrong)
    else leftOut.push(name)
  }
  return { attributes, faulty, notices: leftOut.map((name) => senderNotice('ATTRIBUTE_LEFT_OUT', jsonPointer([name]))) }
}

/**
 * An event's attributes and data. What is null is not set (JSON format for CloudEvents, 2.2); attributes of others are
 * left out, and told. Values that are left out are not looked at: they are kept nowhere.
 */
export const readEnvelope = (event: Data): ReadEnvelope | { faults: readonly Fault[] } => {
  const { data, data_base64: encoded = null } = event
  if (encoded === null) return { ...sortAttributes(event), data }
  if ((data ?? null) !== null) return { faults: [fault('DATA_TWICE', '/data_base64')] }
  const decoded = dataInBase64(encoded)
  return 'faults' in decoded ? decoded : { ...sortAttributes(event), data: decoded.data }
}
