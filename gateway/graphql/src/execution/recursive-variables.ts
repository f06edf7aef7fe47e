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
 * Whether a variable of an operation is of an input type that holds itself, like a filter with `any`. `graphql-jit`
 * writes the reading of variables out without an end for these: seconds until the stack is full, then nothing.
 */
export const hasRecursiveVariables = (schema: GraphQLSchema, { variableDefinitions }: OperationDefinitionNode) =>
  (variableDefinitions ?? []).some(({ type }) => {
    const variableType = typeFromAST(schema, type)
    return isInputType(variableType) && reaches(variableType, [])
  })
