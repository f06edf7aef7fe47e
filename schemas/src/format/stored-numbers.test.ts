import { describe, expect, it } from 'vitest'
import { metadataText } from '../envelope.ts'
import { AccountVerified } from '../finance/payment-order.ts'
import { JobFairHeld } from '../hr/job-fair.ts'
import { SubmissionRejected } from '../hub/events.ts'
import { canonicalJson } from './canonical-json.ts'
import { storedNumberIn } from './stored-numbers.ts'

const number = '430302195803121239'
const stream = `fair-${'a'.repeat(26)}`
const sent = {
  source: '/departments/hr/employment',
  id: 'F-1',
  time: '2025-03-04T01:00:00.000Z',
  contentdigest: '1'.repeat(11).padEnd(64, 'a'),
  admission: '13900000001'.padEnd(64, 'b'),
  recording: '13900000001'.padStart(64, 'c'),
  submission: '13900000-0001-4a00-8000-000000000000',
  origin: 'hr/3/13900000001',
  receivedtime: '2025-03-04T01:00:01.000Z',
  recordedtime: '2025-03-04T01:00:02.000Z',
}
const eventOf = (data: object, metadata: object = {}, type: string = JobFairHeld.type) => ({
  type,
  data: canonicalJson(data),
  metadata: metadataText({ ...sent, ...metadata }),
})

describe('what would lie open in the store', () => {
  it.each([
    ['an open field', { venue: `体育馆 ${number}` }, {}],
    ['an open field of a list', { postKinds: ['焊工', '13900000001'] }, {}],
    ['a number of JSON', { attended: 430302580312123 }, {}],
    ['the name of a field', { '13900000001': '焊工' }, {}],
    ['an open field beside a box', { sealed: { of: '1', box: 'AQ' }, note: number }, {}],
    ['an id', {}, { id: `F-${number}` }],
    ['a correlation', {}, { correlationid: '13900000001' }],
    ['what is replaced', {}, { replaces: `/departments/hr/employment#${number}` }],
    ['a source', {}, { source: `/departments/hr/${number}` }],
    ['a text that reads as metadata', {}, { correlationid: `"contentdigest":"${number}"` }],
    ['an origin that is none', {}, { origin: number }],
  ])('has a number in %s', (_where, data, metadata) => {
    expect(storedNumberIn(stream, eventOf(data, metadata))).toBeDefined()
  })

  it('has a number in the name of a stream or a type', () => {
    expect(storedNumberIn(`fair-${number}`, eventOf({}))).toBe('CITIZEN_NUMBER')
    expect(storedNumberIn(stream, eventOf({}, {}, `hr.JobFairHeld.v${number}`))).toBe('CITIZEN_NUMBER')
  })

  it('has none in what the hub boxes, hashes or counts: by its field and its form', () => {
    expect(storedNumberIn(stream, eventOf({ venue: '体育馆' }))).toBeUndefined()
    const boxed = { sealed: { box: `AQ-${number}-`, of: `1${'3'.repeat(10)}${'a'.repeat(16)}` } }
    const hashed = { ...boxed, accountToken: `62${'2'.repeat(24)}` }
    expect(storedNumberIn(`person-1${'3'.repeat(10)}${'a'.repeat(16)}`, eventOf(boxed))).toBeUndefined()
    expect(storedNumberIn(stream, eventOf(hashed, {}, AccountVerified.type))).toBeUndefined()
    const rejected = { ...SubmissionRejected.example, boxedMessage: `-${number}-` }
    const byHub = { source: '/hub/recorder', id: 'finance/7/13900000001' }
    expect(storedNumberIn(stream, eventOf(rejected, byHub, SubmissionRejected.type))).toBeUndefined()
    expect(storedNumberIn(stream, eventOf({ ...rejected, detail: number }, byHub, SubmissionRejected.type))).toBe(
      'CITIZEN_NUMBER',
    )
  })
})
