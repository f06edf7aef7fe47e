import { type ConformanceCase, conformanceSet } from '@hub/kit/conformance-set.ts'
import { type HubAddress, request } from '@hub/kit/hub-address.ts'
import type { Fault } from '@hub/runtime/problem.ts'
import { type SubmittingDepartment, submittingDepartments } from '@hub/schemas/department.ts'
import { type ConformReport, type Finding, reportOf, type ScorePart } from './conform-report.ts'

/** Thrown when what answers there can't be tried: nothing does, or it would take what it is sent. */
export class NotTried extends Error {
  override name = 'NotTried'
}

const batch = 'application/cloudevents-batch+json'
const eventsAtOnce = 100

type Item = { status?: unknown; problem?: { code?: unknown; errors?: readonly Fault[] } | undefined }

/**
 * Whether an intake of the department answers. An empty batch tells whether it knows dry runs before anything is sent that
 * it could take: 200 in a dry run, 202 else.
 * @throws {NotTried}
 */
const isServed = async (hub: HubAddress, department: SubmittingDepartment): Promise<boolean> => {
  const answer = await request(hub, `/${department}/events?dry-run`, { type: batch, body: '[]' })
  if (!answer) throw new NotTried(`nothing answers at ${new URL(hub.url).origin}（该地址无应答）`)
  if (answer.status === 404) return false
  if (answer.status !== 200)
    throw new NotTried(
      `${department} answers ${answer.status} to an empty batch in a dry run, where 200 is right: nothing was sent（试报空批次应答不是 200，未发送任何事件）`,
    )
  return true
}

const itemsOf = (body: unknown): readonly Item[] => {
  const items = typeof body === 'object' && body !== null && 'items' in body ? body.items : undefined
  return Array.isArray(items) ? items : []
}

const gotText = (status: number | undefined, item: Item | undefined): string => {
  if (!item) return status === undefined ? 'no answer' : `status ${status} without items that fit`
  if (item.status !== 'refused') return String(item.status)
  const errors = Array.isArray(item.problem?.errors) ? item.problem.errors : []
  return `refused: ${errors.map(({ code, pointer }) => `${code} ${pointer}`).join(', ') || String(item.problem?.code)}`
}

type Tried = { one: ConformanceCase; refused: boolean; right: boolean; finding: Finding }

const tried = (one: ConformanceCase, status: number | undefined, item: Item | undefined): Tried => {
  const { expected, name, type } = one
  const refused = item?.status === 'refused'
  const errors = Array.isArray(item?.problem?.errors) ? item.problem.errors : []
  const right =
    expected === 'acceptable'
      ? item?.status === 'acceptable'
      : refused && errors.some(({ code, pointer }) => code === expected.code && pointer === expected.pointer)
  const said = expected === 'acceptable' ? expected : `refused: ${expected.code} ${expected.pointer}`
  const finding = {
    name,
    type,
    passed: right,
    faults: [],
    ...(right ? {} : { expected: said, got: gotText(status, item) }),
  }
  return { one, refused, right, finding }
}

/** Sends the published set of these departments to a hub, or to somebody's adapter, in dry runs. @throws {NotTried} */
export const conformUrl = async (
  url: string,
  asked: readonly SubmittingDepartment[] = submittingDepartments,
): Promise<ConformReport> => {
  const hub: HubAddress = { url, timeoutMs: 60_000 }
  const served: SubmittingDepartment[] = []
  for (const department of asked) if (await isServed(hub, department)) served.push(department)
  if (served.length === 0) throw new NotTried('no intake answers at /<department>/events（该地址没有报送入口）')
  const results: Tried[] = []
  for (const department of served) {
    const cases = conformanceSet([department])
    for (let start = 0; start < cases.length; start += eventsAtOnce) {
      const some = cases.slice(start, start + eventsAtOnce)
      const body = JSON.stringify(some.map(({ event }) => event))
      const answer = await request(hub, `/${department}/events?dry-run`, { type: batch, body })
      const items = itemsOf(answer?.body)
      const fits = items.length === some.length
      results.push(...some.map((one, index) => tried(one, answer?.status, fits ? items[index] : undefined)))
    }
  }
  const good = results.filter(({ one }) => one.expected === 'acceptable')
  const bad = results.filter(({ one }) => one.expected !== 'acceptable')
  const part = (
    title: string,
    titleZh: string,
    of: readonly Tried[],
    passed: (one: Tried) => boolean,
    weight: number,
  ): ScorePart => ({
    title,
    titleZh,
    good: of.filter(passed).length,
    of: of.length,
    weight,
  })
  const missing = asked.filter((one) => !served.includes(one))
  return reportOf(
    new URL(url).origin,
    [
      part('good events taken', '正确事件被接收', good, ({ right }) => right, 40),
      part('bad events refused', '错误事件被拒收', bad, ({ refused }) => refused, 40),
      part('refused for the right fault, at its place', '拒收原因与位置正确', bad, ({ right }) => right, 20),
    ],
    results.map(({ finding }) => finding),
    missing.length > 0 ? [`无此入口 not served: ${missing.join(', ')}`] : [],
  )
}
