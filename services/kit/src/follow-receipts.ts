import { type HubAddress, request } from './hub-address.ts'
import type { News, TakenEvent } from './outbox.ts'
import { faultsOfProblem, problemIn } from './read-answer.ts'

/** Most receipts that are asked for at once. */
export const receiptsAtOnce = 500
/** Requests at a time where receipts are asked for one by one. */
const side = 8

/** What a hub says of receipts, one answer each; undefined where it could not be asked. */
type Answers = readonly (Readonly<Record<string, unknown>> | undefined)[] | undefined

const askAtOnce = async (hub: HubAddress, tokens: readonly string[]): Promise<Answers | 'no such route'> => {
  const answer = await request(hub, '/receipts', { type: 'application/json', body: JSON.stringify({ tokens }) })
  // A hub of before has no such route, and says so in its own words.
  if (answer && (answer.status === 404 || answer.status === 405)) return 'no such route'
  const items = (answer?.body as { items?: unknown } | undefined)?.items
  return answer?.status === 200 && Array.isArray(items) && items.length === tokens.length ? items : undefined
}

const askOneByOne = async (hub: HubAddress, tokens: readonly string[]): Promise<Answers> => {
  const answers: (Readonly<Record<string, unknown>> | undefined)[] = []
  for (let start = 0; start < tokens.length; start += side) {
    const some = await Promise.all(
      tokens.slice(start, start + side).map(async (token) => {
        const answer = await request(hub, `/receipts/${encodeURIComponent(token)}`)
        const problem = problemIn(answer?.body)
        return problem ? { problem } : (answer?.body as Readonly<Record<string, unknown>> | undefined)
      }),
    )
    answers.push(...some)
    if (some.every((one) => one === undefined)) return undefined
  }
  return answers
}

const states = { RECORDED: 'recorded', DUPLICATE: 'duplicate', REJECTED: 'rejected' } as const

/** Receipts of which the hub knows nothing: what they are for is sent again, which is safe. */
const lost = new Set(['RECEIPT_UNKNOWN', 'RECEIPT_OF_ANOTHER_STORE'])
/** So often; then somebody has to look why a hub does not know its own receipts. */
const mostSendings = 5

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const newsOf = ({ key, sendings }: TakenEvent, answer: Readonly<Record<string, unknown>> | undefined): News[] => {
  const problem = problemIn(answer?.problem)
  if (problem) {
    const state = sendings < mostSendings ? 'waiting' : 'refused'
    return lost.has(problem.code) ? [{ key, state, told: { faults: faultsOfProblem(problem) } }] : []
  }
  const said = text(answer?.state)
  if (said !== 'RECORDED' && said !== 'DUPLICATE' && said !== 'REJECTED') return []
  const position = text(answer?.position)
  if (said !== 'REJECTED') return [{ key, state: states[said], told: { faults: [], ...(position && { position }) } }]
  const { reason, detail, detailZh, whatToDo, whatToDoZh } = answer ?? {}
  const words = {
    message: text(detail),
    messageZh: text(detailZh),
    whatToDo: text(whatToDo),
    whatToDoZh: text(whatToDoZh),
  }
  return [{ key, state: 'rejected', told: { faults: [{ pointer: '', code: text(reason), ...words }] } }]
}

/**
 * Asks what became of events that were taken: all at once where the hub has the route for it, else one by one. Nothing is
 * said of those that are still on their way; undefined where the hub did not answer.
 */
export const askReceipts = async (
  hub: HubAddress,
  taken: readonly TakenEvent[],
): Promise<readonly News[] | undefined> => {
  const tokens = taken.map(({ receipt }) => receipt)
  const atOnce = await askAtOnce(hub, tokens)
  const answers = atOnce === 'no such route' ? await askOneByOne(hub, tokens) : atOnce
  return answers && taken.flatMap((one, index) => newsOf(one, answers[index] ?? undefined))
}
