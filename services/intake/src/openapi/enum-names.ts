import type { JsonSchema } from '@hub/schemas/json-schema.ts'

/** `DISABLED_PERSONS_FEDERATION`: what a label begins with, in letters that every language has in its names. */
const constantOf = (label: string): string =>
  label
    .replaceAll(/\(.*?\)/g, ' ')
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .toUpperCase()
    .slice(0, 60)

/**
 * Names of codes that are Chinese words, for generators of code: without them Java's are called `u`, `u2`, `u3`. They come
 * from the English labels, in the order of the codes, each once.
 */
export const constantsOf = (codes: readonly string[], labels: Readonly<Record<string, string>>): string[] => {
  const taken = new Set<string>()
  return codes.map((code, index) => {
    const said = constantOf(labels[code] ?? code)
    const name = /^[A-Z]/.test(said) ? said : `CODE_${said || index + 1}`
    let unique = name
    for (let next = 2; taken.has(unique); next++) unique = `${name}_${next}`
    taken.add(unique)
    return unique
  })
}

/** A schema of codes with their names, as openapi-generator and others read them, and as NSwag does. */
export const withCodeNames = (schema: JsonSchema): JsonSchema => {
  const { enum: codes, 'x-labels-en': labels } = schema
  if (!Array.isArray(codes) || typeof labels !== 'object' || labels === null) return schema
  const names = constantsOf(codes as string[], labels as Record<string, string>)
  return { ...schema, 'x-enum-varnames': names, 'x-enumNames': names }
}
