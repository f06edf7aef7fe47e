import {
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInputType,
  type OperationDefinitionNode,
  typeFromAST,
} from 'graphql'

const reaches = (type: GraphQLInputType, above: readonly GraphQLInputType[]): boolean => {
  const named = getNamedType(type)
  if (!isInputObjectType(named)) return false
  if (above.includes(named)) return true
  return Object.values(named.getFields()).some((field) => reaches(field.type, [...above, named]))
}

/**
 * Whether a variable of an operation is of an input type that contains itself, like a filter with `any`. For such a
 * type `graphql-jit` generates code level by level without end, until the stack is full.
 */
export const hasRecursiveVariables = (schema: GraphQLSchema, { variableDefinitions }: OperationDefinitionNode) =>
  (variableDefinitions ?? []).some(({ type }) => {
    const variableType = typeFromAST(schema, type)
    return isInputType(variableType) && reaches(variableType, [])
  })
