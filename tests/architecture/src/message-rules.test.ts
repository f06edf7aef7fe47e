import { describe, expect, it } from 'vitest'
import { decisionsByWords } from './message-rules.ts'
import { sourceFiles } from './source-file.ts'

const planted = (text: string, path = 'services/hub/src/a.ts') => decisionsByWords([{ path, text }])

it('decides nothing by the words of a message', () => {
  expect(decisionsByWords(sourceFiles())).toEqual([])
})

describe('the rule', () => {
  it.each([
    "if (error.message.includes('no tables')) return",
    "if (error?.message?.startsWith('Syntax Error')) return",
    'if (/expected (.*)/.test(error.message)) return',
    'const found = form.exec(message)?.[1]',
    "if (error.message === 'away') return",
    "if (message !== 'gone') return",
    "kept.some(({ says }) => says.includes('no tables'))",
    'switch (error.message) {',
  ])('finds %s', (line) => {
    expect(planted(`const one = 1\n${line}`)).toEqual([`services/hub/src/a.ts:2: ${line}`])
  })

  it.each([
    "if (typeof message === 'string') return",
    "if (error.code === 'ENOENT') return",
    "if (inner.message !== '') return",
    "throw new Error('it does not start', { cause: error.message })",
  ])('lets pass %s', (line) => {
    expect(planted(line)).toEqual([])
  })

  it('leaves tests and what is generated alone', () => {
    const line = "expect(error.message.includes('x')).toBe(true)"
    for (const path of ['services/hub/src/a.test.ts', 'gateway/views/src/a.fixture.ts', 'tests/faults/src/a.ts'])
      expect(planted(line, path)).toEqual([])
  })
})
