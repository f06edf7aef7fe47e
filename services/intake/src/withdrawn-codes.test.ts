import { codeList } from '@hub/schemas/values/code-list.ts'
import { day } from '@hub/schemas/values/day.ts'
import { ServicePeriodRecorded } from '@hub/schemas/veteran-affairs/service.ts'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { withdrawnCodes } from './withdrawn-codes.ts'

const item = codeList('item', {
  旧项目: { en: 'old item', withdrawn: '2024-10-01', instead: '新项目' },
  新项目: 'new item',
})
const declared = {
  data: z.strictObject({ item, parts: z.array(z.strictObject({ item })).optional(), decidedOn: day.optional() }),
  time: { from: 'decidedOn', until: 'stands' },
} as const

const faults = (data: Record<string, unknown>, time = '2025-03-01T00:00:00.000Z') =>
  withdrawnCodes(declared as never, data, time).map(({ code, pointer }) => `${code} ${pointer}`)

describe('a withdrawn code', () => {
  it('is refused of a fact from its last day on, by the day that the fact itself says', () => {
    expect(faults({ item: '旧项目', decidedOn: '2024-10-01' })).toEqual(['CODE_WITHDRAWN /item'])
    expect(faults({ item: '旧项目' })).toEqual(['CODE_WITHDRAWN /item'])
  })

  it('is taken in a late fact of its time', () => {
    expect(faults({ item: '旧项目', decidedOn: '2024-09-30' })).toEqual([])
    expect(faults({ item: '旧项目' }, '2024-09-30T15:59:59.999Z')).toEqual([])
    expect(faults({ item: '旧项目' }, '2024-09-30T16:00:00.000Z')).toEqual(['CODE_WITHDRAWN /item'])
  })

  it('is found inside lists too, and says since when and what is said instead', () => {
    expect(faults({ item: '新项目', parts: [{ item: '新项目' }, { item: '旧项目' }] })).toEqual([
      'CODE_WITHDRAWN /parts/1/item',
    ])
    const [fault] = withdrawnCodes(declared as never, { item: '旧项目' }, '2025-03-01T00:00:00.000Z')
    expect(fault!.messageZh).toBe('该代码自 2024-10-01 起停用，改用“新项目”')
  })
})

describe('a branch that the armed forces have no more', () => {
  const branchOf = (branch: string, enlistedOn: string) =>
    withdrawnCodes(ServicePeriodRecorded, { branch, enlistedOn }, '2025-03-01T00:00:00.000Z').map(
      ({ pointer }) => pointer,
    )

  it('is taken of who served in its time, however late it is told', () => {
    expect(branchOf('战略支援部队', '2024-04-18')).toEqual([])
    expect(branchOf('战略支援部队', '2018')).toEqual([])
    expect(branchOf('第二炮兵', '1986-11')).toEqual([])
    expect(branchOf('第二炮兵', '2015-12-30')).toEqual([])
  })

  it('is refused of who enlisted after it', () => {
    expect(branchOf('战略支援部队', '2024-04-19')).toEqual(['/branch'])
    expect(branchOf('第二炮兵', '2015-12-31')).toEqual(['/branch'])
    expect(branchOf('信息支援部队', '2024-04-19')).toEqual([])
  })
})
