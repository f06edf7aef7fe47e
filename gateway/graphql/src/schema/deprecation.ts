import { type GraphQLSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql'

/** How a deprecation reads: what to use, and the last day on which the old one is answered. */
const form = /^Use `[^`]+`(?: .+)?; answered until (\d{4}-\d{2}-\d{2})\.$/

/** The last day of a deprecated part; undefined for a reason of another form. */
export const answeredUntil = (reason: string): string | undefined => form.exec(reason)?.[1]

/** Everything deprecated in a schema: its coordinate and the reason given. */
export const deprecations = (schema: GraphQLSchema): ReadonlyMap<string, string> => {
  const reasons = new Map<string, string>()
  const note = (coordinate: string, { deprecationReason }: { deprecationReason?: string | null | undefined }) => {
    if (deprecationReason != null) reasons.set(coordinate, deprecationReason)
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue
    if (isEnumType(type)) for (const value of type.getValues()) note(`${type.name}.${value.name}`, value)
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields())) note(`${type.name}.${field.name}`, field)
    if (isObjectType(type) || isInterfaceType(type))
      for (const field of Object.values(type.getFields())) {
        note(`${type.name}.${field.name}`, field)
        for (const argument of field.args) note(`${type.name}.${field.name}.${argument.name}`, argument)
      }
  }
  return reasons
}

/** Deprecations that do not say what to use and until when. */
export const deprecationFaults = (schema: GraphQLSchema): string[] =>
  [...deprecations(schema)]
    .filter(([, reason]) => answeredUntil(reason) === undefined)
    .map(
      ([coordinate, reason]) => `${coordinate}: "${reason}" is not of the form "Use \`x\`; answered until YYYY-MM-DD."`,
    )
