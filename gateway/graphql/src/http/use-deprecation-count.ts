import { type DocumentNode, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { Counter, type Registry } from 'prom-client'
import { clientNames } from './client-name.ts'

/** The coordinates of everything deprecated that a document uses: fields, arguments, inputs' fields, enum values. */
export const deprecatedIn = (schema: GraphQLSchema, document: DocumentNode): string[] => {
  const coordinates = new Set<string>()
  const types = new TypeInfo(schema)
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: () => {
        const [type, field] = [types.getParentType(), types.getFieldDef()]
        if (type && field?.deprecationReason) coordinates.add(`${type.name}.${field.name}`)
      },
      Argument: () => {
        const [type, field, argument] = [types.getParentType(), types.getFieldDef(), types.getArgument()]
        if (argument?.deprecationReason) coordinates.add(`${type?.name}.${field?.name}(${argument.name}:)`)
      },
      EnumValue: () => {
        const value = types.getEnumValue()
        if (value?.deprecationReason) coordinates.add(`${types.getInputType()}.${value.name}`)
      },
    }),
  )
  return [...coordinates]
}

/** Counts the use of deprecated parts of the schema by client, so that they go only when nobody asks for them. */
export const useDeprecationCount = (registry: Registry): Plugin => {
  const uses = new Counter({
    name: 'hub_graphql_deprecated_uses_total',
    help: 'Operations that use a deprecated part of the schema, by its coordinate and the name that the client gives.',
    labelNames: ['coordinate', 'client'],
    registers: [registry],
  })
  const clientName = clientNames()
  const byDocument = new WeakMap<DocumentNode, readonly string[]>()
  return {
    onExecute: ({ args }) => {
      const { schema, document, contextValue } = args
      const coordinates = byDocument.get(document) ?? deprecatedIn(schema, document)
      byDocument.set(document, coordinates)
      if (coordinates.length === 0) return
      const client = clientName((contextValue as { request: Request }).request.headers)
      for (const coordinate of coordinates) uses.inc({ coordinate, client })
    },
  }
}
