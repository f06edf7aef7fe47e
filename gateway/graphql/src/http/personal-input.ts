import {
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type ValueNode,
} from 'graphql'

/**
 * Coordinates of the arguments and input fields that take a personal value, besides those of the type CitizenNumber.
 */
export const personalInputs: ReadonlySet<string> = new Set([
  'VeteranFilter.name',
  'VeteranFilter.surname',
  'VeteranFilter.initials',
])

const isPersonal = (coordinate: string, type: GraphQLInputType) =>
  getNamedType(type).name === 'CitizenNumber' || personalInputs.has(coordinate)

/** Whether a variable's value holds something personal. */
export const holdsPersonal = (type: GraphQLInputType, value: unknown): boolean => {
  if (value === null || value === undefined) return false
  if (isNonNullType(type)) return holdsPersonal(type.ofType, value)
  if (isListType(type)) return [value].flat().some((item) => holdsPersonal(type.ofType, item))
  if (!isInputObjectType(type)) return type.name === 'CitizenNumber'
  return Object.entries(value).some(([name, member]) => {
    const field = type.getFields()[name]
    if (!field || member === null || member === undefined) return false
    return isPersonal(`${type.name}.${name}`, field.type) || holdsPersonal(field.type, member)
  })
}

/** Whether a literal, or the variable in its place, gives a personal value to an argument or an input's field. */
export const givesPersonal = (coordinate: string, type: GraphQLInputType, node: ValueNode): boolean =>
  node.kind !== Kind.NULL && isPersonal(coordinate, type)
