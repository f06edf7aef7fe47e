import { fileURLToPath } from 'node:url'
import { mayBeMissing } from '@hub/local/real-engine.fixture.ts'
import { changedExamplesOf, publishedVersions } from '@hub/schemas/changed-examples.fixture.ts'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { pythonPackages } from './python-packages.fixture.ts'
import { lastWords, runProgram } from './run-program.fixture.ts'
import { startSampleHub } from './sample-hub.fixture.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const { folder, missing } = await pythonPackages('validators', here('../tools/validators.txt'))
mayBeMissing(missing)

const inPython = async (told: object): Promise<unknown> => {
  const env = { PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1', PYTHONUTF8: '1' }
  const ran = await runProgram('python3', [here('../tools/validate.py')], { env, input: JSON.stringify(told) })
  if (ran.code !== 0) throw new Error(lastWords(ran))
  return JSON.parse(ran.output)
}

describe.skipIf(missing !== undefined)('a validator in Python', () => {
  it('takes every published schema for one, and answers as the one in JavaScript does', async () => {
    const ajv = new Ajv2020({ strict: false })
    addFormats.default(ajv)
    const schemas = publishedVersions().map(({ type, schema, declared: { example } }) => {
      const validate = ajv.compile(schema)
      const instances = [example, ...changedExamplesOf(example)]
      return { type, schema, instances, answers: instances.map((instance) => validate(instance)) }
    })
    const answers = (await inPython({ schemas })) as unknown[]
    for (const [index, { type, answers: ofJavaScript }] of schemas.entries())
      expect([type, answers[index]]).toEqual([type, ofJavaScript])
  })

  it('finds nothing wrong with the OpenAPI document', async () => {
    const hub = await startSampleHub()
    const openapi = await (await fetch(`${hub.url}/openapi.json`)).json()
    await hub.stop()
    expect(await inPython({ openapi })).toEqual([])
  })
})
