import { createHttpService } from '@hub/runtime/http.ts'
import { createLogger } from '@hub/runtime/log.ts'
import { registerGateway } from '../server.ts'
import { openSampleGateway } from './sample-gateway.fixture.ts'

/** A gateway over a real embedded store that listens on a port of its own. */
export const openListeningGateway = async () => {
  const gateway = openSampleGateway()
  const logger = createLogger({ level: 'silent' })
  const http = await createHttpService({ name: 'gateway', logger, ready: async () => true })
  registerGateway(http, gateway.options)
  const url = `${await http.listen({ host: '127.0.0.1', port: 0 })}/graphql`
  return {
    ...gateway,
    url,
    stop: () => http.close(),
    close: async () => {
      await http.close()
      await gateway.close()
    },
  }
}

/** The next `count` of what comes; fewer where it ends before. */
export const take = async <T>(payloads: AsyncGenerator<T>, count = Number.POSITIVE_INFINITY): Promise<T[]> => {
  const taken: T[] = []
  while (taken.length < count) {
    const { value, done } = await payloads.next()
    if (done) break
    taken.push(value)
  }
  return taken
}

/** A payload as it came: `data`, or the errors of the end. */
export type Came<Data> = { data?: Data; errors?: { message: string; extensions: { code: string } }[] }

/**
 * Subscribes over SSE as a client does. `payloads` gives what comes, until the hub says that it is complete or the
 * connection breaks; `leave` breaks it.
 */
export const subscribe = <Data>(url: string, query: string, variables: Record<string, unknown> = {}) => {
  const leaving = new AbortController()
  let comments = 0
  async function* payloads(): AsyncGenerator<Came<Data>> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query, variables }),
      signal: leaving.signal,
    })
    if (!response.body) throw new Error(`no stream came: ${response.status}`)
    let text = ''
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      text += chunk
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const message = text.slice(0, end)
        text = text.slice(end + 2)
        if (message.startsWith(':')) comments++
        if (message.includes('event: complete')) return
        const data = /^data: (.+)$/m.exec(message)?.[1]
        if (data !== undefined) yield JSON.parse(data) as Came<Data>
      }
    }
  }
  return { payloads: payloads(), leave: () => leaving.abort(), heartbeats: () => comments }
}
