import { expect, it } from 'vitest'
import { normalisedTime } from './event-time.ts'

const now = Date.parse('2025-06-01T00:00:00.000Z')
const read = (text: string) => {
  const at = normalisedTime(text, now)
  return 'fault' in at ? at.fault.code : [at.time, ...at.notices.map(({ code }) => code)]
}

it.each([
  ['2025-03-01t09:30:00z', ['2025-03-01T09:30:00.000Z']],
  ['2025-03-01T09:30:00.123456789+08:00', ['2025-03-01T01:30:00.123Z']],
  ['2016-12-31T23:59:60Z', ['2016-12-31T23:59:59.999Z', 'LEAP_SECOND']],
  ['2017-01-01T07:59:60.25+08:00', ['2016-12-31T23:59:59.999Z', 'LEAP_SECOND']],
  ['2015-06-30t23:59:60z', ['2015-06-30T23:59:59.999Z', 'LEAP_SECOND']],
])('%s is read', (text, expected) => {
  expect(read(text)).toEqual(expected)
})

it.each([
  '2016-12-30T23:59:60Z',
  '2016-12-31T23:58:60Z',
  '2016-12-31T23:59:60+08:00',
  '2016-12-31T23:59:61Z',
  '2025-03-01 09:30:00Z',
])('%s is none', (text) => {
  expect(read(text)).toBe('TIME')
})
