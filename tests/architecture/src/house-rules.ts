import { importsOf, isFixture, isGenerated, isTestSupport, type SourceFile } from './source-file.ts'

/** Words that say nothing about what a file holds. */
const emptyWords = new Set(['util', 'utils', 'helper', 'helpers', 'common', 'manager', 'base'])

/** Officials' words that only look like them: a training base (实训基地) is a place. */
const officialWords = /\btraining-base\b/g

/** Files and folders whose name says nothing. */
export const emptyNames = (files: readonly SourceFile[]): string[] =>
  files
    .map(({ path }) => path)
    .filter((path) =>
      path
        .replaceAll(officialWords, '')
        .split(/[/.-]/)
        .some((word) => emptyWords.has(word)),
    )

/** The most lines that a file has. */
export const mostLines = 300

/** Files that hold more than one idea. */
export const longFiles = (files: readonly SourceFile[]): string[] =>
  files
    .filter((file) => !isGenerated(file))
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > mostLines)
    .map(({ path, lines }) => `${path}: ${lines} lines`)

const setAside = /\b(?:it|test|describe)\.(?:skip|todo|only)\b/

/** Tests that are there but do not run, or keep others from running. Conditional ones (`skipIf`) say why themselves. */
export const testsSetAside = (files: readonly SourceFile[]): string[] =>
  files.filter(({ text }) => setAside.test(text)).map(({ path }) => path)

/** Barrels: an import must name the file that defines. */
export const barrels = (files: readonly SourceFile[]): string[] =>
  files.filter(({ path, text }) => /(^|\/)index\.tsx?$/.test(path) || /^export \*/m.test(text)).map(({ path }) => path)

const castThroughAnything = /\bas (?:never|any|unknown as)\b/

/** Product code of the GraphQL layer that casts a type away; Pothos's and Yoga's types can follow all that it does. */
export const castsInGraphql = (files: readonly SourceFile[]): string[] =>
  files
    .filter((file) => file.path.startsWith('gateway/graphql/src/') && !isTestSupport(file))
    .filter(({ text }) => castThroughAnything.test(text))
    .map(({ path }) => path)

/** Names of files that stand in two layers of the gateway: each would have to be told apart by its folder. */
export const namesTwice = (files: readonly SourceFile[]): string[] => {
  const layersOf = new Map<string, Set<string>>()
  for (const { path } of files) {
    const [, layer, name] = /^gateway\/([^/]+)\/.*?([^/]+)$/.exec(path) ?? []
    if (layer !== undefined && name !== undefined) layersOf.set(name, (layersOf.get(name) ?? new Set()).add(layer))
  }
  return [...layersOf]
    .filter(([, layers]) => layers.size > 1)
    .map(([name, layers]) => `${name}: ${[...layers].join(', ')}`)
}

/** Test support that looks like product code, and product code that stands on it. */
export const disguisedFixtures = (files: readonly SourceFile[]): string[] =>
  files
    .filter((file) => !isTestSupport(file))
    .flatMap((file) => [
      ...(/(^|\/)sample-[^/]*$/.test(file.path)
        ? [`${file.path} is a sample by its name: *.fixture.ts, or tests/`]
        : []),
      ...importsOf(file)
        .filter(({ specifier }) => isFixture(specifier))
        .map(({ specifier }) => `${file.path} needs '${specifier}', which only tests have`),
    ])
