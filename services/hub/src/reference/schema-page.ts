import { schema } from '@hub/graphql/schema/schema.ts'
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isUnionType,
} from 'graphql'
import { page, table } from './markdown.ts'

type Field = GraphQLField<unknown, unknown>

const describedAs = ({ description, deprecationReason }: GraphQLArgument | GraphQLInputField | Field): string =>
  `${description ?? ''}${deprecationReason ? ` **Deprecated.** ${deprecationReason}` : ''}`

const fieldRows = (fields: readonly Field[]) =>
  fields.flatMap((field) => [
    [`\`${field.name}\``, `\`${field.type}\``, describedAs(field)],
    ...field.args.map((argument) => [`&emsp;\`${argument.name}:\``, `\`${argument.type}\``, describedAs(argument)]),
  ])

const byName = (one: { name: string }, other: { name: string }) => (one.name < other.name ? -1 : 1)
const headOf = (type: GraphQLNamedType) => `### ${type.name}\n\n${type.description ?? ''}`
const fieldTable = (fields: readonly Field[]) => table(['field', 'type', 'description'], fieldRows(fields))

/** Fields that nine events in ten have: said once. */
const sharedFields = (events: readonly GraphQLObjectType[]): ReadonlySet<string> => {
  const counts = Map.groupBy(
    events.flatMap((type) => Object.keys(type.getFields())),
    (name) => name,
  )
  return new Set([...counts].filter(([, having]) => having.length > events.length * 0.9).map(([name]) => name))
}

/** Every operation and type of the schema; events in a table, by the fields that each has of its own. */
export const schemaPage = (): string => {
  const types = Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__'))
    .sort(byName)
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter((root) => !!root)
  const event = schema.getType('Event')
  const ofEvent = isInterfaceType(event) ? event.getFields() : {}
  const objects = types.filter(isObjectType).filter((type) => !roots.includes(type))
  const events = objects.filter((type) => isInterfaceType(event) && type.getInterfaces().includes(event))
  const shared = sharedFields(events)
  const others = objects.filter((type) => !events.includes(type))
  return page(
    '# The schema 接口文档',
    'The whole of it, as GraphQL prints it, is [`gateway/graphql/schema.graphql`](../../gateway/graphql/schema.graphql). Types end in `!` where null never comes.',
    ...roots.flatMap((root) => [
      `## ${root.name}`,
      root.description ?? '',
      fieldTable(Object.values(root.getFields())),
    ]),
    '## Interfaces',
    ...types
      .filter((type) => isInterfaceType(type))
      .flatMap((type) => [headOf(type), fieldTable(Object.values(type.getFields()))]),
    '## Events',
    `One type for each event of the vocabulary. Beside the fields of \`Event\` nearly all have ${[...shared]
      .filter((name) => !(name in ofEvent))
      .map((name) => `\`${name}\``)
      .join(', ')}; own fields follow.`,
    table(
      ['type', 'what it says', 'own fields'],
      events.map((type) => [
        `\`${type.name}\``,
        type.description ?? '',
        Object.values(type.getFields())
          .filter(({ name }) => !(name in ofEvent) && !shared.has(name))
          .map(({ name, type: of }) => `\`${name}: ${of}\``)
          .join(', '),
      ]),
    ),
    '## Objects',
    ...others.flatMap((type) => [headOf(type), fieldTable(Object.values(type.getFields()))]),
    '## Unions',
    ...types
      .filter((type) => isUnionType(type))
      .flatMap((type) => [
        headOf(type),
        type
          .getTypes()
          .map(({ name }) => `\`${name}\``)
          .join(' · '),
      ]),
    '## Inputs',
    ...types
      .filter((type) => isInputObjectType(type))
      .flatMap((type) => [
        headOf(type),
        table(
          ['field', 'type', 'description'],
          Object.values(type.getFields()).map((field) => [
            `\`${field.name}\``,
            `\`${field.type}\``,
            describedAs(field),
          ]),
        ),
      ]),
    '## Enums',
    ...types
      .filter((type) => isEnumType(type))
      .flatMap((type) => [
        headOf(type),
        table(
          ['value', 'description'],
          type.getValues().map((value) => [`\`${value.name}\``, value.description ?? '']),
        ),
      ]),
    '## Scalars',
    table(
      ['scalar', 'description', 'specified by'],
      types
        .filter((type) => isScalarType(type))
        .map((type) => [`\`${type.name}\``, type.description ?? '', type.specifiedByURL ?? '']),
    ),
  )
}
