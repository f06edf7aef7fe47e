import { expect, it } from 'vitest'
import { attributeIn, attributesIn } from './binary-mode.ts'

/** As Node gives a header whose bytes are UTF-8. */
const raw = (text: string) => Buffer.from(text, 'utf8').toString('latin1')

it.each([
  ['M-1', 'M-1'],
  ['Euro%20%E2%82%AC%20%F0%9F%98%80', 'Euro € 😀'],
  ['%e5%86%9b', '军'],
  ['%4D-1', 'M-1'],
  ['100%25', '100%'],
  ['%2541', '%41'],
  ['"M-1"', 'M-1'],
  ['"a \\"b\\" \\\\ c"', 'a "b" \\ c'],
  ['"%E5%86%9B"', '军'],
  ['""', ''],
  [raw('军-1'), '军-1'],
  [raw('军%2D1'), '军-1'],
  ['a/b?c=d&e', 'a/b?c=d&e'],
  ['who%3F', 'who?'],
  ['%EF%BB%BFa', '\uFEFFa'],
])('a header %j says %j', (header, said) => {
  expect(attributeIn(header)).toBe(said)
})

it.each([
  '100%',
  '%zz',
  '%E5%86',
  '%C0%A0',
  '%ED%A0%80',
  '"open',
  '"closed" early',
  '"a\\"',
  '\u00e9',
  '??-77',
  'Jos?-1',
  'a?',
])('a header %j says nothing that can be read', (header) => {
  expect(attributeIn(header)).toBeUndefined()
})

it('gives no attribute that came twice, however its name is written', () => {
  expect(attributesIn(['CE-Id', 'a', 'ce-source', '/b', 'ce-id', 'a', 'host', 'c', 'ce-type', '%'])).toEqual({
    attributes: { source: '/b' },
    unreadable: ['id', 'type'],
  })
})

it('takes a header that says null for one that is not there', () => {
  const headers = ['ce-id', 'a', 'ce-correlationid', 'null', 'ce-sequence', 'null-1', 'ce-time', 'null', 'ce-time', 'x']
  expect(attributesIn(headers)).toEqual({ attributes: { id: 'a', sequence: 'null-1' }, unreadable: ['time'] })
})
