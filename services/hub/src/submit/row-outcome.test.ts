import { describe, expect, it } from 'vitest'
import { type ReceiptItem, rowOutcome } from './row-outcome.ts'

const names = { source: '/departments/finance/disbursement-sheet', id: '2025-01/1' }
const by = (id: string) => ({ replacedBy: `${names.source}#${id}` })
const reused = { state: 'REJECTED', reason: 'ID_REUSED_WITH_OTHER_CONTENT', ...names } as const
const outcome = (item: ReceiptItem, { version = 1, correct = true } = {}) => {
  const told = rowOutcome({ row: 7, version }, { ...names, ...item }, correct)
  return told && [told.state, told.version ?? told.faults?.[0]?.code].filter(Boolean).join(' ')
}

describe('a row whose receipt has come to its end', () => {
  it('is recorded, or there already', () => {
    expect(outcome({ state: 'RECORDED' })).toBe('recorded')
    expect(outcome({ state: 'DUPLICATE' })).toBe('duplicate')
    expect(outcome({ state: 'PENDING' })).toBeUndefined()
  })

  it('that differs is told; with correct it is sent as the correction of what stands', () => {
    expect(outcome(reused, { correct: false })).toBe('rejected ROW_DIFFERS')
    expect(outcome(reused)).toBe('unsent 2')
    expect(outcome({ ...reused, ...by('2025-01/1~4') })).toBe('unsent 4')
  })

  it('that says what was corrected since is no duplicate', () => {
    const first = { state: 'DUPLICATE', ...by('2025-01/1~2') } as const
    expect(outcome(first, { correct: false })).toBe('rejected ROW_SUPERSEDED')
    expect(outcome(first)).toBe('unsent 2')
  })

  it('is compared with the last correction, and is the next one where it differs from that too', () => {
    expect(outcome({ state: 'RECORDED' }, { version: 2 })).toBe('corrected')
    expect(outcome({ state: 'DUPLICATE' }, { version: 2 })).toBe('duplicate')
    expect(outcome({ ...reused, id: '2025-01/1~2' }, { version: 2 })).toBe('unsent 3')
  })

  it('leaves alone what another system has corrected or taken back', () => {
    for (const other of ['T-1', '2025-01/1~x', '2025-01/12~2', '2025-01/1~0'])
      expect(outcome({ ...reused, ...by(other) })).toBe('rejected ROW_CORRECTED_ELSEWHERE')
    const elsewhere = { replacedBy: '/departments/finance/treasury#2025-01/1~2' }
    expect(outcome({ state: 'DUPLICATE', ...elsewhere })).toBe('rejected ROW_CORRECTED_ELSEWHERE')
  })

  it('that cannot be recorded keeps the words of the rejection', () => {
    expect(outcome({ state: 'REJECTED', reason: 'TOO_LARGE', detail: 'too large' })).toBe('rejected TOO_LARGE')
  })
})
