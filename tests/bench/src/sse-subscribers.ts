import { once } from 'node:events'
import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http'
import type { Arrived } from './steady-load.ts'

const query =
  'subscription { recordedEvents { cursor events { __typename titleZh occurredAt envelope { sourceEventId } } } }'
const said = /"sourceEventId":"([^"]+)"/g

let last = { text: '', ids: [] as readonly string[] }
/** The ids in a text; most are the same for all subscribers, and looked through once. */
const idsIn = (text: string): readonly string[] => {
  if (last.text !== text) last = { text, ids: [...text.matchAll(said)].map(([, id]) => id!) }
  return last.ids
}

const connect = async (url: string, agent: Agent) => {
  const sent = request(`${url}/graphql`, {
    method: 'POST',
    agent,
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
  })
  sent.end(JSON.stringify({ query }))
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  if (answer.statusCode !== 200) throw new Error(`a subscription was answered ${answer.statusCode}`)
  return { sent, answer }
}

/**
 * Subscribes so many times to what is recorded, over SSE, each on a connection of its own. Resolves when every one has
 * been told where it begins. Each event arrives once for each of them.
 */
export const openSubscribers = async (url: string, count: number): Promise<{ arrived: Arrived; close(): void }> => {
  const agent = new Agent({ maxSockets: count })
  const had: ReturnType<Arrived> = []
  const open: ClientRequest[] = []
  const begun = Array.from({ length: count }, async () => {
    const { sent, answer } = await connect(url, agent)
    open.push(sent)
    sent.on('error', () => undefined)
    const begins = Promise.withResolvers<void>()
    // An event may be cut in two by the pieces that come: what is behind the last message waits for the next.
    let rest = ''
    answer.setEncoding('utf8').on('data', (piece: string) => {
      const at = performance.now()
      const text = rest + piece
      const end = text.lastIndexOf('\n\n') + 2
      rest = text.slice(end)
      const whole = text.slice(0, end)
      if (whole.includes('"cursor"')) begins.resolve()
      for (const id of idsIn(whole)) had.push({ id, at })
    })
    await begins.promise
  })
  await Promise.all(begun)
  return {
    arrived: () => had.splice(0),
    close: () => {
      for (const one of open) one.destroy()
      agent.destroy()
    },
  }
}
