import { posix } from 'node:path'
import { type Import, importsOf, isTest, type SourceFile } from './source-file.ts'

const infra = ['broker', 'event-store', 'keys', 'local', 'runtime', 'sealing']
const services = [
  'intake',
  'recorder',
  'coordinator',
  'notary',
  'hub',
  'civil-affairs',
  'finance',
  'hr',
  'veteran-affairs',
]

/** `schemas`, `infra/<port>`, `services/<service>`, `gateway`, `tests/<suite>`; undefined for files of the root. */
export const workspaceOf = (path: string): string | undefined =>
  /^(?:(?:infra|services|tests)\/[^/]+|schemas|gateway)(?=\/)/.exec(path)?.[0]

/** The path of a file that a specifier names inside the repository; undefined for packages and `node:`. */
export const targetOf = (from: string, specifier: string): string | undefined => {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier)
  const [, name, rest] = /^@hub\/([^/]+)\/(.+)$/.exec(specifier) ?? []
  if (name === undefined) return undefined
  if (name === 'schemas' || name === 'gateway') return `${name}/src/${rest}`
  if (infra.includes(name)) return `infra/${name}/src/${rest}`
  return services.includes(name) ? `services/${name}/src/${rest}` : `tests/${name}/src/${rest}`
}

const departmentServices = ['services/civil-affairs', 'services/finance', 'services/hr', 'services/veteran-affairs']
const readers = ['services/recorder', 'services/coordinator', 'services/notary', 'gateway']
const isOf = (group: string) => (workspace: string) => workspace === group || workspace.startsWith(`${group}/`)

/** Whether a workspace may import another one (`target` is the file in it). */
const mayImport = (from: string, to: string, target: string): boolean => {
  if (from === to) return true
  if (isOf('tests')(from)) return true
  const belowServices = to === 'schemas' || isOf('infra')(to)
  if (from === 'schemas') return false
  // The recorder sees only boxes: it must not be able to ask for a person's key. It makes boxes of what it rejects.
  if (from === 'services/recorder')
    return belowServices && to !== 'infra/keys' && (to !== 'infra/sealing' || target === 'infra/sealing/src/box.ts')
  if (isOf('infra')(from) || from === 'services/intake' || readers.includes(from)) return belowServices
  if (departmentServices.includes(from)) return belowServices || to === 'services/intake'
  if (from === 'services/hub') return !isOf('tests')(to)
  return false
}

const nodeModulesOfSchemas = (path: string): readonly string[] => {
  if (path.startsWith('schemas/src/format/')) return ['node:crypto']
  return path === 'schemas/src/generate.ts' ? ['node:fs', 'node:path', 'node:url'] : []
}

const wrongImport = (path: string, { specifier, typeOnly }: Import): string | undefined => {
  const to = targetOf(path, specifier)
  if (specifier.startsWith('.') || specifier.startsWith('@hub/')) {
    if (!/\.(ts|tsx|json)$/.test(specifier)) return 'names no file'
    const [source, target] = [workspaceOf(path), to === undefined ? undefined : workspaceOf(to)]
    if (source !== undefined && target !== undefined && !mayImport(source, target, to ?? ''))
      return 'goes against the arrows'
    if (specifier.startsWith('.') && source !== target) return 'leaves its workspace by a relative path'
  }
  if (path.startsWith('schemas/') && specifier.startsWith('node:') && !nodeModulesOfSchemas(path).includes(specifier))
    return 'makes the schemas impure'
  if (path.startsWith('gateway/src/file/') && !isPure(to, specifier, typeOnly)) return 'makes the file impure'
  return undefined
}

/** Folding a file is a pure function: types from anywhere but node, values from the schemas and siblings. */
const isPure = (to: string | undefined, specifier: string, typeOnly: boolean): boolean =>
  !specifier.startsWith('node:') &&
  (typeOnly || to?.startsWith('schemas/src/') === true || to?.startsWith('gateway/src/file/') === true)

/** Every import that goes where it must not, a line each. */
export const wrongImports = (files: readonly SourceFile[]): string[] =>
  files
    .filter((file) => !isTest(file))
    .flatMap((file) =>
      importsOf(file).flatMap((found) => {
        const wrong = wrongImport(file.path, found)
        return wrong === undefined ? [] : [`${file.path}: '${found.specifier}' ${wrong}`]
      }),
    )
