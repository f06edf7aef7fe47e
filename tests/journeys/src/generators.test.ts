import { execFile } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Hub } from '@hub/hub/hub.ts'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hubFolder, startOn } from './running-hub.ts'

const run = promisify(execFile)
const { folder, remove } = hubFolder()
const place = join(folder, 'generated')
let hub: Hub
let text: string
type Operation = { operationId: string; responses: Record<string, { content?: Record<string, { schema: object }> }> }
let document: { paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, object> } }
beforeAll(async () => {
  hub = await startOn(folder, { simulatedFrom: Date.parse('2025-06-01T00:00:00Z') })
  text = await (await fetch(`${hub.url}/openapi.json`)).text()
  document = JSON.parse(text)
  mkdirSync(place)
})
afterAll(async () => {
  await hub.stop()
  remove()
})

const operations = () => Object.values(document.paths).flatMap((path) => Object.values(path))

describe('the OpenAPI document of the hub', () => {
  it('has nothing that Redocly’s recommended rules find', async () => {
    const config = await createConfig({ extends: ['recommended'] })
    const problems = await lintFromString({ source: text, config })
    expect(problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer])).toEqual([])
  })

  it('gives names that read as such, each once', () => {
    const ids = operations().map(({ operationId }) => operationId)
    expect(ids).toEqual(expect.arrayContaining(['submitFinanceEvents', 'submitVeteranAffairsEvents', 'getReceipt']))
    for (const id of ids) expect(id).toMatch(/^[a-z]+[A-Z][A-Za-z]+$/)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('types every answer to a submission, and names the schema of every type and version', () => {
    for (const { operationId, responses } of operations())
      if (operationId.startsWith('submit'))
        for (const { content = {} } of Object.values(responses))
          for (const { schema } of Object.values(content)) expect(JSON.stringify(schema)).toMatch(/\$ref|"string"/)
    expect(document.components.schemas).toHaveProperty('FinancePaymentDisbursedV1')
    expect(document.components.schemas).toHaveProperty('FinancePaymentDisbursedV2Event')
  })

  it('becomes types that compile, by openapi-typescript', async () => {
    const source = join(place, 'openapi.json')
    const types = join(place, 'types.ts')
    writeFileSync(source, text)
    const cli = fileURLToPath(new URL('../bin/cli.js', import.meta.resolve('openapi-typescript')))
    await run(process.execPath, [cli, source, '-o', types])
    const use = join(place, 'use.ts')
    writeFileSync(
      use,
      `import type { components, operations } from './types.ts'
type Event = components['schemas']['FinancePaymentDisbursedV2Event']
export const data: Event['data']['amount'] = 5
// @ts-expect-error an amount is a number
export const wrong: Event['data']['amount'] = '5'
type Answer = operations['submitFinanceEvents']['responses'][202]['content']['application/json']
export const receiptOf = (answer: Answer): string => ('receipt' in answer ? answer.receipt : String(answer.accepted))
`,
    )
    const tsc = fileURLToPath(new URL('../bin/tsc', import.meta.resolve('typescript')))
    const options = ['--noEmit', '--strict', '--skipLibCheck', '--allowImportingTsExtensions', '--module', 'nodenext']
    await expect(run(process.execPath, [tsc, ...options, '--target', 'es2022', use])).resolves.toBeDefined()
  })
})
