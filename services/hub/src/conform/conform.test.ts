import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkSubmission } from '@hub/intake/check-submission.ts'
import { conformanceSet } from '@hub/kit/conformance-set.ts'
import { catalogue } from '@hub/schemas/catalogue.ts'
import { submittingDepartments } from '@hub/schemas/department.ts'
import { Command } from 'commander'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { addConformCommand } from '../conform-command.ts'
import { departmentChecks } from '../department-checks.ts'
import { type Hub, startHub } from '../hub.ts'
import { conformFile, NoEvents } from './conform-file.ts'
import { conformUrl, NotTried } from './conform-url.ts'
import { reportForms } from './report-forms.ts'

const folder = mkdtempSync(join(tmpdir(), 'hub-conform-'))
let hub: Hub
beforeAll(async () => {
  hub = await startHub({
    dataFolder: join(folder, 'data'),
    host: '127.0.0.1',
    port: 0,
    logLevel: 'silent',
    onCrash: (reason) => {
      throw new Error(reason)
    },
  })
})
afterAll(async () => {
  await hub.stop()
  rmSync(folder, { recursive: true, force: true })
})

const fileOf = (text: string | Buffer) => {
  const file = join(folder, 'events.json')
  writeFileSync(file, text)
  return file
}
const good = conformanceSet(['finance']).find(({ expected }) => expected === 'acceptable')!.event
const now = Date.now()

describe('the published set', () => {
  const set = conformanceSet()
  it('has good and bad events of every type, each under a name of its own', () => {
    for (const { type, department } of catalogue.filter((one) => one.department !== 'hub')) {
      const own = set.filter((one) => one.type === type)
      expect(own.filter(({ expected }) => expected === 'acceptable').length, type).toBeGreaterThan(0)
      expect(own.filter(({ expected }) => expected !== 'acceptable').length, type).toBeGreaterThan(2)
      expect(own.every((one) => one.department === department)).toBe(true)
    }
    expect(new Set(set.map(({ name }) => name)).size).toBe(set.length)
  })

  it('is answered by the hub’s own intakes as it says', () => {
    const hubKeys = { persons: new Uint8Array(32), localIds: new Uint8Array(32) }
    const wrong = set.flatMap(({ name, department, event, expected }) => {
      const checked = checkSubmission(event, { department, checks: departmentChecks[department], hubKeys, now })
      const faults = 'faults' in checked ? checked.faults.map(({ code, pointer }) => `${code} ${pointer}`) : []
      const right =
        expected === 'acceptable' ? faults.length === 0 : faults.includes(`${expected.code} ${expected.pointer}`)
      return right ? [] : [`${name}: ${JSON.stringify(expected)}, but ${faults.join(', ') || 'acceptable'}`]
    })
    expect(wrong).toEqual([])
  })
})

describe('a file', () => {
  it('of good events has the full score, as one event, as an array and as lines', () => {
    for (const text of [
      JSON.stringify(good, null, 2),
      JSON.stringify([good, { ...good, id: 'other' }]),
      `\n${JSON.stringify(good)}\r\n${JSON.stringify({ ...good, id: 'other' })}`,
    ])
      expect(conformFile(fileOf(text), now)).toMatchObject({ score: 100, target: 'events.json' })
  })

  it('has the faults of each event told, with their places, and none of the values', () => {
    const bad = { ...good, id: 'b', data: { ...(good.data as object), surprise: '秘密' } }
    const reused = { ...good, time: '2025-03-05T09:30:00+08:00' }
    const report = conformFile(fileOf([good, bad, reused, 7].map((one) => JSON.stringify(one)).join('\n')), now)
    expect(
      report.findings.map(({ name, faults }) => [name, ...faults.map(({ code, pointer }) => `${code} ${pointer}`)]),
    ).toEqual([
      ['line 1'],
      ['line 2', 'UNKNOWN_FIELD /data/surprise'],
      ['line 3', 'ID_REUSED_WITH_OTHER_CONTENT /id'],
      ['line 4', 'NOT_AN_OBJECT '],
    ])
    expect(report.parts.map(({ good: some, of }) => `${some}/${of}`)).toEqual(['2/4', '3/4', '2/4'])
    expect(report.score).toBe(35 + 15 + 5)
    expect(JSON.stringify(report)).not.toMatch(/秘密|430302/)
  })

  it('that is broken in one line has the others looked at', () => {
    const report = conformFile(
      fileOf(
        Buffer.concat([
          Buffer.from(`${JSON.stringify(good)}\n`),
          Buffer.from([0xff, 10]),
          Buffer.from('{"a":1,"a":2}'),
        ]),
      ),
      now,
    )
    expect(report.findings.map(({ faults }) => faults.map(({ code }) => code))).toEqual([
      [],
      ['INVALID_UTF8'],
      ['KEY_REPEATED'],
    ])
  })

  it('has no type told that is none: it may hold anything', () => {
    const report = conformFile(
      fileOf(JSON.stringify({ ...good, type: 'finance.PaymentStopped.v430302196803142018' })),
      now,
    )
    expect(report.types).toEqual([{ type: '(?)', good: 0, bad: 1 }])
    expect(JSON.stringify(report)).not.toContain('430302196803142018')
  })

  it('without events is none to look at', () => {
    expect(() => conformFile(fileOf(' \n'), now)).toThrow(NoEvents)
  })
})

describe('a report', () => {
  it('is written as text, JSON and JUnit', () => {
    const report = conformFile(fileOf(`${JSON.stringify(good)}\n{"id":"<&\\u0001"}`), now)
    expect(reportForms.text(report)).toMatch(/events\.json: \d+\/100/)
    expect(JSON.parse(reportForms.json(report))).toEqual(report)
    const junit = reportForms.junit(report)
    expect(junit).toContain('<testsuites name="events.json" tests="2" failures="1">')
    expect(junit.match(/<testcase /g)).toHaveLength(2)
    expect(junit.match(/<failure /g)).toHaveLength(1)
  })
})

describe('a URL', () => {
  it('of a hub has the full score, and nothing is taken', async () => {
    const report = await conformUrl(hub.url)
    expect(report.findings.filter(({ passed }) => !passed)).toEqual([])
    expect(report).toMatchObject({ score: 100, remarks: [] })
    expect(new Set(report.types.map(({ type }) => type.split('.')[0]))).toEqual(new Set(submittingDepartments))
  })

  it.each([
    ['takes everything', (ids: readonly string[]) => ids.map((id) => ({ id, status: 'acceptable' })), 40],
    [
      'refuses everything',
      (ids: readonly string[]) => ids.map((id) => ({ id, status: 'refused', problem: { code: 'NO' } })),
      40,
    ],
    [
      'answers for half of what it is sent',
      (ids: readonly string[]) => ids.slice(1).map((id) => ({ id, status: 'acceptable' })),
      0,
    ],
  ])('of an adapter that %s has no full score', async (_what, answer, score) => {
    const server = createServer(async (request, response) => {
      let text = ''
      for await (const part of request.setEncoding('utf8')) text += part
      response.statusCode = request.url?.startsWith('/finance/') ? 200 : 404
      response.end(JSON.stringify({ items: answer((JSON.parse(text) as { id: string }[]).map(({ id }) => id)) }))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const report = await conformUrl(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    expect(report.score).toBe(score)
    expect(report.remarks).toEqual([expect.stringContaining('veteran-affairs, civil-affairs, hr')])
    server.close()
  })

  it('that knows no dry run is sent no event', async () => {
    const bodies: string[] = []
    const server = createServer(async (request, response) => {
      for await (const part of request.setEncoding('utf8')) bodies.push(String(part))
      response.writeHead(202).end('{"items":[]}')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    await expect(conformUrl(url)).rejects.toThrow(NotTried)
    expect(bodies).toEqual(['[]'])
    server.close()
    await expect(conformUrl('http://127.0.0.1:9')).rejects.toThrow(/nothing answers/)
  })
})

describe('the command', () => {
  const printed: string[] = []
  afterEach(() => {
    printed.length = 0
    process.exitCode = 0
  })
  const run = async (...args: string[]) => {
    const program = new Command('hub').exitOverride().configureOutput({ writeOut: (text) => printed.push(text) })
    addConformCommand(program, (text) => printed.push(text))
    await program.parseAsync(['conform', ...args], { from: 'user' })
    return process.exitCode
  }

  it('ends with 0, 1 or 2, and explains itself in both languages', async () => {
    expect(await run(fileOf(JSON.stringify(good)))).toBe(0)
    expect(await run(fileOf('{}'), '--format', 'junit')).toBe(1)
    expect(printed.at(-1)).toContain('<testsuites')
    expect(await run(join(folder, 'nowhere.json'))).toBe(2)
    expect(await run(fileOf('{}'), '--format', 'json', '--out', join(folder, 'report.json'))).toBe(1)
    await expect(run('--help')).rejects.toThrow()
    expect(printed.join('')).toMatch(/Ends with 0[\s\S]*退出码/)
  })
})
