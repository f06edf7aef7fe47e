import { codesOfEvents } from '@hub/intake/rules/event-faults.fixture.ts'
import { describe, expect, it } from 'vitest'
import { checks } from './checks.ts'

const faults = codesOfEvents('veteran-affairs', checks)

describe('aid in hardships', () => {
  it('has a notice of one day at least', () => {
    expect(faults('HardshipAidPublicised', { postedFrom: '2025-02-26', postedUntil: '2025-02-26' })).toEqual([])
    expect(faults('HardshipAidPublicised', { postedFrom: '2025-02-26', postedUntil: '2025-02-25' })).toEqual([
      'ORDER_OF_DATES /postedUntil',
    ])
  })

  it('is not decided by who prepared it', () => {
    const handledBy = [
      { officialId: 'O-1', duty: '经办' },
      { officialId: 'O-1', duty: '审批' },
    ]
    for (const name of ['HardshipAidApproved', 'HardshipAidDeclined'])
      expect(faults(name, { handledBy })).toEqual(['TWO_DUTIES /handledBy/1'])
  })
})

describe('a lead to a death', () => {
  it('is heard on the day of death or after, as exactly as that is known', () => {
    expect(faults('DeathNoticed', { noticedOn: '2024-02-20', saidDiedOn: '2024-02' })).toEqual([])
    expect(faults('DeathNoticed', { noticedOn: '2024-02-20', saidDiedOn: '2024-02-21' })).toEqual([
      'ORDER_OF_DATES /noticedOn',
    ])
  })
})
