import type { ExactWords } from '@hub/schemas/refusal.ts'
import type { GraphQLParams, Plugin } from 'graphql-yoga'
import { answeredCodes, type ErrorCode } from '../query-refusals.ts'
import { refusal } from '../schema/errors.ts'

const refuse: (code: ErrorCode, exact?: ExactWords, headers?: Record<string, string>) => never = (
  code,
  exact,
  headers = {},
) => {
  throw refusal(code, exact, { http: { status: answeredCodes[code].status, headers } })
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Parameters of a request, and the form of each. */
const forms: Readonly<Record<string, readonly [form: string, formZh: string, holds: (value: unknown) => boolean]>> = {
  query: ['text', '文本', (value) => typeof value === 'string'],
  operationName: ['text', '文本', (value) => typeof value === 'string'],
  documentId: ['text', '文本', (value) => typeof value === 'string'],
  variables: ['an object', '对象', isObject],
  extensions: ['an object', '对象', isObject],
}

/** @throws a refusal where these are not the parameters of one GraphQL request */
const parametersOf = (params: unknown): GraphQLParams => {
  if (Array.isArray(params)) return refuse('BATCH')
  if (!isObject(params))
    return refuse('BAD_REQUEST', { en: 'the body is not an object with `query`', zh: '请求体不是含 query 的对象' })
  for (const [name, value] of Object.entries(params)) {
    const [form, formZh, holds] = Object.hasOwn(forms, name) ? forms[name]! : []
    if (!form || !holds)
      refuse('BAD_REQUEST', {
        en: `there are parameters beside ${Object.keys(forms).join(', ')}`,
        zh: `参数只能是 ${Object.keys(forms).join('、')}`,
      })
    else if (value !== null && value !== undefined && !holds(value))
      refuse('BAD_REQUEST', { en: `the parameter ${name} is not ${form}`, zh: `参数 ${name} 应为${formZh}` })
  }
  return params
}

const isJson = (request: Request): boolean =>
  /^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')

/** Takes GET, and POST with a JSON object; anything else is refused in words that repeat nothing of what was sent. */
export const useRequestForm = (): Plugin => ({
  onRequestParse: ({ request, url, requestParser, setRequestParser }) => {
    if (request.method !== 'GET' && request.method !== 'POST') refuse('METHOD', undefined, { allow: 'GET, POST' })
    if (request.method === 'POST' && !isJson(request))
      refuse(
        'MEDIA_TYPE',
        { en: 'the body is sent as application/json', zh: '请求体应为 application/json' },
        { accept: 'application/json' },
      )
    setRequestParser(async (parsed) => {
      let params: unknown
      try {
        params = await requestParser!(parsed)
      } catch {
        refuse(
          'BAD_REQUEST',
          request.method === 'GET'
            ? { en: 'a parameter of the URL is not JSON', zh: '地址中的参数不是 JSON' }
            : { en: 'the body is not JSON', zh: '请求体不是 JSON' },
        )
      }
      if (request.method === 'GET')
        params = { ...(params as object), documentId: url.searchParams.get('documentId') ?? undefined }
      return parametersOf(params)
    })
  },
  onParams: ({ params }) => {
    if (params.query == null) refuse('BAD_REQUEST', { en: 'there is no query', zh: '请求中没有查询' })
  },
})
