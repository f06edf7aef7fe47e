import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { IdInUse, NotInOutbox, type Outbox, openOutbox } from './outbox.ts'
import { lockForSending, OutboxInUse } from './outbox-file.ts'
import { stopped } from './stopped-payment.fixture.ts'

let folder = ''
let outbox: Outbox
const source = '/departments/finance/treasury'
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-outbox-'))
  outbox = openOutbox(join(folder, 'outbox.db'))
})
afterEach(() => {
  outbox.close()
  rmSync(folder, { recursive: true })
})
const all = { events: 100, bytes: 1_000_000 }
const noteOf = (id: string, state: 'taken' | 'recorded' | 'refused' | 'rejected') => {
  const event = outbox.nextOf(source, all).find((one) => one.id === id)
  const taken = outbox.taken(0, 100).find(({ receipt }) => receipt === id)
  return outbox.note([{ key: (event ?? taken)!.key, state, ...(state === 'taken' ? { receipt: id } : {}) }])
}

describe('an outbox', () => {
  it('is readable by its owner alone, with the files beside it', () => {
    outbox.put(stopped('P-1'))
    lockForSending(join(folder, 'outbox.db')).release()
    for (const name of ['outbox.db', 'outbox.db-wal', 'outbox.db-shm', 'outbox.db-sender'])
      expect(statSync(join(folder, name)).mode & 0o777, name).toBe(0o600)
  })

  it('has what was put in when it is opened again, in its order', () => {
    const ids = outbox.put(stopped('P-2'), stopped('P-1'), stopped())
    const other = openOutbox(join(folder, 'outbox.db'))
    expect(other.nextOf(source, all).map(({ id }) => id)).toEqual(ids)
    expect(ids[2]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
    other.close()
  })

  it('takes the same event once, whatever the order of its members, and refuses another under its id', () => {
    outbox.put(stopped('P-1'))
    const { data, ...attributes } = stopped('P-1')
    outbox.put({ data, ...attributes })
    expect(outbox.counts().waiting).toBe(1)
    expect(() => outbox.put(stopped('P-2'), stopped('P-1', { reason: '其他' }))).toThrow(IdInUse)
    expect(outbox.entry({ source, id: 'P-2' })).toBeUndefined()
  })

  it('keeps a correction until what it corrects is recorded, and sends the rest', () => {
    const correction = { ...stopped('P-2'), replaces: `${source}#P-1` as const }
    outbox.put(stopped('P-1'), correction, stopped('P-3'))
    expect(outbox.nextOf(source, all).map(({ id }) => id)).toEqual(['P-1', 'P-3'])
    noteOf('P-1', 'refused')
    expect(outbox.nextOf(source, all).map(({ id }) => id)).toEqual(['P-3'])
    outbox.sendAgain({ source, id: 'P-1' })
    noteOf('P-1', 'taken')
    expect(outbox.nextOf(source, all).map(({ id }) => id)).toEqual(['P-3'])
    noteOf('P-1', 'recorded')
    expect(outbox.nextOf(source, all).map(({ id }) => id)).toEqual(['P-2', 'P-3'])
  })

  it('keeps no data of what is recorded, in none of its files', () => {
    outbox.put(stopped('P-1', { reason: '秘密的原因' }))
    expect(outbox.body({ source, id: 'P-1' })).toContain('秘密的原因')
    noteOf('P-1', 'taken')
    noteOf('P-1', 'recorded')
    expect(outbox.body({ source, id: 'P-1' })).toBeUndefined()
    expect(outbox.entry({ source, id: 'P-1' })?.state).toBe('recorded')
    for (const name of ['outbox.db', 'outbox.db-wal'])
      expect(readFileSync(join(folder, name)).includes('秘密的原因'), name).toBe(false)
  })

  it('keeps what was refused until it is sent again, under its id or another, or dropped', () => {
    outbox.put(stopped('P-1'), stopped('P-2'), stopped('P-3'))
    for (const id of ['P-1', 'P-2']) noteOf(id, 'refused')
    outbox.sendAgain({ source, id: 'P-1' }, stopped('P-9', { reason: '更正' }))
    expect(outbox.nextOf(source, all).map(({ id }) => id)).toEqual(['P-9', 'P-3'])
    outbox.drop({ source, id: 'P-2' })
    expect(outbox.entry({ source, id: 'P-2' })).toBeUndefined()
    expect(() => outbox.drop({ source, id: 'P-3' })).toThrow(NotInOutbox)
    expect(() => outbox.sendAgain({ source, id: 'P-1' })).toThrow(NotInOutbox)
    noteOf('P-9', 'rejected')
    expect(() => outbox.sendAgain({ source, id: 'P-9' }, stopped('P-3'))).toThrow(IdInUse)
  })

  it('forgets the names of what was recorded when it is told to', () => {
    outbox.put(stopped('P-1'), stopped('P-2'))
    noteOf('P-1', 'recorded')
    noteOf('P-2', 'recorded')
    expect(outbox.forgetRecorded(1)).toBe(1)
    expect(outbox.entry({ source, id: 'P-1' })).toBeUndefined()
    expect(outbox.entry({ source, id: 'P-2' })?.state).toBe('recorded')
  })

  it('fills a batch by number and by bytes, and never leaves out an event that is larger alone', () => {
    outbox.put(stopped('P-1'), stopped('P-2'), stopped('P-3'))
    expect(outbox.nextOf(source, { events: 2, bytes: 1_000_000 })).toHaveLength(2)
    expect(outbox.nextOf(source, { events: 100, bytes: 10 })).toHaveLength(1)
  })

  it('is sent from by one at a time', () => {
    const lock = lockForSending(join(folder, 'outbox.db'))
    expect(() => lockForSending(join(folder, 'outbox.db'))).toThrow(OutboxInUse)
    lock.release()
    lockForSending(join(folder, 'outbox.db')).release()
  })
})
