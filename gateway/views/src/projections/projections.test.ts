import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { openViews } from '../open-views.ts'
import { projections } from './projections.ts'

const folder = mkdtempSync(join(tmpdir(), 'projections-'))
afterAll(() => rmSync(folder, { recursive: true }))

const apartFromProjections = ['apply', 'projection', 'projections', 'projections.test']

describe('the projections', () => {
  it('are one file each, by its name, and one entry in the list', () => {
    const files = readdirSync(fileURLToPath(new URL('.', import.meta.url))).map((name) => name.replace(/\.ts$/, ''))
    const names = projections.map(({ name }) => name)
    expect(files.filter((name) => !apartFromProjections.includes(name))).toEqual(names.toSorted())
  })

  it('are all that the views hold, beside how far they have come', () => {
    const views = openViews({ file: join(folder, 'views.sqlite') })
    const there = views.database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .all()
      .map(({ name }) => String(name))
    views.close()
    expect(there.toSorted()).toEqual([...projections.map(({ name }) => name), 'checkpoint'].toSorted())
  })

  it('each take something', () => {
    for (const { name, apply } of projections) expect(Object.keys(apply), name).not.toEqual([])
  })
})
