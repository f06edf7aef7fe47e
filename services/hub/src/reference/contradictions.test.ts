import { readFileSync } from 'node:fs'
import { catalogue } from '@hub/schemas/catalogue.ts'
import { schemasIn } from '@hub/schemas/schemas-in.ts'
import { describe, expect, it } from 'vitest'

const text = readFileSync(new URL('../../../../docs/contradictions-and-facts.md', import.meta.url), 'utf8')
const fields = new Map(
  catalogue.map(({ name, data }) => [name, new Set(schemasIn(data.shape).map(({ path }) => path.split('.').at(-1)!))]),
)

describe('the page of contradictions', () => {
  it('names types and fields that are there', () => {
    const named = [...text.matchAll(/`([A-Z][A-Za-z]+)(?:\.([a-z][A-Za-z]*))?`/g)]
    expect(named.length).toBeGreaterThan(80)
    const missing = named.filter(([, name, field]) => !fields.get(name!)?.has(field ?? [...fields.get(name!)!][0]!))
    expect(missing.map(([whole]) => whole)).toEqual([])
  })

  it('names further fields, after a comma, of some type that is there', () => {
    const all = new Set([...fields.values()].flatMap((of) => [...of]))
    const further = [...text.matchAll(/`…?(?:[A-Z][A-Za-z]+)?\.([a-z][A-Za-z]*)`/g)].map(([, field]) => field!)
    expect(further.filter((field) => !all.has(field))).toEqual([])
  })
})
