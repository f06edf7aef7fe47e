/** One fault of what was sent: where it is (JSON Pointer), what is wrong, what to do. It never carries the value. */
export type Fault = {
  pointer: string
  code: string
  message: string
  messageZh: string
  whatToDo: string
  whatToDoZh: string
}

/** A problem as RFC 9457 has it, in English and Chinese. */
export type Problem = {
  type: string
  title: string
  titleZh: string
  status: number
  detail: string
  detailZh: string
  code: ProblemCode
  errors?: readonly Fault[]
}

type Entry = readonly [status: number, title: string, titleZh: string, detail: string, detailZh: string]

/** Every problem that the hub answers over HTTP: status, title, and what to do. */
export const problemCatalogue = {
  BAD_REQUEST: [
    400,
    'Bad request',
    '请求有误',
    'The request could not be understood. Check its headers and body.',
    '无法理解该请求，请检查请求头和请求体。',
  ],
  INVALID_UTF8: [
    400,
    'Not UTF-8',
    '不是 UTF-8 编码',
    'The body is not valid UTF-8. Convert it (GB18030 exports too) to UTF-8, and send it uncompressed.',
    '请求体不是有效的 UTF-8。请先转换编码（如由 GB18030 转为 UTF-8），且不要压缩。',
  ],
  NOT_JSON: [
    400,
    'Not JSON',
    '不是 JSON',
    'The body is not JSON. Check quotes, commas and brackets.',
    '请求体不是 JSON，请检查引号、逗号和括号。',
  ],
  NUMBER_NOT_CARRIED: [
    400,
    'A number has too many digits',
    '数字位数过多',
    'A number in the body has more digits than JSON numbers carry. Send amounts as whole fen, and numbers of documents as text.',
    '请求体中有数字超出 JSON 数字的精度。金额请用整数分，证件号码请用文本。',
  ],
  KEY_REPEATED: [
    400,
    'A field stands twice',
    '字段重复',
    'An object in the body has the same field twice, so it is unclear which one counts. Remove one.',
    '请求体中某个对象的同一字段出现两次，无法确定以哪个为准，请删去一个。',
  ],
  TOO_DEEP: [
    400,
    'Nested too deeply',
    '嵌套过深',
    'The JSON is nested deeper than 32 levels. No event needs that; check the export.',
    'JSON 嵌套超过 32 层；任何事件都不需要这么深，请检查导出程序。',
  ],
  NOT_A_CLOUD_EVENT: [
    400,
    'Not a CloudEvent',
    '不是 CloudEvent',
    'Send a CloudEvents 1.0 object with specversion, id, source, type, time and data, or data alone with ce-* headers. An array goes as application/cloudevents-batch+json.',
    '请发送含 specversion、id、source、type、time、data 的 CloudEvents 1.0 对象，或只发 data 并用 ce-* 请求头；数组请用 application/cloudevents-batch+json。',
  ],
  EMPTY_BATCH: [
    400,
    'Empty batch',
    '空批次',
    'The batch holds no event. Send at least one.',
    '批次中没有事件，请至少发送一条。',
  ],
  NOT_FOUND: [
    404,
    'Not found',
    '未找到',
    'There is nothing at this address. See /openapi.json.',
    '此地址没有内容，请参阅 /openapi.json。',
  ],
  RECEIPT_UNKNOWN: [
    404,
    'Unknown receipt',
    '回执不存在',
    'This hub gave no such receipt. Copy the token whole, as the answer to the submission gave it.',
    '本枢纽未发出过该回执，请完整复制报送应答中的回执号。',
  ],
  RECEIPT_OF_ANOTHER_STORE: [
    410,
    'Receipt of another store',
    '回执属于另一存储库',
    'The receipt is of another event store than the one this hub keeps now. Send the event again: what is there already is not stored twice.',
    '该回执属于另一个事件库。请重新报送该事件；已存在的不会重复记录。',
  ],
  BODY_TOO_LARGE: [
    413,
    'Body too large',
    '请求体过大',
    'A body may have 8 MB. Send many events as application/x-ndjson, one a line: that has no limit.',
    '请求体最大 8 MB。大批事件请用 application/x-ndjson，每行一条，总量不限。',
  ],
  TOO_MANY_EVENTS: [
    413,
    'Too many events in a batch',
    '批次事件过多',
    'A batch may hold 1,000 events. Send more as application/x-ndjson, one a line: that has no limit.',
    '一个批次最多 1,000 条。更多请用 application/x-ndjson，每行一条，总量不限。',
  ],
  LINE_TOO_LONG: [
    413,
    'Line too long',
    '行过长',
    'A line may have 1 MB, an event 64 KiB. Check that every event ends with a line feed.',
    '每行最大 1 MB，每条事件最大 64 KiB。请检查每条事件是否以换行结尾。',
  ],
  MEDIA_TYPE: [
    415,
    'Media type not taken',
    '不支持的媒体类型',
    'Send application/cloudevents+json, application/cloudevents-batch+json, application/x-ndjson, or application/json with ce-* headers, uncompressed.',
    '请使用 application/cloudevents+json、application/cloudevents-batch+json、application/x-ndjson，或 application/json 加 ce-* 请求头，且不要压缩。',
  ],
  EVENT_REFUSED: [
    422,
    'Event refused',
    '事件被拒收',
    'The event has the faults listed in errors. Put them right and send it again with the same id.',
    '事件存在 errors 所列问题，请改正后用同一 id 重新报送。',
  ],
  EXPORT_NOT_UNDERSTOOD: [
    400,
    'Export not understood',
    '导出参数有误',
    'The export has the faults listed in errors. Put them right and ask again.',
    '导出请求存在 errors 所列问题，请改正后重试。',
  ],
  PERSONAL_VALUE_IN_ADDRESS: [
    400,
    'A personal value in an address',
    '地址中含有个人信息',
    'Names and citizen numbers stand in no address, for addresses are logged on the way. Send the same parameters in the body of a POST.',
    '姓名、公民身份号码不得出现在地址中（途中会被记录）。请用 POST，把参数放在请求体中。',
  ],
  NOTHING_TO_EXPORT: [
    404,
    'Nothing to export',
    '没有可导出的内容',
    'No person or figure is known by this id or key. Check it.',
    '没有此编号的人员或此编码的指标，请核对。',
  ],
  MOMENT_NOT_ANSWERED: [
    422,
    'A moment that nothing is known of',
    '时点无法回答',
    'asOf or asKnownAt lies in the future or before the store was founded, or the position is none of this store.',
    'asOf 或 asKnownAt 晚于当前时间或早于建库时间，或该位置不属于本存储库。',
  ],
  SAMPLE_LARGER_THAN_FRAME: [
    422,
    'Sample larger than its frame',
    '样本大于总体',
    'The sample asked for is larger than the list that it is drawn from. Ask for fewer, or widen the filter.',
    '所要样本多于被抽的名单，请减少样本数或放宽筛选。',
  ],
  EXPORTS_BUSY: [
    503,
    'Too many exports at once',
    '导出任务过多',
    'Other exports are under way. Ask again after the seconds in Retry-After.',
    '其他导出正在进行，请在 Retry-After 所示秒数后重试。',
  ],
  DECISION_REFUSED: [
    422,
    'Decision refused',
    '决定未被采纳',
    'The decision has the faults listed in errors; nothing was recorded. Put them right and decide again.',
    '该决定存在 errors 所列问题，未作任何记录，请改正后重新提交。',
  ],
  DECISION_NOT_NOW: [
    503,
    'No decision just now',
    '暂时无法作出决定',
    'Nothing in the decision has to change; errors says what stood in its way. Ask the same again after the seconds in Retry-After: what is decided already is not decided twice.',
    '该决定无需修改，受阻原因见 errors。请在 Retry-After 所示秒数后原样重试，已作出的决定不会重复记录。',
  ],
  CLOCK_REFUSED: [
    422,
    'Clock not set',
    '时钟未设置',
    'Send { "now": "<UTC instant>" } that is not before the simulated clock of this store; GET /clock tells it.',
    '请发送 { "now": "<UTC 时间>" }，且不得早于本库的模拟时钟（见 GET /clock）。',
  ],
  INTERNAL: [
    500,
    'Fault in the hub',
    '枢纽内部错误',
    'The hub has failed at this request. Send it again; what is there already is not stored twice. If it comes back, tell the operators the time.',
    '枢纽处理该请求时出错。请重新发送，已有内容不会重复记录；若再次发生，请将时间告知运维人员。',
  ],
  UNAVAILABLE: [
    503,
    'Not available now',
    '暂不可用',
    'The hub cannot take events at the moment. Send the same again after the seconds in Retry-After; nothing is stored twice.',
    '枢纽暂时无法接收事件，请在 Retry-After 所示秒数后原样重发，不会重复记录。',
  ],
} as const satisfies Record<string, Entry>

export type ProblemCode = keyof typeof problemCatalogue

/** The problem of a code, with the faults found. `type` is a URN: the catalogue above is its page. */
export const problem = (code: ProblemCode, errors?: readonly Fault[]): Problem => {
  const [status, title, titleZh, detail, detailZh] = problemCatalogue[code]
  const type = `urn:veterans-hub:problem:${code.toLowerCase().replaceAll('_', '-')}`
  return { type, title, titleZh, status, detail, detailZh, code, ...(errors ? { errors } : {}) }
}

/** Media type of a problem. */
export const problemMediaType = 'application/problem+json'
