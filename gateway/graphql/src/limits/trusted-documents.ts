import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { usePersistedOperations } from '@graphql-yoga/plugin-persisted-operations'
import type { ExactWords } from '@hub/schemas/refusal.ts'
import { type DocumentNode, type GraphQLSchema, parse, validate } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { refusal } from '../schema/errors.ts'

/** Operations that clients may ask by id, each parsed and valid. */
export type TrustedDocuments = ReadonlyMap<string, DocumentNode>

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** Id and text of each: a folder of `.graphql` files (id: SHA-256 of the file), or a JSON manifest `{ id: text }`. */
const textsIn = (path: string): [id: string, text: string][] => {
  if (!statSync(path).isDirectory())
    return Object.entries(JSON.parse(readFileSync(path, 'utf8')) as Record<string, string>)
  const files = readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.graphql'))
  return files.map((name) => readFileSync(join(path, name), 'utf8')).map((text) => [sha256(text), text])
}

/** Reads trusted documents. @throws `Error` for one that does not fit the schema */
export const readTrustedDocuments = (path: string, schema: GraphQLSchema): TrustedDocuments =>
  new Map(
    textsIn(path).map(([id, text]) => {
      const document = parse(text)
      const [fault] = validate(schema, document)
      if (fault) throw new Error(`the trusted document ${id} does not fit the schema: ${fault.message}`)
      return [id, document]
    }),
  )

const idOf = (params: { documentId?: unknown; extensions?: Record<string, unknown> | undefined }): string | null => {
  if (typeof params.documentId === 'string') return params.documentId.replace(/^sha256:/, '')
  const persisted = params.extensions?.persistedQuery as { sha256Hash?: unknown } | undefined
  return typeof persisted?.sha256Hash === 'string' ? persisted.sha256Hash : null
}

/**
 * Answers trusted documents by id: `documentId`, or `extensions.persistedQuery.sha256Hash`. With `only`, nothing else
 * is answered.
 */
export const useTrustedDocuments = (documents: TrustedDocuments, only: boolean): Plugin => {
  const refused = (code: 'DOCUMENT_UNKNOWN' | 'DOCUMENT_REQUIRED', exact?: ExactWords) => () =>
    refusal(code, exact, { http: { status: 400 } })
  const required = refused('DOCUMENT_REQUIRED', { en: 'there is no query', zh: '请求中没有查询' })
  return usePersistedOperations({
    allowArbitraryOperations: !only,
    extractPersistedOperationId: (params) => idOf(params),
    getPersistedOperation: (id) => documents.get(id) ?? null,
    customErrors: {
      notFound: refused('DOCUMENT_UNKNOWN'),
      keyNotFound: required,
      persistedQueryOnly: refused('DOCUMENT_REQUIRED', {
        en: 'only trusted documents are answered here',
        zh: '此处只应答可信查询',
      }),
    },
  }) as Plugin
}
