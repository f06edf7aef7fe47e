import { z } from 'zod'
import { defineEvent } from '../define-event.ts'
import { instant } from '../values/day.ts'
import { personId } from '../values/person.ts'
import { ReportFrozen } from './report-frozen.ts'

/** The first event of a store: what every process checks before it starts. */
export const Founded = defineEvent({
  department: 'hub',
  name: 'Founded',
  titleZh: '建库',
  titleEn: 'Store founded',
  descriptionZh: '事件库的第一条事件：库标识、主密钥指纹、格式版本、分区数、时钟种类。',
  descriptionEn:
    'The first event of a store: its UUID, the fingerprint of the hub key, the format version, the partition count and the clock kind. Every process refuses to start on a mismatch.',
  time: { from: 'foundedAt', until: 'stands' },
  thing: { kind: 'record', key: 'stream' },
  category: 'hub',
  streamField: null,
  data: {
    store: z.uuid(),
    hubKeyFingerprint: z.string().regex(/^[0-9a-f]{64}$/),
    formatVersion: z.int().min(1),
    partitions: z.int().min(1),
    clock: z.enum(['real', 'simulated']),
    foundedAt: instant,
  },
  example: {
    store: '0b9c1b8e-5a0f-4a53-9a5c-6f1f0c2f7c11',
    hubKeyFingerprint: 'a'.repeat(64),
    formatVersion: 1,
    partitions: 24,
    clock: 'real',
    foundedAt: '2023-01-01T00:00:00.000Z',
  },
})

/** Why the recorder could not record a submission that an intake has admitted. */
export const rejectionReasons = [
  'TOO_LARGE',
  'ID_REUSED_WITH_OTHER_CONTENT',
  'REPLACES_UNKNOWN',
  'REPLACES_OTHER_DEPARTMENT',
  'REPLACES_OTHER_TYPE',
  'PERSONAL_NUMBER',
  'REFUSED_BY_STORE',
] as const
export type RejectionReason = (typeof rejectionReasons)[number]

/** What is kept of a message: how long it was, what it was, and its head in a box. */
const keptMessage = {
  /** Bytes of the message, its headers with it. */
  messageBytes: z.int().min(0),
  /** SHA-256 of those bytes, hex: whether somebody's copy is the message. */
  messageSha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The message as it came, cut where it is long, boxed under the hub's rejections key; base64url. */
  boxedMessage: z.string(),
}

/** What was admitted and could not be recorded, kept in its own stream `rejection-<department>-<submission>`. */
export const SubmissionRejected = defineEvent({
  department: 'hub',
  name: 'SubmissionRejected',
  titleZh: '拒收',
  titleEn: 'Submission rejected',
  descriptionZh: '一次报送未能入库：原因、目标流、原文（加密）。改正后可再次报送。',
  descriptionEn:
    'A submission that could not be recorded, with its reason and its bytes (boxed). It is kept, counted and found; correct it and send it again.',
  time: { until: 'stands' },
  thing: { kind: 'record', key: 'event' },
  category: 'rejection',
  streamField: null,
  data: {
    reason: z.enum(rejectionReasons),
    detail: z.string().max(500),
    topic: z.string().max(60),
    key: z.string().max(200),
    eventId: z.string().max(60).optional(),
    type: z.string().max(200).optional(),
    source: z.string().max(200).optional(),
    /** The sender's own id; missing where an older recorder rejected it. */
    id: z.string().max(120).optional(),
    ...keptMessage,
  },
  example: {
    reason: 'REPLACES_UNKNOWN',
    detail: 'the fact that is to be replaced is not in this stream',
    topic: 'finance',
    key: 'person-1aaaaaaaaaaaaaaaaaaaaaaaaaa',
    messageBytes: 1200,
    messageSha256: 'a'.repeat(64),
    boxedMessage: 'AQ',
  },
})

/** Why a message on a topic is no submission that an intake of this hub has admitted. */
export const junkReasons = ['NOT_ADMITTED', 'NOT_A_CLOUD_EVENT', 'WRONG_TOPIC', 'DIGEST_MISMATCH'] as const
export type JunkReason = (typeof junkReasons)[number]

const howMany = z.int().min(1).optional()
/** An offset of a partition. */
const offset = z.string().regex(/^\d{1,19}$/)

/**
 * Messages on a topic's partition that no intake of it has admitted: counted, the first of a day kept. One stream a
 * partition, `junk-<topic>-<partition>`.
 */
export const MessagesNotAdmitted = defineEvent({
  department: 'hub',
  name: 'MessagesNotAdmitted',
  titleZh: '未经受理的消息',
  titleEn: 'Messages not admitted',
  descriptionZh: '主题分区上未经任何报送口受理的消息：计数；每日最先的若干条留存原文（加密）。',
  descriptionEn:
    "Messages on a topic's partition that no intake of the hub has admitted: how many, and the first ones of the day (boxed). They are recorded nowhere else.",
  time: { until: 'stands' },
  thing: { kind: 'record', key: 'stream' },
  category: 'junk',
  streamField: null,
  data: {
    topic: z.string().max(60),
    partition: z.int().min(0),
    /** The offset up to which such messages are counted, by this event and those before it. */
    countedTo: offset,
    counts: z.strictObject({
      NOT_ADMITTED: howMany,
      NOT_A_CLOUD_EVENT: howMany,
      WRONG_TOPIC: howMany,
      DIGEST_MISMATCH: howMany,
    } satisfies Record<JunkReason, unknown>),
    kept: z
      .array(z.strictObject({ offset, reason: z.enum(junkReasons), detail: z.string().max(500), ...keptMessage }))
      .max(10),
    /** No more of them are counted here on this day: the recorder's metric alone counts on. */
    lastOfDay: z.literal(true).optional(),
  },
  example: {
    topic: 'finance',
    partition: 7,
    countedTo: '4711',
    counts: { NOT_A_CLOUD_EVENT: 1 },
    kept: [
      {
        offset: '4711',
        reason: 'NOT_A_CLOUD_EVENT',
        detail: 'these headers are missing or malformed: ce_id',
        messageBytes: 80,
        messageSha256: 'a'.repeat(64),
        boxedMessage: 'AQ',
      },
    ],
  },
})

const link = {
  persons: z.tuple([personId, personId]),
  evidence: z.array(z.string().min(1).max(200)).min(1).max(20),
  decidedBy: z.string().min(1).max(40),
  secondDecider: z.string().min(1).max(40),
}
const linkExample = {
  persons: ['1aaaaaaaaaaaaaaaaaaaaaaaaaa', '1bbbbbbbbbbbbbbbbbbbbbbbbbb'],
  evidence: ['公安更正公民身份号码证明 2024-017'],
  decidedBy: 'O-2001',
  secondDecider: 'O-2002',
}

/** Two person ids are one person. */
export const IdentityLinked = defineEvent({
  department: 'hub',
  name: 'IdentityLinked',
  titleZh: '身份关联',
  titleEn: 'Identity linked',
  descriptionZh: '认定两个标识为同一人：依据、两名决定人。',
  descriptionEn:
    'Two person ids are the same person, by evidence and two deciders. A file is the fold of the union of linked streams.',
  time: { until: 'ended' },
  thing: { kind: 'link', key: [['persons']] },
  category: 'identity',
  streamField: null,
  data: link,
  example: linkExample,
})

/** Two person ids are not one person after all. */
export const IdentityUnlinked = defineEvent({
  department: 'hub',
  name: 'IdentityUnlinked',
  titleZh: '身份解除关联',
  titleEn: 'Identity unlinked',
  descriptionZh: '解除此前的身份关联：依据、两名决定人。',
  descriptionEn: 'Two person ids that were linked are not the same person, by evidence and two deciders.',
  time: { until: 'stands' },
  thing: { kind: 'link', key: [['persons']] },
  category: 'identity',
  streamField: null,
  data: link,
  example: linkExample,
})

export const hubEvents = [
  Founded,
  SubmissionRejected,
  MessagesNotAdmitted,
  IdentityLinked,
  IdentityUnlinked,
  ReportFrozen,
] as const
