import type { Plugin } from 'graphql-yoga'
import { type ErrorCode, refusal } from '../schema/errors.ts'

const refuse = (code: ErrorCode, status: number, message: string, headers: Record<string, string> = {}) => {
  throw refusal(code, message, { http: { status, headers } })
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Parameters of a request, and the form of each. */
const forms: Readonly<Record<string, readonly [form: string, holds: (value: unknown) => boolean]>> = {
  query: ['text', (value) => typeof value === 'string'],
  operationName: ['text', (value) => typeof value === 'string'],
  documentId: ['text', (value) => typeof value === 'string'],
  variables: ['an object', isObject],
  extensions: ['an object', isObject],
}

const checkParameters = (params: unknown) => {
  if (Array.isArray(params)) return refuse('BATCH', 400, 'a batch of operations is not taken: send each by itself')
  if (!isObject(params)) return refuse('BAD_REQUEST', 400, 'the body is not an object with `query`')
  for (const [name, value] of Object.entries(params)) {
    const [form, holds] = Object.hasOwn(forms, name) ? forms[name]! : []
    if (!form || !holds) refuse('BAD_REQUEST', 400, `there are parameters beside ${Object.keys(forms).join(', ')}`)
    else if (value !== null && value !== undefined && !holds(value))
      refuse('BAD_REQUEST', 400, `the parameter ${name} is not ${form}`)
  }
}

const isJson = (request: Request): boolean =>
  /^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '')

/** Takes GET, and POST with a JSON object; anything else is refused in words that repeat nothing of what was sent. */
export const useRequestForm = (): Plugin => ({
  onRequestParse: ({ request, url, requestParser, setRequestParser }) => {
    if (request.method !== 'GET' && request.method !== 'POST')
      refuse('METHOD', 405, 'GraphQL is asked by GET or POST', { allow: 'GET, POST' })
    if (request.method === 'POST' && !isJson(request))
      refuse('MEDIA_TYPE', 415, 'the body is sent as application/json', { accept: 'application/json' })
    setRequestParser(async (parsed) => {
      let params: unknown
      try {
        params = await requestParser!(parsed)
      } catch {
        refuse(
          'BAD_REQUEST',
          400,
          request.method === 'GET' ? 'a parameter of the URL is not JSON' : 'the body is not JSON',
        )
      }
      if (request.method === 'GET')
        params = { ...(params as object), documentId: url.searchParams.get('documentId') ?? undefined }
      checkParameters(params)
      return params as never
    })
  },
  onParams: ({ params }) => {
    if (params.query == null) refuse('BAD_REQUEST', 400, 'there is no query')
  },
})
