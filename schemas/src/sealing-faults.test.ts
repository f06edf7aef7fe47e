import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { catalogue } from './catalogue.ts'
import { defineEvent, type EventDefinition, earlierVersion } from './define-event.ts'
import { open } from './open-field.ts'
import { sealingFaults } from './sealing-faults.ts'
import { relatedPerson } from './values/person.ts'

const words = { titleZh: '例', titleEn: 'Example', descriptionZh: '例', descriptionEn: 'Example' }
const planted = (name: string, data: z.core.$ZodLooseShape, more: object = {}): EventDefinition =>
  defineEvent({ department: 'hr', name, ...words, data, example: {}, ...more }) as unknown as EventDefinition
const faultsOf = (...definition: Parameters<typeof planted>) => sealingFaults([planted(...definition)])
const figures = ['a-figure'] as const
const text = z.string()

describe('the sealing of the vocabulary', () => {
  it('has no fault', () => {
    expect(sealingFaults(catalogue)).toEqual([])
  })

  it('covers every field of an event that speaks of a person, but for those marked open with a reason', () => {
    for (const definition of catalogue.filter(({ personField }) => personField !== undefined)) {
      const covered = [...definition.sealedFields, ...definition.openFields].map(({ field }) => field)
      expect([...new Set(covered)].sort()).toEqual(Object.keys(definition.data.shape).sort())
      for (const { field, figures, as } of definition.openFields)
        if (field !== definition.streamField && as?.form !== 'token')
          expect(figures, `${definition.type} ${field}`).not.toEqual([])
    }
  })

  it('covers a field of which nothing is said', () => {
    const { sealedFields, openFields } = planted('Planted', { note: text })
    expect(sealedFields.map(({ field }) => field)).toContain('note')
    expect(openFields).toEqual([])
  })

  it.each([
    ['no reason', { note: open(text, { figures: [] as unknown as ['one'] }) }, {}, 'note is open without a reason'],
    ['a mark inside', { note: z.object({ part: open(text, { figures }) }) }, {}, 'note is marked open inside'],
    [
      'a mark where nobody is named',
      { fairId: text, note: open(text, { figures }) },
      { category: 'fair' },
      'where all is',
    ],
    [
      'a person inside',
      { fairId: text, guests: z.array(relatedPerson) },
      { category: 'fair' },
      'names a person inside',
    ],
    ['the name of the box', { sealed: text }, {}, 'has the name of the box'],
    ['a category without a reason', { clubId: text }, { category: 'club' }, 'club has no reason to lie open'],
  ])('refuses %s', (_what, data, more, fault) => {
    expect(faultsOf('Planted', data, more)).toEqual([expect.stringContaining(fault)])
  })

  it('refuses a field that an earlier version has open in another form', () => {
    const earlier = [
      earlierVersion({ version: 1, data: { note: open(text, { figures }) }, example: {}, upcast: (data) => data }),
    ]
    expect(faultsOf('Planted', { note: text }, { version: 2, earlier })).toEqual([
      expect.stringContaining('note lies open in an earlier version otherwise than today'),
    ])
  })
})
