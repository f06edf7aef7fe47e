import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Hub, startHub } from '@hub/hub/hub.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type RawAnswer, sendCase } from './raw-request.ts'

const folder = mkdtempSync(join(tmpdir(), 'hub-cases-'))
let hub: Hub
beforeAll(async () => {
  const onCrash = (reason: string) => {
    throw new Error(reason)
  }
  hub = await startHub({ dataFolder: folder, host: '127.0.0.1', port: 0, logLevel: 'silent', onCrash })
})
afterAll(async () => {
  await hub.stop()
  rmSync(folder, { recursive: true, force: true })
})

const contact = (id: string) => ({
  specversion: '1.0',
  id,
  source: '/departments/veteran-affairs/raw',
  type: 'veteran-affairs.ContactDetailsChanged.v1',
  time: '2025-03-01T09:00:00+08:00',
  data: {
    person: { citizenNumber: '430302196803142018' },
    region: '430302001',
    handledBy: [{ officialId: 'VA-101', duty: '经办' }],
    phone: '13907320077',
  },
})

const json = ({ body }: RawAnswer) => JSON.parse(body)
const taken = (id: string) => (answer: RawAnswer) => {
  expect(answer.status).toBe(202)
  expect(json(answer)).toMatchObject({ id, status: 'accepted' })
}
const refused =
  (status: number, ...faults: string[]) =>
  (answer: RawAnswer) => {
    expect(answer.status).toBe(status)
    const { errors = [] } = json(answer) as { errors?: { code: string; pointer: string }[] }
    expect(errors.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual(expect.arrayContaining(faults))
  }
/** Taken, with what was left out or changed told by its place. */
const takenAndTold = (id: string, pointer: string) => (answer: RawAnswer) => {
  taken(id)(answer)
  expect(json(answer).notices).toEqual(expect.arrayContaining([expect.objectContaining({ pointer })]))
}

const cases: Readonly<Record<string, (answer: RawAnswer) => void>> = {
  'raw-utf8-header.http': taken('登记-77'),
  'quoted-header.http': taken('REG 79'),
  'overlong-percent.http': refused(422, 'ATTRIBUTE_UNREADABLE /id'),
  'null-subject.http': taken('X-1'),
  'binary-no-content-type.http': taken('X-82'),
  'data-base64.http': taken('X-1'),
  'tracestate.http': takenAndTold('X-1', '/tracestate'),
  'partitionkey.http': takenAndTold('X-1', '/partitionkey'),
  'datacontenttype-quoted.http': taken('X-1'),
  'vnd-json-binary.http': taken('X-83'),
  'empty-batch.http': (answer) => {
    expect(answer.status).toBe(202)
    expect(json(answer)).toEqual({ accepted: 0, refused: 0, retry: 0, items: [] })
  },
  'leap-second.http': takenAndTold('X-1', '/time'),
  'ndjson-gzip.http': (answer) => {
    expect(answer.status).toBe(202)
    expect(answer.body).toContain('"summary":{"events":2,"accepted":2,"refused":0,"retry":0}')
  },
  'options.http': (answer) => {
    expect(answer.status).toBe(405)
    expect(answer.headers.allow).toMatch(/POST/)
  },
  'name-blank.http': refused(422),
  'id-document-of-another.http': refused(422),
  'ghost-person.http': refused(422, 'PERSON_BY_ID /data/person/personId'),
  'pointer-rest.http': (answer) => {
    expect(answer.status).toBe(422)
    expect(new Set(json(answer).errors.map(({ pointer }: { pointer: string }) => pointer))).toEqual(new Set(['/data']))
  },
}

describe('a request as a sender makes it is taken rightly, or refused with its reason', () => {
  for (const [file, isRight] of Object.entries(cases))
    it(file, async () => {
      isRight(await sendCase(hub.url, file, [contact('gz-1'), contact('gz-2')]))
    })
})
