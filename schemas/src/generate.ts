import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { driftOf, generatedFiles } from './generated-files.ts'

// Writes schemas/generated from the catalogue; with `--check` only compares, and exits 1 when something drifts.

const folder = join(import.meta.dirname, '..', 'generated')

const filesFound = async (): Promise<ReadonlyMap<string, string>> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(
    await Promise.all(
      paths.map(async (path): Promise<[string, string]> => [relative(folder, path), await readFile(path, 'utf8')]),
    ),
  )
}

const wanted = generatedFiles()
const drifted = driftOf(wanted, await filesFound())

if (process.argv.includes('--check')) {
  for (const { path, drift } of drifted) console.error(`schemas/generated/${path}: ${drift}`)
  if (drifted.length > 0) {
    console.error('The generated schemas are not those of the catalogue. Run: npm run generate')
    process.exitCode = 1
  }
} else {
  for (const { path, drift } of drifted) {
    const target = join(folder, path)
    if (drift === 'left over') await rm(target)
    else {
      await mkdir(dirname(target), { recursive: true })
      await writeFile(target, wanted.get(path)!)
    }
  }
  console.log(`schemas/generated: ${wanted.size} files, ${drifted.length} changed`)
}
