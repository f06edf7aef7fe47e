import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Department, departments } from '@hub/schemas/department.ts'
import { changelogPage } from './changelog-page.ts'
import { codesPage } from './codes-page.ts'
import { errorsPage } from './errors-page.ts'
import { exampleTypes } from './example-types.ts'
import { httpFiles } from './http-files.ts'
import { lawPage } from './law-page.ts'
import { questionsPage } from './questions-page.ts'
import { reportPage } from './report-page.ts'
import { schemaPage } from './schema-page.ts'
import { vocabularyFile, vocabularyPage } from './vocabulary-page.ts'

// Writes docs/reference and docs/examples/http; with `--check` only compares, and exits 1 when a page drifts.

const folder = fileURLToPath(new URL('../../../../docs/', import.meta.url))
const everyDepartment = Object.keys(departments) as Department[]
const pages: Readonly<Record<string, string>> = {
  'reference/schema.md': schemaPage(),
  'reference/errors.md': errorsPage(),
  'reference/codes.md': codesPage(),
  'reference/law.md': lawPage(),
  'reference/report.md': reportPage(),
  ...Object.fromEntries(
    everyDepartment.map((department) => [`reference/${vocabularyFile(department)}`, vocabularyPage(department)]),
  ),
  'reference/questions.md': questionsPage(),
  'reference/changelog.md': await changelogPage(),
  'reference/graphql-types.d.ts': exampleTypes(),
  ...httpFiles(),
}

const onDisk = (name: string): string => {
  try {
    return readFileSync(folder + name, 'utf8')
  } catch {
    return ''
  }
}

const isCheck = process.argv.includes('--check')
/** Comes of the tags, too, which are set after the commit that they name, and which not every clone has. */
const followsTags = 'reference/changelog.md'
const drifted = Object.entries(pages).filter(
  ([name, text]) => onDisk(name) !== text && !(isCheck && name === followsTags),
)
if (isCheck) {
  for (const [name] of drifted) console.error(`docs/${name} is not what the code says`)
  if (drifted.length > 0) {
    console.error('Run `npm run generate` and commit what it writes.')
    process.exitCode = 1
  }
} else {
  for (const [name, text] of drifted) {
    mkdirSync(dirname(folder + name), { recursive: true })
    writeFileSync(folder + name, text)
  }
}
