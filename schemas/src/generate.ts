import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { catalogue } from './catalogue.ts'
import { declarationFaults } from './declaration-faults.ts'
import { driftOf, generatedFiles } from './generated-files.ts'
import { openTextFaults } from './open-texts.ts'
import { sealingFaults } from './sealing-faults.ts'

// Writes schemas/generated from the catalogue; with `--check` only compares, and exits 1 when something drifts.

const folder = join(import.meta.dirname, '..', 'generated')

const filesFound = (): ReadonlyMap<string, string> => {
  if (!existsSync(folder)) return new Map()
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const paths = entries.map((entry) => join(entry.parentPath, entry.name))
  return new Map(paths.map((path) => [relative(folder, path).replaceAll(sep, '/'), readFileSync(path, 'utf8')]))
}

const faults = [...sealingFaults(catalogue), ...openTextFaults(catalogue), ...declarationFaults(catalogue)]
if (faults.length > 0) throw new Error(`the vocabulary is not told right:\n${faults.join('\n')}`)

const wanted = generatedFiles()
const drifted = driftOf(wanted, filesFound())

if (process.argv.includes('--check')) {
  for (const { path, drift } of drifted) console.error(`schemas/generated/${path}: ${drift}`)
  if (drifted.length > 0) {
    console.error('The generated schemas are not those of the catalogue. Run: npm run generate')
    process.exitCode = 1
  }
} else {
  for (const { path, drift } of drifted) {
    const target = join(folder, path)
    if (drift === 'left over') rmSync(target)
    else {
      mkdirSync(dirname(target), { recursive: true })
      writeFileSync(target, wanted.get(path)!)
    }
  }
  console.log(`schemas/generated: ${wanted.size} files, ${drifted.length} changed`)
}
