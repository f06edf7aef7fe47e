import { readFileSync } from 'node:fs'
import { buildSchema, type GraphQLObjectType, getNamedType, isLeafType } from 'graphql'

/** The hub's schema, as it is printed. */
export const printedSchema = readFileSync(new URL('../../../gateway/graphql/schema.graphql', import.meta.url), 'utf8')
const types = buildSchema(printedSchema).getTypeMap()
const fieldsOf = (name: string) =>
  Object.entries((types[name] as GraphQLObjectType).getFields()).map(([field, { type }]) => ({
    field,
    type: getNamedType(type).name,
  }))
const isClaim = (name: string) => name.endsWith('Claim')

const source = 'source { department { titleZh } type occurredAt recordedAt }'
const leaves = (name: string): string => {
  if (isLeafType(types[name]!)) return ''
  const own = fieldsOf(name).filter(({ type }) => isLeafType(types[type]!))
  return `{ ${own.map(({ field }) => field).join(' ')} }`
}
/** Of an entry what lasts since when, and four of its values: all of them would be over the limit of tokens. */
const entry = (name: string) => {
  const claims = fieldsOf(name).filter(({ type }) => isClaim(type))
  const values = claims.slice(0, 4).map(({ field, type }) => `${field} { value ${leaves(valueTypeOf(type))} }`)
  return `{ name status from until ${source} ${values.join(' ')} }`
}
const valueTypeOf = (claim: string) => fieldsOf(claim).find(({ field }) => field === 'value')!.type
const isEntry = (name: string) => fieldsOf(name).some(({ field }) => field === 'history')
const selectionOf = (type: string): string => {
  if (isLeafType(types[type]!)) return ''
  if (!isClaim(type)) return entry(type)
  const value = valueTypeOf(type)
  const selected = isLeafType(types[value]!) ? '' : isEntry(value) ? entry(value) : leaves(value)
  return `{ value ${selected} visibility disputed ${source} }`
}
const sections = fieldsOf('Veteran').flatMap(({ field: section, type: name }) =>
  name.startsWith('File')
    ? [
        `${section} { ${fieldsOf(name)
          .map(({ field, type }) => `${field} ${selectionOf(type)}`)
          .join(' ')} }`,
      ]
    : [],
)
const selection = `personId persons moment { asKnownAt position } ${sections.join('\n')}
  timeline(first: 20) { totalCount nodes { __typename titleZh occurredAt } }`

/** A whole file: every section, of each entry some values, and the first page of the timeline. */
export const veteranQuery = `query File($person: ID!) { veteran(by: { personId: $person }) { ${selection} } }`

/** The same with the person in the text. */
export const veteranQueryOf = (person: string): string =>
  `query File { veteran(by: { personId: ${JSON.stringify(person)} }) { ${selection} } }`
