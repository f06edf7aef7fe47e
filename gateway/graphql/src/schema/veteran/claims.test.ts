import type { Claim } from '@hub/file/file.ts'
import { describe, expect, it } from 'vitest'
import { claimView, sourceView } from './claims.ts'

const source = {
  department: 'civil-affairs',
  eventId: '0b9c1b8e-5a0f-5a53-9a5c-6f1f0c2f7c11',
  type: 'civil-affairs.NameChanged.v1',
  occurredAt: '2024-01-02T00:00:00.000Z',
  recordedAt: '2024-01-03T00:00:00.000Z',
}
const place = { personId: `1${'b'.repeat(26)}`, path: 'identity.name' }
const claim: Claim<string> = {
  value: '钟一山',
  source,
  disputed: true,
  alternatives: [{ value: '钟义山', source: { ...source, department: 'hr' } }],
}

describe('a claim', () => {
  it('is all there for who may see it', () => {
    expect(claimView(place, claim, 'VISIBLE', undefined)).toEqual({
      place,
      ...claim,
      source: sourceView(source),
      visibility: 'VISIBLE',
    })
  })

  it('keeps its value, and what others say, from who may not', () => {
    const withheld = claimView(place, claim, 'WITHHELD', undefined)
    expect(withheld).toMatchObject({ visibility: 'WITHHELD', value: null, source: sourceView(source), disputed: true })
    expect(JSON.stringify(withheld)).not.toMatch(/钟/)
  })

  it('shows a part where it is masked, and nothing where no part is agreed', () => {
    expect(claimView(place, claim, 'MASKED', undefined, (name) => `${name[0]}**`).value).toBe('钟**')
    expect(claimView(place, claim, 'MASKED', undefined).value).toBeNull()
  })

  it('tells what was erased from what was never said', () => {
    expect(claimView(place, undefined, 'VISIBLE', 'ERASED').visibility).toBe('ERASED')
    expect(claimView(place, undefined, 'VISIBLE', undefined).visibility).toBe('UNKNOWN')
  })
})
