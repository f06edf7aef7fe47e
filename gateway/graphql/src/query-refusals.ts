import { readingRefusals } from '@hub/reading/reading-refusals.ts'
import { httpRefusals } from '@hub/runtime/problem.ts'
import { defineRefusals } from '@hub/schemas/refusal.ts'

/** Why GraphQL does not answer, beside what the read side refuses. */
export const graphqlRefusals = defineRefusals('graphql', {
  BAD_USER_INPUT: {
    status: 400,
    en: [
      'an argument or a variable is not of its type',
      'Put the value right that `at`, `path` or the location points to; the value itself is never said.',
    ],
    zh: ['参数或变量与其类型不符', '请改正 at、path 或位置所指的值；错误信息不会重复该值。'],
  },
  CURSOR_MISMATCH: {
    status: 400,
    en: ['the cursor belongs to another list, filter, order or caller', 'Begin again without it.'],
    zh: ['游标属于另一名单、筛选、排序或调用者', '请去掉游标重新查询。'],
  },
  GATEWAY_STOPS: {
    status: 503,
    en: ['the gateway stops', 'Subscribe again with `after` the last cursor; nothing is missed.'],
    zh: ['网关正在停止', '请以最后的游标作 after 重新订阅，不会遗漏。'],
  },
  QUERY_TOO_LARGE: {
    status: 400,
    en: ['the query is deeper, longer or uses more aliases than allowed', 'Ask in parts.'],
    zh: ['查询过深、过长或别名过多', '请分多次查询。'],
  },
  QUERY_TOO_COSTLY: {
    status: 400,
    en: ['the operation costs more than allowed; its cost is in `extensions.cost`', 'Ask for less, or in parts.'],
    zh: ['该操作的代价超过上限，代价见 extensions.cost', '请减少所查内容，或分多次查询。'],
  },
  TOO_MANY: {
    status: 503,
    en: ['the hub answers as many operations as it can', 'Ask again after the seconds in Retry-After.'],
    zh: ['枢纽正在处理的操作已达上限', '请在 Retry-After 所示秒数后重试。'],
  },
  TIMED_OUT: {
    status: 503,
    en: ['the answer took longer than allowed and was cut off', 'Ask for less.'],
    zh: ['应答超时，已中断', '请减少所查内容。'],
  },
  BATCH: {
    status: 400,
    en: ['several operations came in one request', 'Send each by itself.'],
    zh: ['一个请求中含有多个操作', '请逐个发送。'],
  },
  METHOD: {
    status: 405,
    en: ['GraphQL is asked by GET or POST', 'Use one of the two.'],
    zh: ['GraphQL 只接受 GET 或 POST', '请改用其中之一。'],
  },
  CROSS_SITE: {
    status: 403,
    en: [
      'the request comes from the page of another site',
      'Ask from a page of the hub, or from a program that is no browser.',
    ],
    zh: ['请求来自其他网站的页面', '请从枢纽的页面或非浏览器程序发起请求。'],
  },
  PERSONAL_DATA_IN_URL: {
    status: 400,
    en: [
      'a personal value stands in the URL, where others read it',
      'Ask by POST: GraphQL with the value in a variable, an export with its parameters in the body.',
    ],
    zh: ['地址中含有个人信息，途中会被他人读到', '请改用 POST：GraphQL 把值放入变量，导出把参数放入请求体。'],
  },
  DOCUMENT_UNKNOWN: {
    status: 400,
    en: ['no trusted document has this id', 'Hand the operation in with the next version of the client.'],
    zh: ['没有此编号的可信查询', '请随客户端的下一版本登记该查询。'],
  },
  DOCUMENT_REQUIRED: {
    status: 400,
    en: [
      'there is no query that is answered here',
      'Send `query`, or `documentId` where only trusted documents are answered.',
    ],
    zh: ['请求中没有可在此应答的查询', '请发送 query；只接受可信查询处请发送 documentId。'],
  },
  INTROSPECTION_OFF: {
    status: 400,
    en: ['this hub does not tell its schema here', 'Read it in `gateway/graphql/schema.graphql`.'],
    zh: ['本枢纽不在此提供模式', '模式见 gateway/graphql/schema.graphql。'],
  },
  GRAPHQL_PARSE_FAILED: {
    status: 400,
    en: ['the query is not written in GraphQL', 'Look at the place that the location names.'],
    zh: ['查询不符合 GraphQL 语法', '请查看 locations 所指之处。'],
  },
  GRAPHQL_VALIDATION_FAILED: {
    status: 400,
    en: ['the query does not fit the schema', 'Correct what the message names; the schema has what there is.'],
    zh: ['查询与模式不符', '请按提示改正；可用内容见模式。'],
  },
})

const { BAD_REQUEST, NOT_FOUND, BODY_TOO_LARGE, MEDIA_TYPE, INTERNAL_SERVER_ERROR, NOT_YET } = httpRefusals
const { MOMENT_IN_FUTURE, BEFORE_FOUNDING, OTHER_STORE, NUMBERS_NOT_MATCHED } = readingRefusals
const { REPORT_WINDOW_UNKNOWN, REPORT_WINDOW_VALUE } = readingRefusals

/** Every `extensions.code` that a query can be answered with. */
export const answeredCodes = {
  ...graphqlRefusals,
  ...{ MOMENT_IN_FUTURE, BEFORE_FOUNDING, OTHER_STORE, NUMBERS_NOT_MATCHED },
  ...{ REPORT_WINDOW_UNKNOWN, REPORT_WINDOW_VALUE },
  ...{ BAD_REQUEST, NOT_FOUND, BODY_TOO_LARGE, MEDIA_TYPE, INTERNAL_SERVER_ERROR, NOT_YET },
} as const

/** A code of `answeredCodes`. */
export type ErrorCode = keyof typeof answeredCodes
