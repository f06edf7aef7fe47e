import { createHash } from 'node:crypto'
import { chmodSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { arch, platform } from 'node:process'
import { type Fetched, fetchedFolder } from '@hub/local/fetched-folder.ts'
import { runVariables } from '@hub/local/real-engine.fixture.ts'
import { lastWords, runProgram } from './run-program.fixture.ts'

/** The Go that programs are compiled with where the machine's own is older than 1.21, which fetches newer ones by itself. */
const toolchain = 'v0.0.1-go1.23.12'

const goNames: Readonly<Record<string, string>> = { x64: 'amd64', win32: 'windows' }
const goName = (name: string) => goNames[name] ?? name

/** The `go` to compile with: the machine's own, or one that it fetches as the module that the Go proxy has it as. */
const findGo = async (env: NodeJS.ProcessEnv): Promise<{ go: string } | { missing: string }> => {
  const { output, code } = await runProgram('go', ['version'])
  if (code !== 0) return { missing: 'there is no go; install Go' }
  const [, minor] = /go1\.(\d+)/.exec(output) ?? []
  if (minor === undefined || Number(minor) >= 21) return { go: 'go' }
  const module = `golang.org/toolchain@${toolchain}.${goName(platform)}-${goName(arch)}`
  const ran = await runProgram('go', ['mod', 'download', '-json', module], { env })
  if (ran.code !== 0) return { missing: `go can't fetch a newer one (${lastWords(ran)})` }
  const { Dir: root } = JSON.parse(ran.output) as { Dir: string }
  // A module's files have no mode of their own.
  const tools = join(root, 'pkg/tool', `${goName(platform)}_${goName(arch)}`)
  for (const folder of [join(root, 'bin'), tools])
    for (const file of readdirSync(folder)) chmodSync(join(folder, file), 0o755)
  return { go: join(root, 'bin/go') }
}

/**
 * A program of Go, compiled once with modules at exact versions from the Go proxy, or in one line why it is not there.
 * `source` is the folder of its module.
 */
export const goProgram = async (name: string, source: string): Promise<Fetched & { program?: string }> => {
  const hash = createHash('sha256')
  for (const file of readdirSync(source).toSorted()) hash.update(file).update(readFileSync(join(source, file)))
  const fetched = await fetchedFolder({
    name: `go-${name}-${hash.digest('hex').slice(0, 12)}`,
    told: `the Go modules of ${name} from the Go proxy, and compiling them`,
    run: process.env[runVariables.folder],
    fetch: async (folder) => {
      const work = join(folder, 'work')
      const env = {
        GOPATH: join(work, 'path'),
        GOCACHE: join(work, 'built'),
        GOFLAGS: '-modcacherw',
        GOTOOLCHAIN: 'auto',
        CGO_ENABLED: '0',
      }
      const found = await findGo(env)
      if ('missing' in found) return found.missing
      const args = ['build', '-trimpath', '-buildvcs=false', '-o', join(folder, name), '.']
      // Its own root is the one of the `go` that runs, whatever the machine says.
      const ran = await runProgram(found.go, args, { cwd: source, env: { ...env, GOROOT: '' } })
      if (ran.code !== 0) return `go can't build it; let it reach the Go proxy (${lastWords(ran)})`
      rmSync(work, { recursive: true, force: true })
      return undefined
    },
  })
  return fetched.folder === undefined
    ? { missing: `${name}: ${fetched.missing}` }
    : { folder: fetched.folder, program: join(fetched.folder, name) }
}
