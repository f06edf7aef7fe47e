import { type GraphQLField, type GraphQLOutputType, getNamedType, isLeafType, isListType, isNonNullType } from 'graphql'
import type { GatewayContext } from '../schema/context.ts'
import { refusal } from '../schema/errors.ts'
import { defaultLimits } from './limits.ts'

/** How many objects a list is taken to hold that has no argument for its length. */
const listLength = 3
const defaultPage = 20

const isList = (type: GraphQLOutputType): boolean =>
  isListType(type) || (isNonNullType(type) && isListType(type.ofType))

/** The context that costs are counted in: `useCostLimit` gives the largest page, and nothing else. */
type CostContext = Partial<GatewayContext> & { pageSize?: number }

/**
 * The cost of a field that declares none of its own (`complexity` beside its type). A scalar or a claim costs nothing,
 * an object one. What is selected below an object is multiplied by how many there may be: `first` or `last` for a
 * connection, the number of `ids`, else `listLength`. Expensive fields declare a number.
 * @throws a refusal `BAD_USER_INPUT` for a page that is too large
 */
export const fieldCost = (
  args: Record<string, unknown>,
  context: CostContext,
  field: GraphQLField<unknown, GatewayContext, Record<string, unknown>>,
): { field: number; multiplier: number } => {
  const { pageSize = defaultLimits.pageSize } = context
  const type = getNamedType(field.type)
  // A claim costs nothing: its value and its source are read with the file.
  if (isLeafType(type) || type.name.endsWith('Claim')) return { field: 0, multiplier: 1 }
  if (type.name.endsWith('Connection')) {
    const [name, size] = typeof args.last === 'number' ? ['last', args.last] : ['first', args.first ?? defaultPage]
    if (typeof size === 'number' && (size < 1 || size > pageSize))
      throw refusal('BAD_USER_INPUT', {
        en: `not a page size: ${name} of ${field.name} is 1 to ${pageSize}`,
        zh: `每页条数有误：${field.name} 的 ${name} 应为 1 至 ${pageSize}`,
      })
    return { field: 1, multiplier: Number(size) }
  }
  if (Array.isArray(args.ids)) {
    if (args.ids.length > pageSize)
      throw refusal('BAD_USER_INPUT', {
        en: `not a list of ids: ${field.name} takes up to ${pageSize}`,
        zh: `编号过多：${field.name} 最多 ${pageSize} 个`,
      })
    return { field: args.ids.length, multiplier: args.ids.length }
  }
  // `edges` and `nodes` have no length of their own: the connection's `first` or `last` has counted them already.
  const ofPage = field.args.length === 0 && (field.name === 'edges' || field.name === 'nodes')
  return { field: 1, multiplier: isList(field.type) && !ofPage ? listLength : 1 }
}
