import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { mayBeMissing } from '@hub/local/real-engine.fixture.ts'
import { expect, it } from 'vitest'
import { cutDocument, type OpenApi } from './cut-document.fixture.ts'
import { pythonPackages } from './python-packages.fixture.ts'
import { runProgram } from './run-program.fixture.ts'
import { startSampleHub } from './sample-hub.fixture.ts'

const tools = (file: string) => fileURLToPath(new URL(`../tools/${file}`, import.meta.url))

const { folder: packages = '', missing } = await pythonPackages('schemathesis', tools('schemathesis.txt'))
mayBeMissing(missing)

const isLong = process.env.LONG === '1'
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31)
/** How much is tried: a tenth of all types with `LONG=1`, at the borders of every schema too; else one type a department. */
const amount = isLong
  ? { share: 0.1, phases: 'coverage,fuzzing', examples: 100, minutes: 60 }
  : { share: 0, phases: 'fuzzing', examples: 3, minutes: 5 }

/** Looks at what is in the store, where there is nothing; GraphQL has fuzzing of its own. */
const left = /^\/exports|^\/graphql/

it.skipIf(missing !== undefined)(
  'whatever a fuzzer makes of the OpenAPI document, it is answered as the document says, within bounds',
  { timeout: amount.minutes * 60_000 },
  async () => {
    const hub = await startSampleHub()
    const place = mkdtempSync(join(tmpdir(), 'hub-fuzzed-'))
    try {
      const document = (await (await fetch(`${hub.url}/openapi.json`)).json()) as OpenApi
      const file = join(place, 'openapi.json')
      writeFileSync(file, JSON.stringify(cutDocument(document, { seed, share: amount.share, leave: left })))
      const ran = await runProgram(
        'python3',
        [
          ...['-m', 'schemathesis.cli', '--config-file', tools('schemathesis.toml'), 'run', file, '--url', hub.url],
          ...['--phases', amount.phases, '-n', String(amount.examples), '--seed', String(seed)],
          ...['--max-response-time', '20', '--continue-on-failure', '--no-shrink', '--no-color'],
          ...['--suppress-health-check', 'all', '--warnings', 'off'],
        ],
        {
          cwd: place,
          env: {
            PYTHONPATH: [packages, tools('')].join(delimiter),
            PYTHONDONTWRITEBYTECODE: '1',
            PYTHONUTF8: '1',
            SCHEMATHESIS_HOOKS: 'answers_bounded',
          },
        },
      )
      expect(ran.code, `SEED=${seed}\n${ran.output}\n${ran.errors}`).toBe(0)
    } finally {
      await hub.stop()
      rmSync(place, { recursive: true, force: true })
    }
  },
)
