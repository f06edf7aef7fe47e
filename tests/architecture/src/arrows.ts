import { posix } from 'node:path'
import { type Import, importsOf, isTest, type SourceFile } from './source-file.ts'

const infra = ['sqlite', 'broker', 'event-store', 'keys', 'sealing', 'evidence', 'runtime', 'local']
const gateway = ['file', 'views', 'reading', 'graphql', 'console']
const services = [
  'intake',
  'recorder',
  'decisions',
  'coordinator',
  'notary',
  'hub',
  'kit',
  'civil-affairs',
  'finance',
  'hr',
  'veteran-affairs',
]

/** `schemas`, `infra/<port>`, `gateway/<layer>`, `services/<service>`, `tests/<suite>`; undefined for files of the root. */
export const workspaceOf = (path: string): string | undefined =>
  /^(?:(?:infra|gateway|services|tests)\/[^/]+|schemas)(?=\/)/.exec(path)?.[0]

/** The path of a file that a specifier names inside the repository; undefined for packages and `node:`. */
export const targetOf = (from: string, specifier: string): string | undefined => {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier)
  const [, name, rest] = /^@hub\/([^/]+)\/(.+)$/.exec(specifier) ?? []
  if (name === undefined) return undefined
  if (name === 'schemas') return `schemas/src/${rest}`
  if (infra.includes(name)) return `infra/${name}/src/${rest}`
  if (gateway.includes(name)) return `gateway/${name}/src/${rest}`
  return services.includes(name) ? `services/${name}/src/${rest}` : `tests/${name}/src/${rest}`
}

const departmentServices = ['services/civil-affairs', 'services/finance', 'services/hr', 'services/veteran-affairs']
/** What each layer of the gateway stands on, beside schemas and infra. */
const layers: Record<string, readonly string[]> = {
  'gateway/file': [],
  'gateway/views': ['gateway/file'],
  'gateway/reading': ['gateway/file', 'gateway/views'],
  'gateway/graphql': ['gateway/file', 'gateway/reading'],
  'gateway/console': [],
  'services/coordinator': ['gateway/file', 'gateway/reading', 'services/decisions'],
  'services/notary': [],
}
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
  // Whoever decides holds no person's key and no view: it asks for what it needs of them.
  if (from === 'services/decisions') return belowServices && to !== 'infra/keys' && to !== 'infra/sealing'
  // Whoever connects a department's system takes the kit alone: no engine, no key, no service comes with it.
  if (from === 'services/kit') return to === 'schemas' || to === 'infra/runtime'
  if (isOf('infra')(from) || from === 'services/intake') return belowServices
  const layer = layers[from]
  if (layer) return belowServices || layer.includes(to)
  if (departmentServices.includes(from)) return belowServices || to === 'services/intake'
  // Views are opened behind the one door: whoever composes a hub is handed what it reads.
  if (from === 'services/hub') return !isOf('tests')(to) && to !== 'gateway/views'
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
  if (path.startsWith(fold) && !isPure(fold, to, specifier, typeOnly)) return 'makes the file impure'
  const aggregate = folderOfAggregate(path)
  if (aggregate !== undefined && !isPure(aggregate, to, specifier, typeOnly)) return 'makes an aggregate impure'
  if (isReadSide(path) && transport.test(specifier)) return 'brings transport into the read side'
  return undefined
}

/** A pure function takes types from anywhere but node, and values from the schemas and its siblings. */
const isPure = (siblings: string, to: string | undefined, specifier: string, typeOnly: boolean): boolean =>
  !specifier.startsWith('node:') &&
  (typeOnly || to?.startsWith('schemas/src/') === true || to?.startsWith(siblings) === true)

const fold = 'gateway/file/src/'
/** The folder of an aggregate, which is the file that has its folder's name; undefined for other files. */
const folderOfAggregate = (path: string): string | undefined =>
  /^(services\/decisions\/src\/([^/]+)\/)\2\.ts$/.exec(path)?.[1]

/** The read side is apart from how it is asked: it is built and tested without any of these. */
const isReadSide = (path: string) => /^gateway\/(?:file|views|reading)\//.test(path)
const transport = /^(?:graphql|@pothos\/|@graphql-yoga\/|fastify|@fastify\/|dataloader|prom-client)/

/** Tests may look at everything; only the read side's have to do without its transport, as it has. */
const wrongInTest = (path: string, { specifier }: Import): string | undefined =>
  isReadSide(path) && (transport.test(specifier) || targetOf(path, specifier)?.startsWith('gateway/graphql/'))
    ? 'brings transport into the read side'
    : undefined

/** Every import that goes where it must not, a line each. */
export const wrongImports = (files: readonly SourceFile[]): string[] =>
  files.flatMap((file) =>
    importsOf(file).flatMap((found) => {
      const wrong = isTest(file) ? wrongInTest(file.path, found) : wrongImport(file.path, found)
      return wrong === undefined ? [] : [`${file.path}: '${found.specifier}' ${wrong}`]
    }),
  )
