import { request } from '@hub/kit/hub-address.ts'
import { type Destination, saysNothing, timeoutMs } from './destination.ts'

/** A recorded fact under an id of the sender's, as the hub tells it: of whom it is, is not told. */
export type KnownFact = { source: string; id: string; position: string; receipt: string; replacedBy?: string }

/** Most ids that are asked for at once. */
export const idsAtOnce = 100

type Answer = { items?: readonly KnownFact[] } | undefined

const ask = async (
  { url, department, timeoutMs: within = timeoutMs }: Destination,
  query: URLSearchParams,
): Promise<readonly KnownFact[] | undefined> => {
  const answer = await request({ url, timeoutMs: within }, `/${department}/submissions?${query}`)
  if (answer === undefined || saysNothing(answer)) return undefined
  // A hub of before these were told says nothing of them.
  const items = (answer.body as Answer)?.items
  return Array.isArray(items) ? items.filter(({ receipt }) => receipt !== undefined) : []
}

/** Whether a source has ever had anything recorded; undefined while the hub can't say. */
export const isKnownSource = async (to: Destination, source: string): Promise<boolean | undefined> => {
  const items = await ask(to, new URLSearchParams({ source, state: 'RECORDED', limit: '1' }))
  return items && items.length > 0
}

/** What is recorded under these ids of a source; undefined while the hub can't say. */
export const factsUnder = async (
  to: Destination,
  source: string,
  ids: readonly string[],
): Promise<readonly KnownFact[] | undefined> => {
  const facts: KnownFact[] = []
  for (let from = 0; from < ids.length; from += idsAtOnce) {
    const query = new URLSearchParams({ source, state: 'RECORDED', limit: '1000' })
    for (const id of ids.slice(from, from + idsAtOnce)) query.append('id', id)
    const some = await ask(to, query)
    if (!some) return undefined
    facts.push(...some)
  }
  return facts
}
