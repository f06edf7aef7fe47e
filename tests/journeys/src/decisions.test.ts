import type { Hub } from '@hub/hub/hub.ts'
import { decideIdentity } from '@hub/hub/identity-command.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { citizenNumberOf, clientOf, hubFolder, registration, startOn } from './running-hub.ts'

const { folder, remove } = hubFolder()
let hub: Hub
let client: ReturnType<typeof clientOf>

beforeAll(async () => {
  hub = await startOn(folder)
  client = clientOf(hub)
})
afterAll(async () => {
  await hub.stop()
  remove()
})

const personOf = async (order: number) => {
  await client.settle(registration(`P-${order}`, citizenNumberOf(order)))
  return client.personIdOf(citizenNumberOf(order))
}

const decide = async (decision: unknown) => {
  const response = await fetch(`${hub.url}/identity`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(decision),
  })
  return {
    status: response.status,
    type: response.headers.get('content-type')?.split(';')[0],
    body: await response.json(),
  }
}

describe('a decision about two persons', () => {
  it('is recorded once, and refused with every fault as a problem in both languages', async () => {
    const persons = [await personOf(41), await personOf(42)]
    const good = { kind: 'link', persons, evidence: ['户籍底册 1986-12'], decidedBy: 'O-1', secondDecider: 'O-2' }
    const first = await decide(good)
    expect(first).toMatchObject({ status: 200, body: { status: 'decided' } })
    const { eventId } = first.body
    expect(await decide(good)).toMatchObject({ status: 200, body: { status: 'already-so', eventId } })

    const faultsOf = async (decision: unknown) => {
      const { status, type, body } = await decide(decision)
      expect([status, type, body.code]).toEqual([422, 'application/problem+json', 'DECISION_REFUSED'])
      for (const { messageZh, whatToDoZh } of body.errors) expect(messageZh + whatToDoZh).toMatch(/[一-龥]/)
      return body.errors.map(({ code, pointer }: { code: string; pointer: string }) => `${code} ${pointer}`)
    }
    expect(await faultsOf({ ...good, secondDecider: 'O-1' })).toEqual(['TWO_DUTIES /secondDecider'])
    expect(await faultsOf({ ...good, persons: [persons[0], persons[0]] })).toEqual(['SAME_PERSON /persons/1'])
    expect(await faultsOf({ kind: 'link', persons, decidedBy: 'O-1', secondDecider: 'O-2' })).toEqual([
      'MISSING /evidence',
    ])
    expect(await faultsOf('no decision')).toEqual(['TYPE '])
    const number = citizenNumberOf(41)
    expect(await faultsOf({ ...good, evidence: ['原号', number], decidedBy: number })).toEqual([
      'CITIZEN_NUMBER_MISPLACED /evidence/1',
      'CITIZEN_NUMBER_MISPLACED /decidedBy',
    ])
    expect(await faultsOf({ ...good, persons: [persons[0], number] })).toEqual([
      'CITIZEN_NUMBER_MISPLACED /persons/1',
      'FORMAT /persons/1',
    ])
    expect(await faultsOf({ ...good, evidence: ['\ud83d'] })).toEqual(['LONE_SURROGATE /evidence/0'])
  })
})

describe('the command', () => {
  it('says in both languages what was decided, and what speaks against it', async () => {
    const persons = [await personOf(43), await personOf(44)] as const
    const lines: string[] = []
    const options = { evidence: ['指纹比对'], decidedBy: 'O-1', secondDecider: 'O-2', url: hub.url }
    const said = async (kind: 'link' | 'unlink', changes = {}) => {
      const exitCode = await decideIdentity(kind, persons, { ...options, ...changes }, (line) => lines.push(line))
      return [exitCode, lines.pop()]
    }
    expect(await said('unlink')).toEqual([0, `本无关联 not linked: ${persons.join(' · ')}`])
    expect(await said('link')).toEqual([0, expect.stringMatching(/^已关联 linked: .*\n事件 event [0-9a-f-]{36}$/)])
    expect(await said('link')).toEqual([0, expect.stringMatching(/^此前已关联 linked before: .*\n事件 event /)])
    expect(await said('link', { json: true })).toEqual([0, expect.stringContaining('"status": "already-so"')])
    const refused = /^决定未被采纳 Decision refused\n {2}TWO_DUTIES \/secondDecider：.*\n {6}→ 复核、审批须由他人办理。/
    expect(await said('link', { secondDecider: 'O-1' })).toEqual([1, expect.stringMatching(refused)])
  })
})

describe('the clock', () => {
  it('of a store that was founded with the real one is not set', async () => {
    const response = await fetch(`${hub.url}/clock`, { method: 'PUT', body: '{}' })
    expect(response.status).toBe(404)
  })
})
