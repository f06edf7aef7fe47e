import { posix } from 'node:path'
import { z } from 'zod'
import { workspaceOf } from './arrows.ts'
import { filesOf, importsOf, type SourceFile } from './source-file.ts'

const versions = z.record(z.string(), z.string()).default({})

/** A `package.json`: what it is called, and what it says that it needs. */
const manifest = z.object({
  name: z.string(),
  scripts: z.record(z.string(), z.string()).default({}),
  dependencies: versions,
  devDependencies: versions,
  optionalDependencies: versions,
})

/** A workspace: its folder (empty for the root), and its manifest. */
export type Workspace = z.output<typeof manifest> & { folder: string }

/** A workspace as its `package.json` tells it. @throws where that is no manifest */
export const workspaceOfManifest = ({ path, text }: SourceFile): Workspace => ({
  ...manifest.parse(JSON.parse(text)),
  folder: posix.dirname(path) === '.' ? '' : posix.dirname(path),
})

/** The root and all workspaces. */
export const workspaces = (): Workspace[] => filesOf('package.json', '*/package.json').map(workspaceOfManifest)

/** Programs that make or check what is generated; no service runs them. */
const tools =
  /^(?:services\/hub\/src\/reference\/|gateway\/graphql\/src\/schema\/(?:print|check-changes|compare-schemas)\.ts$)/

/** Whether a file is there for development alone: a test, what tests share, a tool. Nothing that runs imports it. */
export const isDevelopment = ({ path }: SourceFile): boolean =>
  /\.(?:test|fixture)\.tsx?$/.test(path) || tools.test(path)

/** The package that a specifier names; undefined for files and for Node's own modules. */
const packageOf = (specifier: string): string | undefined =>
  /^(?:\.|node:)/.test(specifier) ? undefined : /^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0]

/** The tool that runs every test is the root's; a workspace need not name it again. */
const rootTool = 'vitest'

/** What a workspace's files import by name, apart for what runs and for development. */
const importedBy = ({ folder, name }: Workspace, files: readonly SourceFile[]) => {
  const own = files.filter(({ path }) => (workspaceOf(path) ?? '') === folder)
  const packagesIn = (some: readonly SourceFile[]) =>
    new Set(
      some
        .flatMap((file) => importsOf(file).map(({ specifier }) => packageOf(specifier)))
        .filter((imported) => imported !== undefined && imported !== name && imported !== rootTool),
    ) as Set<string>
  const running = packagesIn(own.filter((file) => !isDevelopment(file)))
  return { running, development: packagesIn(own.filter(isDevelopment)).difference(running) }
}

const typesOf = (name: string) => `@types/${name.replace(/^@(.+)\/(.+)$/, '$1__$2')}`

/** What a workspace declares and does not import, or imports and does not declare, a line each. */
export const undeclared = (workspace: Workspace, files: readonly SourceFile[]): string[] => {
  const { running, development } = importedBy(workspace, files)
  const said = new Set(Object.keys(workspace.dependencies))
  const saidForDevelopment = new Set(Object.keys(workspace.devDependencies))
  const types = new Set([...running, ...development].map(typesOf))
  const line = (word: string) => (name: string) => `${workspace.folder}: ${name} ${word}`
  return [
    ...[...running.difference(said)].map(line('is imported and is no dependency')),
    ...[...said.difference(running)].map(line('is a dependency and nothing that runs imports it')),
    ...[...development.difference(saidForDevelopment)].map(line('is imported by tests and is no devDependency')),
    ...[...saidForDevelopment.difference(development).difference(types)].map(
      line('is a devDependency and no test imports it'),
    ),
  ]
}

const declaredOf = ({ dependencies, devDependencies, optionalDependencies }: Workspace) =>
  Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })

/** Packages whose version is no exact one, or of which two workspaces name different ones; workspaces are named by `*`. */
export const looseVersions = (all: readonly Workspace[]): string[] => {
  const names = new Set(all.map(({ name }) => name))
  const first = new Map<string, string>()
  return all.flatMap((workspace) =>
    declaredOf(workspace).flatMap(([name, version]) => {
      const exact = names.has(name) ? version === '*' : /^\d+\.\d+\.\d+/.test(version)
      const other = first.get(name) ?? version
      first.set(name, other)
      return exact && version === other ? [] : [`${workspace.folder}: ${name} ${version}`]
    }),
  )
}

/** Workspaces that lead back to themselves, as paths; development counts too, as a task of one waits for the others. */
export const cycles = (all: readonly Workspace[]): string[] => {
  const byName = new Map(all.map((workspace) => [workspace.name, workspace]))
  const sound = new Set<string>()
  const from = (name: string, path: readonly string[]): string[] => {
    if (path.includes(name)) return [[...path.slice(path.indexOf(name)), name].join(' → ')]
    const workspace = byName.get(name)
    if (!workspace || sound.has(name)) return []
    const found = declaredOf(workspace).flatMap(([next]) => from(next, [...path, name]))
    if (found.length === 0) sound.add(name)
    return found
  }
  return [...new Set(all.flatMap(({ name }) => from(name, [])))]
}

/** Files that run and import one that is there for development alone: an image has no such file. */
export const runningOnDevelopment = (
  files: readonly SourceFile[],
  targetOf: (from: string, to: string) => string | undefined,
): string[] => {
  const development = new Set(files.filter(isDevelopment).map(({ path }) => path))
  return files
    .filter((file) => !isDevelopment(file) && !file.path.startsWith('tests/'))
    .flatMap((file) =>
      importsOf(file)
        .map(({ specifier }) => targetOf(file.path, specifier))
        .filter((target) => target !== undefined && development.has(target))
        .map((target) => `${file.path}: ${target}`),
    )
}
