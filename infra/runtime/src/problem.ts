import type { Notice, Notices } from '@hub/schemas/notice.ts'
import { defineRefusals, type ExactWords, type Refusal } from '@hub/schemas/refusal.ts'

/** One fault of what was sent: where it is (JSON Pointer), what is wrong, what to do. It never carries the value. */
export type Fault = {
  pointer: string
  code: string
  message: string
  messageZh: string
  whatToDo: string
  whatToDoZh: string
}

/** A problem as RFC 9457 has it, in English and Chinese: the title says what is wrong, the detail what to do. */
export type Problem = {
  type: string
  title: string
  titleZh: string
  status: number
  detail: string
  detailZh: string
  code: string
  errors?: readonly Fault[]
}

/** What any service of the hub may answer, in the same words. */
export const httpRefusals = defineRefusals('runtime', {
  BAD_REQUEST: {
    status: 400,
    en: ['Bad request', 'The request could not be understood. Check its headers and body.'],
    zh: ['请求有误', '无法理解该请求，请检查请求头和请求体。'],
  },
  HEADER_TWICE: {
    status: 400,
    en: ['A header stands twice', 'Host, and Content-Type, may come once: of two that differ none can be believed.'],
    zh: ['请求头重复', 'Host 与 Content-Type 只能出现一次；两个不同的值无法确定以哪个为准。'],
  },
  NOT_FOUND: {
    status: 404,
    en: ['Not found', 'Check the address or the id. /openapi.json lists the addresses of a service.'],
    zh: ['未找到', '请核对地址或编号；各服务的地址见 /openapi.json。'],
  },
  METHOD_NOT_ALLOWED: {
    status: 405,
    en: ['Not with this method', 'The Allow header names the methods of this address.'],
    zh: ['该地址不支持此方法', '可用的方法见应答的 Allow 请求头。'],
  },
  REQUEST_TIMEOUT: {
    status: 408,
    en: ['The request did not come to its end', 'Its headers took too long. Send it again.'],
    zh: ['请求未发送完整', '请求头发送超时，请重新发送。'],
  },
  BODY_TOO_LARGE: {
    status: 413,
    en: [
      'Body too large',
      'Send it in parts. An event’s body may have 8 MB; many events as application/x-ndjson, one a line, have no limit.',
    ],
    zh: ['请求体过大', '请分批发送。报送的请求体最大 8 MB；大批事件请用 application/x-ndjson，每行一条，总量不限。'],
  },
  MEDIA_TYPE: {
    status: 415,
    en: [
      'Media type not taken',
      'Events are sent as application/cloudevents+json, application/cloudevents-batch+json, application/x-ndjson, or application/json with ce-* headers, everything else as application/json; all in UTF-8.',
    ],
    zh: [
      '不支持的媒体类型',
      '事件请用 application/cloudevents+json、application/cloudevents-batch+json、application/x-ndjson，或 application/json 加 ce-* 请求头；其他请求用 application/json；均为 UTF-8。',
    ],
  },
  EXPECTATION: {
    status: 417,
    en: ['An expectation that the hub does not know', 'Expect may say 100-continue alone; leave it out.'],
    zh: ['无法满足 Expect', 'Expect 只能为 100-continue；请去掉该请求头。'],
  },
  CLOCK_REFUSED: {
    status: 422,
    en: [
      'Clock not set',
      'Send { "now": "<UTC instant>" } that is not before the simulated clock of this store; GET /clock tells it.',
    ],
    zh: ['时钟未设置', '请发送 { "now": "<UTC 时间>" }，且不得早于本库的模拟时钟（见 GET /clock）。'],
  },
  HEADERS_TOO_LARGE: {
    status: 431,
    en: [
      'The headers are too large',
      'They may have 16 KB together. Send the attributes in the body: structured mode.',
    ],
    zh: ['请求头过大', '请求头合计最大 16 KB；请改用结构化方式，把属性放在请求体中。'],
  },
  INTERNAL_SERVER_ERROR: {
    status: 500,
    en: [
      'Fault in the hub',
      'The hub has failed at this request. Send it again; what is there already is not stored twice. If it comes back, tell the operators the time.',
    ],
    zh: ['枢纽内部错误', '枢纽处理该请求时出错。请重新发送，已有内容不会重复记录；若再次发生，请将时间告知运维人员。'],
  },
  TRANSFER_CODING: {
    status: 501,
    en: [
      'A transfer coding that the hub does not undo',
      'Transfer-Encoding may say chunked alone. Name a compression of the body in Content-Encoding.',
    ],
    zh: ['不支持的传输编码', 'Transfer-Encoding 只能为 chunked；请求体的压缩方式请写在 Content-Encoding 中。'],
  },
  UNAVAILABLE: {
    status: 503,
    en: [
      'Not available now',
      'The hub cannot take events at the moment. Send the same again after the seconds in Retry-After; nothing is stored twice.',
    ],
    zh: ['暂不可用', '枢纽暂时无法接收事件，请在 Retry-After 所示秒数后原样重发，不会重复记录。'],
  },
  NOT_YET: {
    status: 503,
    en: ['the views have not come to that position yet', 'Ask the same again shortly.'],
    zh: ['视图尚未到达该位置', '请稍后原样重试。'],
  },
})

/** The problem of a refusal, with the faults found. `type` is a URN; the page of the catalogue explains it. */
export const problem = (refusal: Refusal, errors?: readonly Fault[]): Problem => {
  const { code, status, message: title, messageZh: titleZh, whatToDo: detail, whatToDoZh: detailZh } = refusal
  const type = `urn:veterans-hub:problem:${code.toLowerCase().replaceAll('_', '-')}`
  return { type, title, titleZh, status, detail, detailZh, code, ...(errors ? { errors } : {}) }
}

/** Runs of digits that could be somebody's number never go back out, not even as part of a field name. */
const withoutNumbers = (pointer: string) => pointer.replaceAll(/\d{15,}[\dXx]?/g, '…').toWellFormed()

/** A refusal, or a notice, as a fault at a place. */
export const faultOf = ({ code, message, messageZh, whatToDo, whatToDoZh }: Notice, pointer: string): Fault => ({
  pointer: withoutNumbers(pointer),
  code,
  message,
  messageZh,
  whatToDo,
  whatToDoZh,
})

/** What makes faults of a catalogue: a code at a place, in words more exact than the catalogue's where there are such. */
export const faultsOf =
  <Code extends string>(catalogue: Notices<Code>) =>
  (code: Code, pointer: string, exact?: ExactWords): Fault =>
    faultOf({ ...catalogue[code], ...(exact ? { message: exact.en, messageZh: exact.zh } : {}) }, pointer)

/** Media type of a problem. */
export const problemMediaType = 'application/problem+json'
