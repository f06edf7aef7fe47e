import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { declarationFaults } from './declaration-faults.ts'
import { defineEvent, type EventDefinition } from './define-event.ts'
import { pensionStart } from './law/disability-pension.ts'
import { day } from './values/day.ts'

type More = Partial<Pick<EventDefinition, 'time' | 'thing' | 'law' | 'judgedBy'>>

const planted = (more: More, data: z.core.$ZodLooseShape = { startedOn: day, name: day }): EventDefinition =>
  defineEvent({
    ...{
      department: 'hr',
      name: 'Planted',
      titleZh: '例',
      titleEn: 'Example',
      descriptionZh: '例',
      descriptionEn: 'E',
    },
    ...{ data, example: {} },
    ...more,
  }) as unknown as EventDefinition

const whole: More = { time: { from: 'startedOn', until: 'stands' }, thing: { kind: 'job', key: [['startedOn']] } }
const faultsOf = (more: More, ...others: readonly EventDefinition[]) =>
  declarationFaults([planted({ ...whole, ...more }), ...others]).map((fault) => fault.replace('hr.Planted.v1: ', ''))

describe('a type', () => {
  it('that declares time and thing by fields that it has is right', () => {
    expect(faultsOf({})).toEqual([])
  })

  it('without a time or a thing is found', () => {
    expect(declarationFaults([planted({})])).toEqual([
      'hr.Planted.v1: does not say its own time',
      'hr.Planted.v1: does not say of what it speaks',
    ])
  })

  it.each([
    ['begins', { from: 'region', until: 'stands' }, 'region'],
    ['ends', { until: { last: 'documentNo' } }, 'documentNo'],
    ['ends another', { until: 'stands', ends: { firstWithout: 'documentNo' } }, 'documentNo'],
    ['is paid', { until: 'stands', paidFrom: 'gone' }, 'gone'],
  ] as const)('that %s by a field that holds no date is found', (_what, time, field) => {
    expect(faultsOf({ time })).toEqual([`takes its time from ${field}, which holds no date`])
  })

  it('that ends with a year, or is told apart by a field, that it has not is found', () => {
    expect(faultsOf({ time: { until: { endOfYear: 'year' } } })).toEqual([
      'ends with the year in year, which it has not',
    ])
    expect(faultsOf({ thing: { kind: 'job', key: [['employer=employerUscc?', 'county']] } })).toEqual([
      'tells its job apart by employerUscc, which it has not',
    ])
  })

  it('that lasts until something ends it needs something else that speaks of the same kind', () => {
    const ended = { time: { from: 'startedOn', until: 'ended' } } as const
    expect(faultsOf(ended)).toEqual(['lasts until its job is ended, which nothing else speaks of'])
    expect(faultsOf(ended, planted(whole))).toEqual([])
  })

  it('that is judged by the law of a day needs that day, and a law', () => {
    expect(faultsOf({ law: [pensionStart], judgedBy: ['name'] })).toEqual([])
    expect(faultsOf({ law: [pensionStart], judgedBy: ['region'] })).toEqual([
      'is judged by the law of region, which holds no date',
    ])
    expect(faultsOf({ judgedBy: ['name'] })).toEqual(['is judged by no law'])
  })
})
