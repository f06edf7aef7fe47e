import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A TypeScript file of the repository. `path` is relative to its root, with slashes. */
export type SourceFile = { path: string; text: string }

/** An import: what is named, and whether only types come in. */
export type Import = { specifier: string; typeOnly: boolean }

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** Every file of these patterns that git knows and that is still there. */
export const filesOf = (...patterns: readonly string[]): SourceFile[] =>
  execFileSync('git', ['ls-files', '-z', '--', ...patterns], { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter((path) => path !== '' && existsSync(root + path))
    .map((path) => ({ path, text: readFileSync(root + path, 'utf8') }))

/** Every TypeScript file. */
export const sourceFiles = (): SourceFile[] => filesOf('*.ts', '*.tsx')

/** Tests may look at everything: they are exempt from the arrows. */
export const isTest = ({ path }: SourceFile): boolean => /\.test\.tsx?$/.test(path)

/** What only tests need: a test, what several tests share (`*.fixture.ts`), or a file of a suite. */
export const isTestSupport = (file: SourceFile): boolean =>
  isTest(file) || isFixture(file.path) || file.path.startsWith('tests/')

/** Whether a path names what several tests share. */
export const isFixture = (path: string): boolean => /\.fixture\.tsx?$/.test(path)

/** Written by a program: in a folder `generated`, or its first line says so. */
export const isGenerated = ({ path, text }: SourceFile): boolean =>
  path.includes('/generated/') || /^\/[/*].*\bgenerated\b/i.test(text.slice(0, 200))

const fromClause = /^\s*(?:import|export)\s+(type\s)?[^'"`;]*?\sfrom\s+['"]([^'"]+)['"]/gm
const bareImport = /^\s*import\s+['"]([^'"]+)['"]/gm
const dynamicImport = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g
const resolved = /(?:import\.meta\.resolve|createRequire\(import\.meta\.url\)(?:\.resolve)?)\(\s*['"]([^'"]+)['"]/g

/** Everything that a file imports, exports again, or asks the place of. */
export const importsOf = ({ text }: SourceFile): Import[] => [
  ...[...text.matchAll(fromClause)].map(([, type, specifier]) => ({
    specifier: specifier!,
    typeOnly: type !== undefined,
  })),
  ...[...text.matchAll(bareImport)].map(([, specifier]) => ({ specifier: specifier!, typeOnly: false })),
  ...[...text.matchAll(dynamicImport)].map(([, specifier]) => ({ specifier: specifier!, typeOnly: false })),
  ...[...text.matchAll(resolved)].map(([, specifier]) => ({ specifier: specifier!, typeOnly: false })),
]
