import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { changelogPage } from './changelog-page.ts'
import { errorsPage } from './errors-page.ts'
import { questionsPage } from './questions-page.ts'
import { schemaPage } from './schema-page.ts'

// Writes docs/reference; with `--check` only compares, and exits 1 when a page drifts.

const folder = fileURLToPath(new URL('../../../../docs/reference/', import.meta.url))
const pages: Readonly<Record<string, string>> = {
  'schema.md': schemaPage(),
  'errors.md': errorsPage(),
  'questions.md': questionsPage(),
  'changelog.md': await changelogPage(),
}

const onDisk = (name: string): string => {
  try {
    return readFileSync(folder + name, 'utf8')
  } catch {
    return ''
  }
}

const drifted = Object.entries(pages).filter(([name, text]) => onDisk(name) !== text)
if (process.argv.includes('--check')) {
  for (const [name] of drifted) console.error(`docs/reference/${name} is not what the code says`)
  if (drifted.length > 0) {
    console.error('Run `npm run generate` and commit the pages.')
    process.exitCode = 1
  }
} else {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of drifted) writeFileSync(folder + name, text)
}
