import { defaultFieldResolver, type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql'

/**
 * Takes the resolver off every field that only reads the member of its name: executors do that themselves, and the
 * compiled ones without a call.
 */
export const withPlainFields = (schema: GraphQLSchema): GraphQLSchema => {
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type) || isInterfaceType(type))
      for (const field of Object.values(type.getFields()))
        if (field.resolve === defaultFieldResolver) delete (field as { resolve?: unknown }).resolve
  return schema
}
