import { asyncApiDocument } from './async-api.ts'
import { catalogue } from './catalogue.ts'
import { jsonSchemaOf, typeOf, versionsOf } from './json-schema.ts'

const textOf = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

/** Text by path (below `generated/`) of every file that comes from the catalogue. */
export const generatedFiles = (): ReadonlyMap<string, string> =>
  new Map([
    ...catalogue.flatMap((definition) =>
      versionsOf(definition).map((version): [string, string] => [
        `json-schema/${typeOf(definition, version)}.json`,
        textOf(jsonSchemaOf(definition, version)),
      ]),
    ),
    ['asyncapi.json', textOf(asyncApiDocument())],
  ])

/** Paths that are missing, differ from what the catalogue says, or no longer come from it. Pure; sorted. */
export const driftOf = (
  wanted: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, string>,
): readonly { path: string; drift: 'missing' | 'differs' | 'left over' }[] =>
  [...new Set([...wanted.keys(), ...found.keys()])].sort().flatMap((path) => {
    const [want, have] = [wanted.get(path), found.get(path)]
    if (want === have) return []
    return [{ path, drift: have === undefined ? 'missing' : want === undefined ? 'left over' : 'differs' } as const]
  })
