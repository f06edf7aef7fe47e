import { codeList } from '@hub/schemas/values/code-list.ts'
import { day } from '@hub/schemas/values/day.ts'
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
