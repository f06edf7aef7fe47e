import type { DocumentNode, GraphQLError, GraphQLSchema } from 'graphql'
import type { Plugin } from 'graphql-yoga'

/** Most documents that are kept, by their text; the one asked for longest ago is dropped first. */
const most = 1_000

/**
 * Parses a text once, and validates its document once: both depend on nothing but the text and the schema. Must come
 * after the plugins that add validation rules, as all documents of a gateway are kept under the same rules.
 */
export const useKnownDocuments = (): Plugin => {
  const documents = new Map<string, DocumentNode>()
  const faults = new WeakMap<DocumentNode, { schema: GraphQLSchema; errors: readonly GraphQLError[] }>()
  const keep = (text: string, document: DocumentNode) => {
    documents.delete(text)
    documents.set(text, document)
    if (documents.size > most) documents.delete(documents.keys().next().value!)
  }
  return {
    onParse: ({ params, setParsedDocument }) => {
      const text = String(params.source)
      const document = documents.get(text)
      if (document) {
        keep(text, document)
        return setParsedDocument(document)
      }
      return ({ result }) => {
        if (result && 'kind' in result) keep(text, result)
      }
    },
    onValidate: ({ params: { schema, documentAST }, setResult }) => {
      const validated = faults.get(documentAST)
      if (validated && validated.schema === schema) return setResult(validated.errors as GraphQLError[])
      return ({ result }) => void faults.set(documentAST, { schema, errors: result as readonly GraphQLError[] })
    },
  }
}
