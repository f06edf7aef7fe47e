import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { errorCodes } from '@hub/graphql/schema/errors.ts'
import { describe, expect, it } from 'vitest'
import { errorsPage } from './errors-page.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const sources = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '--', 'gateway'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !path.endsWith('schema/errors.ts'))
  .map((path) => readFileSync(root + path, 'utf8'))
  .join('\n')

const thrown = new Set(
  [...sources.matchAll(/\b(?:refusal|refuse|refused)\(\s*(?:reply,\s*\d+,\s*)?'([A-Z][A-Z_]+)'/g)].map(
    ([, code]) => code!,
  ),
)

describe('the catalogue of errors', () => {
  it('has every code that the gateway refuses with', () => {
    expect(thrown.size).toBeGreaterThan(10)
    expect([...thrown].filter((code) => !Object.hasOwn(errorCodes, code))).toEqual([])
  })

  it('has no code that nothing answers with', () => {
    expect(Object.keys(errorCodes).filter((code) => !sources.includes(`'${code}'`))).toEqual([])
  })

  it('is on its page, code by code', () => {
    const page = errorsPage()
    expect(Object.keys(errorCodes).filter((code) => !page.includes(`| \`${code}\` |`))).toEqual([])
  })
})
