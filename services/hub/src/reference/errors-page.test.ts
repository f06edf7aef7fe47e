import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Notice } from '@hub/schemas/notice.ts'
import { describe, expect, it } from 'vitest'
import { errorsPage } from './errors-page.ts'
import { noticeCatalogues, refusalCatalogues } from './refusal-catalogues.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const listed = execFileSync(
  'git',
  ['ls-files', '-co', '--exclude-standard', '--', 'schemas/src', 'infra', 'gateway', 'services'],
  { cwd: root, encoding: 'utf8' },
)
const paths = listed.split('\n').filter((path) => /(?<!\.test|\.fixture)\.ts$/.test(path))
const sources = paths.map((path) => readFileSync(root + path, 'utf8'))
/** What the recorder finds of junk on a topic is counted and told to nobody who sent it. */
const answering = paths.filter((path) => !path.startsWith('services/recorder/'))
const definesSome = /^export const \w+(?:: [^=]+)? = define(?:Refusals|Notices)\('/gm
/** What may use an entry: a catalogue that only defines it does not. */
const using = sources.map((text) => text.replaceAll(/^ {2}[A-Z][A-Z_]+: \{$/gm, '')).join('\n')

const entries = [...refusalCatalogues.map(([, catalogue]) => catalogue), ...noticeCatalogues].flatMap((catalogue) =>
  Object.values<Notice>(catalogue),
)
const codes = entries.map(({ code }) => code)

describe('the catalogue of refusals', () => {
  it('has one entry for each code', () => {
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([])
  })

  it('says in both languages what is wrong and what to do', () => {
    for (const { code, message, whatToDo, messageZh, whatToDoZh } of entries) {
      expect(
        [message, whatToDo].every((text) => /[a-z]/.test(text)),
        code,
      ).toBe(true)
      expect(
        [messageZh, whatToDoZh].every((text) => /[一-龥]/.test(text)),
        code,
      ).toBe(true)
    }
  })

  it('has every code that anything is refused with', () => {
    // Codes that are read from a catalogue are held by their types; these are given as texts.
    const named = [
      ...answering
        .map((path) => readFileSync(root + path, 'utf8'))
        .join('\n')
        .matchAll(/\b(?:refusal|refuse|refused|fault|cellFault)\(\s*'([A-Z][A-Z_]+)'|\bfault: '([A-Z][A-Z_]+)'/g),
    ]
    const thrown = new Set(named.map(([, called, given]) => called ?? given!))
    expect(thrown.size).toBeGreaterThan(30)
    expect([...thrown].filter((code) => !codes.includes(code))).toEqual([])
  })

  it('has no code that nothing is refused with', () => {
    // Those of a citizen number are put together from what is wrong with it.
    const isUsed = (code: string) =>
      new RegExp(`(?:'|\\.|\\b(?:const|,) \\{? ?)${code}\\b`).test(using) ||
      using.includes(`'${code.replace('CITIZEN_NUMBER_', '')}'`)
    expect(codes.filter((code) => !isUsed(code))).toEqual([])
  })

  it('holds each catalogue that a package defines', () => {
    const defined = sources.flatMap((text) => text.match(definesSome) ?? []).length
    expect(refusalCatalogues.length + noticeCatalogues.length).toBe(defined)
  })

  it('is on its page, code by code', () => {
    const page = errorsPage()
    expect(codes.filter((code) => !page.includes(`| \`${code}\` |`))).toEqual([])
  })
})
