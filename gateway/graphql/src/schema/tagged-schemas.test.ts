import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { taggedSchemas, whyNoTags } from './tagged-schemas.ts'

const folder = mkdtempSync(join(tmpdir(), 'tagged-'))
afterAll(() => rmSync(folder, { recursive: true }))

const made = (name: string) => {
  const root = join(folder, name)
  mkdirSync(join(root, 'gateway/graphql'), { recursive: true })
  const as = ['-c', 'user.name=Test', '-c', 'user.email=test@example.invalid', '-c', 'init.defaultBranch=main']
  const git = (...args: string[]) => execFileSync('git', [...as, ...args], { cwd: root, stdio: 'ignore' })
  return { root, git }
}

it('are those of the versions, the first first, and none of another tag', () => {
  const { root, git } = made('repository')
  git('init')
  for (const [version, printed] of [
    ['v1.0.0', 'type Query { a: Int }'],
    ['other', 'type Query { b: Int }'],
    ['v1.1.0', 'type Query { c: Int }'],
  ] as const) {
    writeFileSync(join(root, 'gateway/graphql/schema.graphql'), printed)
    git('add', '-A')
    git('commit', '-m', version)
    git('tag', version)
  }
  const found = taggedSchemas(root).map(({ tag, printed }) => [tag, printed])
  expect(found).toEqual([
    ['v1.0.0', 'type Query { a: Int }'],
    ['v1.1.0', 'type Query { c: Int }'],
  ])
  expect(whyNoTags(root)).toBe(undefined)

  const shallow = join(folder, 'shallow')
  execFileSync('git', ['clone', '--depth', '1', '--no-tags', `file://${root}`, shallow], { stdio: 'ignore' })
  expect(taggedSchemas(shallow)).toEqual([])
  expect(whyNoTags(shallow)).toMatch(/fetch --tags/)
})

it('are none where there is no repository, which is said', () => {
  expect(taggedSchemas(folder)).toEqual([])
  expect(whyNoTags(folder)).toMatch(/no repository/)
})
