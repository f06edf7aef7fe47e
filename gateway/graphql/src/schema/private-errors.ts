import type { GraphQLError } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { answeredCodes } from '../query-refusals.ts'
import { refusal } from './errors.ts'

/** Messages of graphql-js that repeat a value from the query or its variables. */
const repeatsValue = /found|invalid value|cannot represent|Value "|Expected value|must be|oneOf|OneOf|exactly one/i

const inside = String.raw`(?:\.[A-Za-z_]\w*|\[\d+\])+`

/**
 * A variable that is wrong, and where inside it: names of input fields and places in lists, which say no value. The two
 * executors word it differently; the value that one of them repeats before the place has its quotes escaped.
 */
const variableFault = new RegExp(
  String.raw`^Variable "\$(?<variable>\w+)"(?: has invalid (?:default )?value at (?<place>${inside}):|.* at "\k<variable>(?<quoted>${inside})"; )?`,
  's',
)

/** What a scalar or an argument of ours says that it needs, without the value. */
const whatIsNeeded = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined
  if (error.message.startsWith('not a ')) return error.message
  return 'originalError' in error ? whatIsNeeded(error.originalError) : undefined
}

/**
 * The error in words that never repeat what was sent: a value in a query or a variable may be a citizen number.
 * Refusals of the hub's own say nothing of the kind and pass.
 */
export const withoutValues = (error: GraphQLError): GraphQLError => {
  const { message, locations, path, extensions } = error
  const place = { ...(error.nodes ? { nodes: error.nodes } : {}), ...(path ? { path } : {}) }
  const [at] = locations ?? []
  const where = at ? ` at line ${at.line}, column ${at.column}` : ''
  const whereZh = at ? `（第 ${at.line} 行第 ${at.column} 列）` : ''
  if (message.startsWith('Syntax Error')) {
    const tooLong = message.includes('tokens')
    if (tooLong) return refusal('QUERY_TOO_LARGE', undefined, {}, place)
    return refusal(
      'GRAPHQL_PARSE_FAILED',
      { en: `the query has a syntax error${where}`, zh: `查询有语法错误${whereZh}` },
      {},
      place,
    )
  }
  const own = extensions.code
  if (typeof own === 'string' && own in answeredCodes && !message.startsWith('Variable') && own !== 'BAD_USER_INPUT')
    if (own !== 'GRAPHQL_VALIDATION_FAILED' || !repeatsValue.test(message)) return error
  const { variable: name, place: said, quoted } = variableFault.exec(message)?.groups ?? {}
  const variable = name && `$${name}${said ?? quoted ?? ''}`
  if (variable || repeatsValue.test(message) || own === 'BAD_USER_INPUT') {
    const needed = whatIsNeeded(error)
    if (own === 'BAD_USER_INPUT' && needed === message) return error
    const subject = variable ? `the variable ${variable} is missing or` : `a value of the query${where} is`
    const subjectZh = variable ? `变量 ${variable} 缺失，或` : `查询${whereZh}中有值`
    return refusal(
      'BAD_USER_INPUT',
      { en: `${subject} not of its type${needed ? `: ${needed}` : ''}`, zh: `${subjectZh}与其类型不符` },
      variable ? { at: variable } : {},
      place,
    )
  }
  return error
}

/** Brings every answer of Yoga, refused queries too, through `withoutValues`. */
export const usePrivateErrors = (): Plugin => ({
  onResultProcess: ({ result, setResult }) => {
    const results = Array.isArray(result) ? result : [result]
    for (const one of results as { errors?: readonly GraphQLError[] }[])
      if (one.errors) Object.assign(one, { errors: one.errors.map(withoutValues) })
    setResult(result)
  },
})
