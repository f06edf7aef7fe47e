import type { FrozenContent } from '@hub/reading/report/frozen-report.ts'
import { describe, expect, it } from 'vitest'
import { freeze, refusalOf } from './freeze-report.ts'

const counted: FrozenContent = {
  reportName: '2025年度工作报告',
  asOf: '2025-12-31T15:59:59.999Z',
  position: `${'0'.repeat(31)}7`,
  asKnownAt: '2026-01-10T01:00:00.000Z',
  figures: [{ key: 'recuperated', row: 8, titleZh: '疗养', unit: 'persons', value: 50, definition: 'a'.repeat(32) }],
  frozenBy: 'O-1',
}
const later: FrozenContent = { ...counted, position: `${'0'.repeat(31)}9` }

describe('freezing a report', () => {
  it('freezes what is counted', () => {
    expect(freeze(counted, undefined, {})).toEqual([counted])
  })
  it('gives nothing new when it is asked again, whatever has been recorded since', () => {
    expect(freeze(later, counted, { asOf: counted.asOf })).toEqual([])
    expect(freeze(later, counted, {})).toEqual([])
  })
  it('refuses the same name for another moment or region', () => {
    expect(freeze(later, counted, { asKnownAt: { position: later.position } })).toMatchObject({ code: 'NAME_TAKEN' })
    expect(freeze({ ...counted, asOf: '2024-12-31T15:59:59.999Z' }, counted, { asOf: '2024-12-31' })).toMatchObject({
      code: 'NAME_TAKEN',
    })
    expect(freeze({ ...counted, ofRegion: '430302' }, counted, { ofRegion: '430302' })).toMatchObject({
      code: 'NAME_TAKEN',
    })
  })
  it('refuses a citizen number in the name or the note', () => {
    expect(refusalOf({ reportName: '报告 430302196803142018', frozenBy: 'O-1' })?.code).toBe('PERSONAL_VALUE')
    expect(refusalOf({ reportName: '报告', note: '430302196803142018', frozenBy: 'O-1' })?.code).toBe('PERSONAL_VALUE')
    expect(refusalOf({ reportName: '报告', frozenBy: 'O-1' })).toBeUndefined()
  })
})
