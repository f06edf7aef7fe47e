import { ownerOf } from './catalogue.ts'
import type { EarlierVersion, EventDefinition } from './define-event.ts'
import { streamName } from './format/stream-name.ts'

/** An example's data with the hub's stream names where another department's local id would be refused. */
const sendable = ({ department }: EventDefinition, { example, references }: Example) => ({
  ...example,
  ...Object.fromEntries(
    references
      .filter(({ field, category }) => example[field] !== undefined && ownerOf(category) !== department)
      .map(({ field, category }) => [field, streamName(category, 'a'.repeat(26))]),
  ),
})

type Example = Pick<EarlierVersion, 'version' | 'example' | 'references'>

const eventOf = (definition: EventDefinition, said: Example, id: string) => ({
  specversion: '1.0',
  id,
  source: `/departments/${definition.department}/example`,
  type: `${definition.department}.${definition.name}.v${said.version}`,
  time: definition.exampleTime ?? '2025-03-04T09:30:00+08:00',
  ...(definition.name === 'FactRetracted'
    ? { replaces: `/departments/${definition.department}/example#example-0`, replacesreason: 'clerical-error' }
    : {}),
  data: sendable(definition, said),
})

/** A definition's example as an event that its department's intake takes. */
export const exampleEvent = (definition: EventDefinition) =>
  eventOf(definition, definition, `example-${definition.name}`)

/** The same in the words of an older version. */
export const earlierExampleEvent = (definition: EventDefinition, earlier: EarlierVersion) =>
  eventOf(definition, earlier, `example-${definition.name}-v${earlier.version}`)
