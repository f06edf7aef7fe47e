import { describe, expect, it } from 'vitest'
import { outcomeBesideOthers, type ReceiptItem, rowOutcome } from './row-outcome.ts'

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

  it('that was taken back is said anew under the next number', () => {
    expect(outcome({ state: 'DUPLICATE', ...by('2025-01/1~retracted') })).toBe('unsent 2')
    expect(outcome({ ...reused, ...by('2025-01/1~3~retracted') })).toBe('unsent 4')
    expect(outcome({ state: 'DUPLICATE', ...by('2025-01/1~retracted') }, { correct: false })).toBe(
      'rejected ROW_SUPERSEDED',
    )
  })

  it('that cannot be recorded keeps the words of the rejection', () => {
    expect(outcome({ state: 'REJECTED', reason: 'TOO_LARGE', detail: 'too large' })).toBe('rejected TOO_LARGE')
  })
})

describe('a row under whose number something stands for another', () => {
  const item: ReceiptItem = { ...names, state: 'RECORDED', position: 'b' }
  const fact = (more: { position?: string; replacedBy?: string; id?: string } = {}) => ({
    ...names,
    position: 'a',
    receipt: 'r',
    ...more,
  })
  const beside = (facts: readonly ReturnType<typeof fact>[], correct: boolean) =>
    outcomeBesideOthers({ row: 7, state: 'recorded' }, item, facts, correct)

  it('is told; with correct, what stands is taken back, by its receipt', () => {
    expect(beside([fact()], false)).toMatchObject({ state: 'doubled', faults: [{ code: 'ROW_OF_ANOTHER_TOO' }] })
    expect(beside([fact()], true)).toMatchObject({
      state: 'unsent',
      version: 1,
      retraction: { receipt: 'r', id: '2025-01/1~retracted' },
    })
    expect(beside([fact(by('2025-01/1~2'))], true).retraction?.id).toBe('2025-01/1~2~retracted')
  })

  it('is alone where that is its own fact, was taken back, or is no row’s to take back', () => {
    const own = fact({ position: 'b' })
    for (const facts of [[own], [fact(by('2025-01/1~retracted'))], [fact(by('T-1'))], [fact({ id: '2025-01/2' })]])
      for (const correct of [true, false]) expect(beside(facts, correct)).toEqual({ row: 7, state: 'recorded' })
  })

  it('comes to itself again when that was taken back', () => {
    const retraction = { receipt: 'r', id: '2025-01/1~retracted' }
    const sent = { row: 7, version: 1, retraction }
    expect(rowOutcome(sent, { state: 'RECORDED' }, true)).toEqual({ row: 7, state: 'unsent', version: 1, moved: true })
    expect(rowOutcome(sent, { state: 'PENDING' }, true)).toBeUndefined()
    expect(rowOutcome({ row: 7, version: 1, moved: true }, { state: 'DUPLICATE' }, true)).toEqual({
      row: 7,
      state: 'corrected',
    })
  })
})
