import { catalogue } from '@hub/schemas/catalogue.ts'
import { beginningFields, endingFields } from '@hub/schemas/own-time.ts'
import { schemasIn } from '@hub/schemas/schemas-in.ts'
import { declaredThings, partOf } from '@hub/schemas/thing.ts'
import { kindOf } from '@hub/schemas/values/value-kinds.ts'
import { isGenerated, isTestSupport, type SourceFile } from './source-file.ts'

const ofOwnTime = catalogue.flatMap((definition) => {
  const { until, paidFrom } = definition.time ?? {}
  const own = typeof until === 'object' ? Object.values(until) : []
  return [...beginningFields(definition), ...endingFields(definition), ...own, ...(paidFrom ? [paidFrom] : [])]
})

const ofKeys = catalogue
  .flatMap((definition) => declaredThings(definition).flatMap(({ key }) => (typeof key === 'string' ? [] : key.flat())))
  .map((part) => partOf(part).field)

const ofPersons = catalogue.flatMap(({ personPaths }) => personPaths)
const ofEvents = catalogue.flatMap(({ eventPaths }) => eventPaths)

/** The fields of a path: `members` and `person` of `members[].person`. */
const fieldsOf = (paths: readonly string[]) => paths.flatMap((path) => path.replaceAll('[]', '').split('.'))

/** Fields by which types say their own time, what tells things apart, whom and which events they name. */
export const declaredFields: ReadonlySet<string> = new Set([
  ...ofOwnTime,
  ...ofKeys,
  ...fieldsOf([...ofPersons, ...ofEvents]),
])

/** Words of one part, such as `from` or `name`, stand for other things too: only those of several are looked for by themselves. */
const isTelling = (field: string) => /[A-Z]/.test(field)

/** Where the gateway says what it calls its own: the fields of a file, and of a moment. */
const ownWordsIn = ['gateway/file/src/file.ts', 'gateway/reading/src/moment.ts']

/** What kinds of values are called. */
const kinds = catalogue.flatMap(({ data }) => schemasIn(data.shape).map(({ schema }) => kindOf(schema)?.kind ?? ''))

const ownWords = (files: readonly SourceFile[]): ReadonlySet<string> => {
  const texts = files.filter(({ path }) => ownWordsIn.includes(path)).map(({ text }) => text)
  const members = texts.flatMap((text) => [...text.matchAll(/^ {2}(\w+)\??:/gm)].map(([, word]) => word!))
  return new Set([...members, ...kinds])
}

const quoted = /['"`](\$\.)?(\w+)['"`]/g
const readOfData = /\bdata(?:\?\.|\.|\[['"])(\w+)/g
const insteadOfAnother = /\bdata\??\.\w+ \?\? (?:\w+\.)*data\??\.\w+/
const keyByHand = /\bkeys?(?:Of)?(?::| =) \(\s*(?:\{ data\b|data\b|fact\b|event\b)/

/** Layers that take from the vocabulary what a field is for. What a figure measures is told in its row. */
const isLooked = ({ path }: SourceFile) =>
  /^gateway\/(?:file|views|reading|graphql)\/src\//.test(path) && !path.startsWith('gateway/reading/src/report/rows/')

const faultOf = (line: string, isDeclared: (field: string) => boolean): string | undefined => {
  if (keyByHand.test(line)) return 'works out a key by hand'
  if (insteadOfAnother.test(line)) return 'takes one field in the place of another'
  const named = [
    ...[...line.matchAll(quoted)].map(([, , field]) => field!).filter((field) => isTelling(field) && isDeclared(field)),
    ...[...line.matchAll(readOfData)]
      .map(([, field]) => field!)
      .filter((field) => (isTelling(field) && isDeclared(field)) || fieldsOf(ofPersons).includes(field)),
  ]
  return named.length > 0 ? `names ${[...new Set(named)].join(', ')}` : undefined
}

/**
 * Lines of the fold, the views, the report and GraphQL that say themselves by which field of an event something begins
 * or ends, is told apart, or names a person or an event: the type declares it, and everybody reads it there.
 */
export const fieldsSaidByHand = (files: readonly SourceFile[]): string[] => {
  const ours = ownWords(files)
  const isDeclared = (field: string) => declaredFields.has(field) && !ours.has(field)
  return files
    .filter((file) => isLooked(file) && !isTestSupport(file) && !isGenerated(file))
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index) => {
        const fault = /^\s*(?:\*|\/\*|\/\/)/.test(line) ? undefined : faultOf(line, isDeclared)
        return fault === undefined ? [] : [`${path}:${index + 1} ${fault}: ${line.trim()}`]
      }),
    )
}
