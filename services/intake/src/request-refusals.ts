import { defineRefusals } from '@hub/schemas/refusal.ts'

/** What the intake answers to a whole request. */
export const requestRefusals = defineRefusals('intake', {
  INVALID_UTF8: {
    status: 400,
    en: [
      'Not UTF-8',
      'The body is not valid UTF-8. Convert it (GB18030 exports too) to UTF-8; a compressed body needs its Content-Encoding.',
    ],
    zh: [
      '不是 UTF-8 编码',
      '请求体不是有效的 UTF-8。请先转换编码（如由 GB18030 转为 UTF-8）；压缩的请求体须有 Content-Encoding。',
    ],
  },
  QUERY_UNKNOWN: {
    status: 400,
    en: [
      'Query not understood',
      'The intake knows dry-run alone: ?dry-run checks and keeps nothing. Nothing was taken; correct the address.',
    ],
    zh: ['查询参数无法识别', '报送接口只有 dry-run 一个参数：?dry-run 只校验、不保存。本次未接收，请更正地址。'],
  },
  LENGTH_REQUIRED: {
    status: 411,
    en: [
      'No body came',
      'Neither Content-Length nor Transfer-Encoding: chunked tells of a body, so what follows the headers is none. Send one of them.',
    ],
    zh: [
      '没有请求体',
      '请求头中既无 Content-Length，也无 Transfer-Encoding: chunked，其后的内容不会被视为请求体；请加上其中一个。',
    ],
  },
  BODY_NOT_DECODED: {
    status: 400,
    en: [
      'The compressed body cannot be read',
      'The bytes are not those of the Content-Encoding, or end too early. Send them whole, or uncompressed without that header.',
    ],
    zh: ['压缩的请求体无法读取', '内容与 Content-Encoding 不符或不完整。请完整发送，或去掉该请求头后不压缩发送。'],
  },
  CONTENT_CODING: {
    status: 415,
    en: [
      'Content coding not taken',
      'A body may be compressed once, with a coding that the Accept-Encoding of this answer names.',
    ],
    zh: ['不支持的内容编码', '请求体只可压缩一次，且须用本应答 Accept-Encoding 所列的编码。'],
  },
  NOT_JSON: {
    status: 400,
    en: ['Not JSON', 'The body is not JSON. Check quotes, commas and brackets.'],
    zh: ['不是 JSON', '请求体不是 JSON，请检查引号、逗号和括号。'],
  },
  NUMBER_NOT_CARRIED: {
    status: 400,
    en: [
      'A number has too many digits',
      'A number in the body has more digits than JSON numbers carry. Send amounts as whole fen, and numbers of documents as text.',
    ],
    zh: ['数字位数过多', '请求体中有数字超出 JSON 数字的精度。金额请用整数分，证件号码请用文本。'],
  },
  KEY_REPEATED: {
    status: 400,
    en: [
      'A field stands twice',
      'An object in the body has the same field twice, so it is unclear which one counts. Remove one.',
    ],
    zh: ['字段重复', '请求体中某个对象的同一字段出现两次，无法确定以哪个为准，请删去一个。'],
  },
  TOO_DEEP: {
    status: 400,
    en: ['Nested too deeply', 'The JSON is nested deeper than 32 levels. No event needs that; check the export.'],
    zh: ['嵌套过深', 'JSON 嵌套超过 32 层；任何事件都不需要这么深，请检查导出程序。'],
  },
  NOT_A_CLOUD_EVENT: {
    status: 400,
    en: [
      'Not a CloudEvent',
      'Send a CloudEvents 1.0 object with specversion, id, source, type, time and data, or data alone with ce-* headers. An array goes as application/cloudevents-batch+json.',
    ],
    zh: [
      '不是 CloudEvent',
      '请发送含 specversion、id、source、type、time、data 的 CloudEvents 1.0 对象，或只发 data 并用 ce-* 请求头；数组请用 application/cloudevents-batch+json。',
    ],
  },
  RECEIPT_UNKNOWN: {
    status: 404,
    en: [
      'Unknown receipt',
      'This hub gave no such receipt. Copy the token whole, as the answer to the submission gave it.',
    ],
    zh: ['回执不存在', '本枢纽未发出过该回执，请完整复制报送应答中的回执号。'],
  },
  RECEIPT_OF_ANOTHER_STORE: {
    status: 410,
    en: [
      'Receipt of another store',
      'The receipt is of another event store than the one this hub keeps now. Send the event again: what is there already is not stored twice.',
    ],
    zh: ['回执属于另一存储库', '该回执属于另一个事件库。请重新报送该事件；已存在的不会重复记录。'],
  },
  SUBMISSIONS_NOT_READ: {
    status: 503,
    en: ['The log is still being read', 'Ask the same again after the seconds in Retry-After.'],
    zh: ['日志尚在读取', '请在 Retry-After 所示秒数后原样重试。'],
  },
  SUBMISSIONS_QUERY: {
    status: 400,
    en: [
      'No question about submissions',
      'Ask with source=<a source of this department>, and id (up to 100 times), state (RECORDED or REJECTED), after (a position) and limit (1 to 1,000), nothing else.',
    ],
    zh: [
      '查询参数有误',
      '请给出 source（本部门来源），可另给 id（至多 100 个）、state（RECORDED 或 REJECTED）、after（位置）、limit（1 至 1000），不得有其他参数。',
    ],
  },
  RECEIPTS_FORM: {
    status: 400,
    en: [
      'Not a list of receipts',
      'Send { "tokens": ["…"] } as application/json, with 1 to 1,000 receipts as the answers to submissions gave them.',
    ],
    zh: ['不是回执列表', '请以 application/json 发送 { "tokens": ["…"] }，其中为报送应答给出的回执，1 至 1,000 个。'],
  },
  TOO_MANY_EVENTS: {
    status: 413,
    en: [
      'Too many events in a batch',
      'A batch may hold 1,000 events. Send more as application/x-ndjson, one a line: that has no limit.',
    ],
    zh: ['批次事件过多', '一个批次最多 1,000 条。更多请用 application/x-ndjson，每行一条，总量不限。'],
  },
  LINE_TOO_LONG: {
    status: 413,
    en: ['Line too long', 'A line may have 1 MB, an event 64 KiB. Check that every event ends with a line feed.'],
    zh: ['行过长', '每行最大 1 MB，每条事件最大 64 KiB。请检查每条事件是否以换行结尾。'],
  },
  EVENT_REFUSED: {
    status: 422,
    en: [
      'Event refused',
      'The event has the faults listed in errors. Put them right and send it again with the same id.',
    ],
    zh: ['事件被拒收', '事件存在 errors 所列问题，请改正后用同一 id 重新报送。'],
  },
})
