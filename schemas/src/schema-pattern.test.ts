import { expect, it } from 'vitest'
import { portablePattern, withPortablePatterns } from './schema-pattern.ts'

it.each([
  ['^\\d{4}-[\\dX]$', '^[0-9]{4}-[0-9X]$'],
  ['^\\+?[\\d-]{7,20}$', '^\\+?[0-9-]{7,20}$'],
  ['\\\\d', '\\\\d'],
])('%s is written %s', (pattern, written) => {
  expect(portablePattern(pattern)).toBe(written)
})

it('lets no text with an end end in a line feed, however deep it stands', () => {
  const schema = { properties: { a: { items: { pattern: '^a$' } }, pattern: { pattern: '^b' } } }
  expect(withPortablePatterns(schema)).toEqual({
    properties: { a: { items: { pattern: '^a$', not: { pattern: '\\n' } } }, pattern: { pattern: '^b' } },
  })
})
