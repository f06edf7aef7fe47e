import { catalogue } from './catalogue.ts'
import { jsonSchemaOf, typeOf, versionsOf } from './json-schema.ts'

/** Every version of every type with its published schema. */
export const publishedVersions = () =>
  catalogue.flatMap((definition) =>
    versionsOf(definition).map((version) => {
      const declared = [definition, ...definition.earlier].find((one) => one.version === version)!
      return { type: typeOf(definition, version), definition, declared, schema: jsonSchemaOf(definition, version) }
    }),
  )

type Path = readonly (string | number)[]
const textsIn = (value: unknown, path: Path = []): { path: Path; text: string }[] => {
  if (typeof value === 'string') return [{ path, text: value }]
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => textsIn(inner, [...path, key]))
    : []
}
const withText = (value: unknown, [step, ...rest]: Path, text: string): unknown => {
  if (step === undefined) return text
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>
  copy[step] = withText(copy[step], rest, text)
  return copy
}

/**
 * An example changed in ways that validators of different languages might see differently: a line feed behind a text,
 * digits of other scripts; and fields left out, or one too many.
 */
export const changedExamplesOf = (example: object): unknown[] =>
  [
    ...textsIn(example).flatMap(({ path, text }) =>
      [`${text}\n`, `${text}٣`, text.replaceAll(/\d/g, '３')].map((one) => withText(example, path, one)),
    ),
    ...Object.keys(example).map((field) => ({ ...example, [field]: undefined })),
    { ...example, unknown: 1 },
  ].map((one) => JSON.parse(JSON.stringify(one)))
