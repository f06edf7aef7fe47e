import { z } from 'zod'
import type { departments, SubmittingDepartment } from './department.ts'
import { formWords } from './form-words.ts'
import { isJsonMediaType } from './values/media-type.ts'

/** Why a fact is said again or taken back. */
export const replacesReasons = ['clerical-error', 'wrong-source', 'late-proof', 'court-or-appeal', 'other'] as const
export type ReplacesReason = (typeof replacesReasons)[number]

/** `/departments/<department>/<system>` */
export const sourcePattern = /^\/departments\/(veteran-affairs|civil-affairs|finance|hr)\/[a-z0-9][a-z0-9-]{0,39}$/

/** The department of a source; undefined when it is no department's. */
export const departmentOfSource = (source: string): SubmittingDepartment | undefined =>
  sourcePattern.exec(source)?.[1] as SubmittingDepartment | undefined

/** Who says what has this source: a department, or `hub/<service>`; undefined where the source has neither form. */
export const speakerOfSource = (source: string): string | undefined =>
  departmentOfSource(source) ?? /^\/(hub\/[a-z][a-z-]{0,39})$/.exec(source)?.[1]

const attribute = z.string().min(1).max(200)

/** A W3C traceparent of the version that is in use. */
export const traceparentPattern = /^00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/

/** CloudEvents 1.0 as a department sends it, `data` apart, and the extension attributes that the hub keeps. */
export const submittedEnvelope = z.strictObject({
  specversion: z.literal('1.0'),
  id: z.string().min(1).max(120),
  source: z.string().regex(sourcePattern).register(formWords, {
    en: 'a source /departments/<department>/<system> is needed',
    zh: '应为来源 /departments/<部门>/<系统>',
  }),
  type: attribute,
  subject: attribute.optional(),
  time: z.string().max(40),
  dataschema: z.string().min(1).max(300).optional(),
  datacontenttype: z
    .string()
    .max(200)
    .refine(isJsonMediaType)
    .register(formWords, {
      en: 'a media type of JSON is needed: application/json, or one that ends in +json',
      zh: '应为 JSON 的媒体类型：application/json，或以 +json 结尾的类型',
    })
    .optional(),
  correlationid: attribute.optional(),
  causationid: attribute.optional(),
  /** `<source>#<id>` of the fact that this one replaces or retracts. */
  replaces: z
    .string()
    .max(260)
    .regex(/^\/departments\/[^#]+#.+$/)
    .register(formWords, {
      en: 'replaces is <source>#<id> of the first fact',
      zh: 'replaces 应为最初事实的 <来源>#<id>',
    })
    .optional(),
  replacesreason: z.enum(replacesReasons).optional(),
  /** With a retraction: the receipt of the fact, for who no longer knows whose it was. It is not stored. */
  replacesreceipt: z.string().min(1).max(500).optional(),
  sequence: z.string().min(1).max(40).optional(),
  traceparent: z.string().regex(traceparentPattern).optional(),
})

export type SubmittedEnvelope = z.output<typeof submittedEnvelope>

/** Source and id of a `replaces` attribute. */
export const parseReplaces = (replaces: string): { source: string; id: string } => {
  const at = replaces.indexOf('#')
  return { source: replaces.slice(0, at), id: replaces.slice(at + 1) }
}

export const formatReplaces = (target: { source: string; id: string }): string => `${target.source}#${target.id}`

/**
 * What is stored beside an event's data: the CloudEvents attributes that the stream, id and type of the stored event do
 * not already say. An attribute that was not sent is not there.
 */
export type Metadata = {
  source: string
  /** The id that the sender gave. */
  id: string
  /** When it happened: UTC, three decimals. */
  time: string
  correlationid?: string | undefined
  causationid?: string | undefined
  replaces?: string | undefined
  replacesreason?: ReplacesReason | undefined
  sequence?: string | undefined
  traceparent?: string | undefined
  dataschema?: string | undefined
  /** SHA-256, lower-case hex; see FORMAT 'contentdigest'. */
  contentdigest: string
  /** HMAC-SHA-256 under the speaker's key over the digest and all else that was said, hex; see FORMAT 'admission'. */
  admission: string
  /** UUID of the attempt that put it into the store. Missing for the hub's own events. */
  submission?: string | undefined
  /** When the intake took it. */
  receivedtime: string
  /** When the recorder recorded it. */
  recordedtime: string
  /** HMAC-SHA-256 under the recorder's key over admission, origin, recorded time and revision, hex. Missing for the hub's own events. */
  recording?: string | undefined
  /** `<topic>/<partition>/<offset>`; missing for the hub's own events. */
  origin?: string | undefined
}

/** RFC 8785 text of metadata: the names are written in its order; what is undefined is left out. */
export const metadataText = (metadata: Metadata): string => {
  const { admission, causationid, contentdigest, correlationid, dataschema, id, origin, receivedtime } = metadata
  const { recordedtime, recording, replaces, replacesreason, sequence, source, submission, time, traceparent } =
    metadata
  return JSON.stringify({
    admission,
    causationid,
    contentdigest,
    correlationid,
    dataschema,
    id,
    origin,
    receivedtime,
    recordedtime,
    recording,
    replaces,
    replacesreason,
    sequence,
    source,
    submission,
    time,
    traceparent,
  } satisfies Metadata)
}

/** A box and whose key opens it: what an event says of this person. */
export type Sealed = { of: string; box: string }

/** Data as stored: what lies open, and the box of the person of whom the event speaks; none where it speaks of nobody. */
export type StoredData = Record<string, unknown> & { sealed?: Sealed }

/** Who speaks in a stored event; the hub's own events have the source `/hub/<service>`. */
export const isHubSource = (source: string): boolean => source.startsWith('/hub/')

export const topicOf = (department: keyof typeof departments): string => department
