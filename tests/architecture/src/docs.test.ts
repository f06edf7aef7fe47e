import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const pages = execFileSync('git', ['ls-files', '-z', '--', '*.md'], { cwd: root, encoding: 'utf8' })
  .split('\0')
  .filter((path) => path !== '' && existsSync(root + path))
  .map((path) => ({ path, text: readFileSync(root + path, 'utf8') }))

/** Links of a page that lead to nothing in the repository. */
const deadLinks = ({ path, text }: { path: string; text: string }): string[] =>
  [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)/g)]
    .map(([, link]) => decodeURI(link!))
    .filter((link) => !existsSync(root + posix.join(posix.dirname(path), link)))
    .map((link) => `${path}: ${link}`)

describe('the documents', () => {
  it('are there', () => {
    const paths = pages.map(({ path }) => path)
    for (const page of ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'docs/architecture.md', 'docs/glossary.md'])
      expect(paths).toContain(page)
  })

  it('lead only to what is there', () => {
    expect(pages.flatMap(deadLinks)).toEqual([])
  })

  it('number each decision once, as its heading does', () => {
    const decisions = pages.filter(({ path }) => path.startsWith('docs/decisions/'))
    const numbers = decisions.map(({ path }) => path.slice('docs/decisions/'.length).slice(0, 3))
    expect(numbers.toSorted()).toEqual([...new Set(numbers)].toSorted())
    for (const [index, { path, text }] of decisions.entries())
      expect(text.startsWith(`# ${numbers[index]}: `), path).toBe(true)
  })

  it('have their dead links found', () => {
    expect(deadLinks({ path: 'docs/a.md', text: '[a](b.md) [c](../README.md) [d](https://e)' })).toEqual([
      'docs/a.md: b.md',
    ])
  })
})
