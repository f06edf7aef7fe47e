import { describe, expect, it } from 'vitest'
import { driftOf, generatedFiles } from './generated-files.ts'

describe('generated files', () => {
  it('are the same each time', () => {
    expect([...generatedFiles()]).toEqual([...generatedFiles()])
  })

  it('drift when one is missing, differs or is left over', () => {
    const wanted = new Map([
      ['a.json', '1'],
      ['b.json', '2'],
      ['c.json', '3'],
    ])
    const found = new Map([
      ['a.json', '1'],
      ['b.json', 'other'],
      ['d.json', '4'],
    ])
    expect(driftOf(wanted, found)).toEqual([
      { path: 'b.json', drift: 'differs' },
      { path: 'c.json', drift: 'missing' },
      { path: 'd.json', drift: 'left over' },
    ])
  })
})
