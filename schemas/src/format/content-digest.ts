import { hash } from 'node:crypto'

/** What the content digest covers. `data` is the sealed data's RFC 8785 text. */
export type DigestInput = {
  type: string
  source: string
  id: string
  subject: string
  time: string
  replaces?: string | undefined
  correlationid?: string | undefined
  causationid?: string | undefined
  data: string
}

const member = (name: string, value: string | undefined) =>
  value === undefined ? '' : `"${name}":${JSON.stringify(value)},`

/** RFC 8785 of the digest's input, put together from its sorted members (`data` is in that form already). */
export const digestText = (input: DigestInput): string =>
  `{${member('causationid', input.causationid)}${member('correlationid', input.correlationid)}"data":${input.data},${member('id', input.id)}${member('replaces', input.replaces)}${member('source', input.source)}${member('subject', input.subject)}${member('time', input.time)}"type":${JSON.stringify(input.type)}}`

/** SHA-256, lower-case hex, over type, source, id, subject, time, replaces, the sender's correlation and causation ids and the sealed data. */
export const contentDigestOf = (input: DigestInput): string => hash('sha256', digestText(input))
