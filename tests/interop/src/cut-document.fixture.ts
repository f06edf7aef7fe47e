/** An OpenAPI document as plain data. */
export type OpenApi = {
  paths: Record<string, Record<string, { requestBody?: { content: Record<string, Record<string, unknown>> } }>>
  components: { schemas: Record<string, Record<string, unknown>> }
}

type Choice = { oneOf: { $ref: string }[]; discriminator: { propertyName: string; mapping: Record<string, string> } }

const isEvent = (schema: Record<string, unknown>): schema is Choice =>
  (schema as Partial<Choice>).discriminator?.propertyName === 'type' && Array.isArray(schema.oneOf)

/** Numbers that look drawn by lot, below 1, the same for the same seed (mulberry32). */
const randomOf = (seed: number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const refsIn = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : [
        ...('$ref' in value && typeof value.$ref === 'string' ? [value.$ref] : []),
        ...Object.values(value).flatMap(refsIn),
      ]

const nameOf = (ref: string) => ref.split('/').at(-1)!

/**
 * A document with a share of the event types, drawn by seed, at least one a department; schemas that nothing speaks of any
 * more, examples and the paths that `leave` names are gone. Whole, a fuzzer would not come to its first request: it
 * unfolds the choice of all types.
 */
export const cutDocument = (
  document: OpenApi,
  { seed, share, leave }: { seed: number; share: number; leave: RegExp },
) => {
  const cut = structuredClone(document)
  const random = randomOf(seed)
  for (const schema of Object.values(cut.components.schemas)) {
    if (!isEvent(schema)) continue
    const drawn = schema.oneOf
      .map((one) => ({ one, at: random() }))
      .toSorted((one, other) => one.at - other.at)
      .slice(0, Math.max(1, Math.round(schema.oneOf.length * share)))
      .map(({ one }) => one)
    schema.oneOf = drawn
    const { mapping } = schema.discriminator
    schema.discriminator.mapping = Object.fromEntries(
      Object.entries(mapping).filter(([, ref]) => drawn.some(({ $ref }) => $ref === ref)),
    )
  }
  cut.paths = Object.fromEntries(Object.entries(cut.paths).filter(([path]) => !leave.test(path)))
  for (const { requestBody } of Object.values(cut.paths).flatMap((path) => Object.values(path)))
    for (const content of Object.values(requestBody?.content ?? {})) {
      delete content.examples
      delete content.example
    }
  const needed = new Set<string>()
  const need = (value: unknown) => {
    for (const name of refsIn(value).map(nameOf)) {
      if (needed.has(name)) continue
      needed.add(name)
      need(cut.components.schemas[name])
    }
  }
  need(cut.paths)
  cut.components.schemas = Object.fromEntries(
    Object.entries(cut.components.schemas).filter(([name]) => needed.has(name)),
  )
  return cut
}
