import { buildSchema, type ExecutionArgs, GraphQLError, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { isRefusal } from '../schema/errors.ts'
import { answerable } from '../schema/use-answerable-errors.ts'
import { operationFaults } from './use-checked-operation.ts'

const schema = buildSchema(`
  input Filter { year: Int!, any: [Filter!], by: By }
  input By @oneOf { number: String, id: ID }
  type Query { list(first: Int! = 20, filter: Filter): Int, other(on: Boolean): Int }
`)

const secret = '430302196803142018'
const faultsOf = (text: string, variableValues: Record<string, unknown> = {}, operationName?: string) => {
  const args = { schema, document: parse(text), variableValues, operationName } as ExecutionArgs
  const errors = operationFaults(args)
  expect(JSON.stringify(errors.map(({ message, extensions }) => [message, extensions]))).not.toContain(secret)
  for (const error of errors) expect(isRefusal(error)).toBe(true)
  return errors.map(({ extensions }) => `${extensions.code} ${extensions.pointer}`)
}

const filtered = 'query($filter: Filter) { list(filter: $filter) }'

describe('an operation that can’t be executed as asked', () => {
  it.each([
    ['a field that is missing', {}, ['/variables/filter']],
    ['a value of another type', { year: secret }, ['/variables/filter/year']],
    ['a field that is not known', { year: 1, [`n${secret}`]: 1 }, ['/variables/filter']],
    ['a fault deep inside', { year: 1, any: [{ year: 1 }, { year: 'x' }] }, ['/variables/filter/any/1/year']],
    ['two of which one is needed', { year: 1, by: { number: secret, id: '1' } }, ['/variables/filter/by']],
    ['a text for an object', secret, ['/variables/filter']],
  ])('is refused with its place for %s', (_what, filter, places) => {
    expect(faultsOf(filtered, { filter })).toEqual(places.map((place) => `BAD_USER_INPUT ${place}`))
  })

  it('is refused for a variable that is missing, or null where what it stands for needs a value', () => {
    expect(faultsOf('query($n: Int!) { list(first: $n) }')).toEqual(['BAD_USER_INPUT /variables/n'])
    expect(faultsOf('query($n: Int) { list(first: $n) }', { n: null })).toEqual(['BAD_USER_INPUT /variables/n'])
    expect(faultsOf('query($n: Int) { list(first: $n) }')).toEqual([])
    expect(faultsOf('query($on: Boolean) { other(on: $on) }', { on: null })).toEqual([])
    expect(faultsOf('query($on: Boolean = true) { other @include(if: $on) }', { on: null })).toEqual([
      'BAD_USER_INPUT /variables/on',
    ])
  })

  it('is refused where the document has none of its name', () => {
    expect(faultsOf('query A { list } query B { list }')).toEqual(['BAD_REQUEST /operationName'])
    expect(faultsOf('query A { list }', {}, secret)).toEqual(['BAD_REQUEST /operationName'])
  })

  it('passes where nothing speaks against it', () => {
    expect(faultsOf(filtered, { filter: { year: 1, any: [], by: { number: secret } } })).toEqual([])
  })
})

it('lets no error leave in another form than the catalogue’s', () => {
  const codeOf = (extensions: Record<string, unknown>) => answerable(new GraphQLError(secret, { extensions }))
  for (const [extensions, code] of [
    [{}, 'INTERNAL_SERVER_ERROR'],
    [{ code: 'NOT_FOUND' }, 'INTERNAL_SERVER_ERROR'],
    [{ http: { status: 400 } }, 'BAD_REQUEST'],
    [{ http: { status: 405, headers: { allow: 'POST' } } }, 'METHOD'],
  ] as const) {
    const error = codeOf(extensions)
    expect([error.extensions.code, isRefusal(error)]).toEqual([code, true])
    expect(error.message).not.toContain(secret)
  }
})
