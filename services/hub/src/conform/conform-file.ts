import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { checkSubmission, noKeys } from '@hub/intake/check-submission.ts'
import { type Read, readJson, readJsonArray } from '@hub/intake/read-json.ts'
import { type Fault, faultOf } from '@hub/runtime/problem.ts'
import { lookUpType, parseType } from '@hub/schemas/catalogue.ts'
import { type SubmittingDepartment, submittingDepartments } from '@hub/schemas/department.ts'
import { departmentOfSource } from '@hub/schemas/envelope.ts'
import { canonicalJson } from '@hub/schemas/format/canonical-json.ts'
import { rejectionRefusals } from '@hub/schemas/hub/rejection-refusals.ts'
import { departmentChecks } from '../department-checks.ts'
import { type ConformReport, type Finding, reportOf } from './conform-report.ts'

/** Thrown when a file holds no events at all. */
export class NoEvents extends Error {
  override name = 'NoEvents'
}

type Placed = { name: string; read: Read }

/** The events of JSON (one event, or an array of them) or NDJSON, each by itself; lines count from 1, members from 0. */
const eventsIn = (bytes: Buffer): readonly Placed[] => {
  const first = bytes
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()[0]
  if (first === '[') {
    const read = readJsonArray(bytes, Number.MAX_SAFE_INTEGER)
    if ('refused' in read) return [{ name: '/', read }]
    return read.values.map((value, index) => ({ name: `/${index}`, read: value }))
  }
  const whole = readJson(bytes)
  if ('value' in whole) return [{ name: '/', read: whole }]
  const lines: Placed[] = []
  for (let start = 0, line = 1; start < bytes.length; line++) {
    const end = bytes.indexOf(10, start)
    const part = bytes.subarray(start, end < 0 ? bytes.length : end)
    if (part.some((byte) => byte !== 32 && byte !== 9 && byte !== 13))
      lines.push({ name: `line ${line}`, read: readJson(part) })
    start += part.length + 1
  }
  return lines
}

const textOf = (event: unknown, name: string): string => {
  const value: unknown =
    typeof event === 'object' && event !== null ? (event as Record<string, unknown>)[name] : undefined
  return typeof value === 'string' ? value : ''
}

/** To whose intake an event would go: by its source, else by its type, else any. */
const departmentOf = (event: unknown): SubmittingDepartment => {
  const named = parseType(textOf(event, 'type'))?.department
  return (
    departmentOfSource(textOf(event, 'source')) ??
    submittingDepartments.find((one) => one === named) ??
    submittingDepartments[0]
  )
}

type Checked = { faults: readonly Fault[]; notices: readonly Fault[] }

const check = ({ read }: Placed, now: number): Checked => {
  if ('refused' in read) return { faults: read.faults ?? [faultOf(read.refused, '')], notices: [] }
  const department = departmentOf(read.value)
  const context = { department, checks: departmentChecks[department], hubKeys: noKeys, now }
  const checked = checkSubmission(read.value, context)
  return 'faults' in checked ? { faults: checked.faults, notices: [] } : { faults: [], notices: checked.notices }
}

/** Events that use the id of one before them for something else: the recorder would reject them. */
const reusedIds = (placed: readonly Placed[]): ReadonlySet<Placed> => {
  const contents = new Map<string, string>()
  const reused = new Set<Placed>()
  for (const one of placed) {
    if (!('value' in one.read) || textOf(one.read.value, 'id') === '') continue
    const key = `${textOf(one.read.value, 'source')}#${textOf(one.read.value, 'id')}`
    const content = canonicalJson(one.read.value)
    if (contents.has(key) && contents.get(key) !== content) reused.add(one)
    else contents.set(key, content)
  }
  return reused
}

/** Checks every event of a file as an intake would, without keys and without a hub. @throws {NoEvents} */
export const conformFile = (file: string, now: number): ConformReport => {
  const placed = eventsIn(readFileSync(file))
  if (placed.length === 0) throw new NoEvents(`${basename(file)} holds no event（文件中没有事件）`)
  const reused = reusedIds(placed)
  const results = placed.map((one) => ({ one, ...check(one, now) }))
  const findings = results.map(({ one, faults, notices }): Finding => {
    const twice = reused.has(one) ? [faultOf(rejectionRefusals.ID_REUSED_WITH_OTHER_CONTENT, '/id')] : []
    const type = 'value' in one.read ? textOf(one.read.value, 'type') : ''
    return {
      name: one.name,
      // What is no type's name is not repeated: it may hold anything.
      type: lookUpType(type) ? type : '(?)',
      passed: faults.length + twice.length === 0,
      faults: [...faults, ...twice, ...(faults.length + twice.length === 0 ? notices : [])],
    }
  })
  const of = placed.length
  const taken = results.filter(({ faults }) => faults.length === 0)
  return reportOf(
    basename(file),
    [
      { title: 'taken by the intake', titleZh: '可被接收', good: taken.length, of, weight: 70 },
      { title: 'ids used once', titleZh: '编号不重复', good: of - reused.size, of, weight: 20 },
      {
        title: 'nothing to look at again',
        titleZh: '无需复核',
        good: taken.filter(({ notices }) => notices.length === 0).length,
        of,
        weight: 10,
      },
    ],
    findings,
  )
}
