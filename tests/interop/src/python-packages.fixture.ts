import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Fetched, fetchedFolder } from '@hub/local/fetched-folder.ts'
import { runVariables } from '@hub/local/real-engine.fixture.ts'
import { lastWords, runProgram } from './run-program.fixture.ts'

/** The oldest Python that all the packages run on. */
const oldest = '3.11'

const missingPython = async (): Promise<string | undefined> => {
  const { output, code } = await runProgram('python3', ['-c', 'import sys; print("%d.%d" % sys.version_info[:2])'])
  if (code !== 0) return `there is no python3; install Python ${oldest} or newer`
  const [, minor = 0] = output.split('.').map(Number)
  if (minor < 11) return `it needs Python ${oldest}, and this is ${output.trim()}`
  const pip = await runProgram('python3', ['-m', 'pip', '--version'])
  return pip.code === 0 ? undefined : 'python3 has no pip; install python3-pip'
}

/**
 * The folder for `PYTHONPATH` of Python's packages at exact versions, fetched once from PyPI, or in one line why they are
 * not there. `requirements` is a file that names all of them, those that others need too.
 */
export const pythonPackages = async (name: string, requirements: string): Promise<Fetched> => {
  const missing = await missingPython()
  if (missing !== undefined) return { missing: `${name}: ${missing}` }
  const { output: version } = await runProgram('python3', ['--version'])
  const hash = createHash('sha256').update(version).update(readFileSync(requirements)).digest('hex').slice(0, 12)
  const fetched = await fetchedFolder({
    name: `python-${name}-${hash}`,
    told: `Python’s packages for ${name} from PyPI`,
    run: process.env[runVariables.folder],
    fetch: async (folder) => {
      const target = ['--target', join(folder, 'lib'), '--upgrade', '--no-deps', '--only-binary', ':all:']
      const quiet = ['--quiet', '--disable-pip-version-check', '--no-input']
      const ran = await runProgram('python3', ['-m', 'pip', 'install', ...quiet, ...target, '-r', requirements])
      return ran.code === 0 ? undefined : `pip can't fetch it; let it reach PyPI or a mirror (${lastWords(ran)})`
    },
  })
  return fetched.folder === undefined
    ? { missing: `${name}: ${fetched.missing}` }
    : { folder: join(fetched.folder, 'lib') }
}
