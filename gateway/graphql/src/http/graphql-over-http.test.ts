import { createHttpService } from '@hub/runtime/http.ts'
import { createLogger } from '@hub/runtime/log.ts'
import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusingGatewayOptions } from '../schema/sample-gateway.fixture.ts'
import { registerGateway } from '../server.ts'

let url = ''
let close: () => Promise<unknown>

beforeAll(async () => {
  const http = await createHttpService({
    name: 'gateway',
    logger: createLogger({ level: 'silent' }),
    ready: async () => true,
  })
  registerGateway(http, refusingGatewayOptions)
  url = `${await http.listen({ host: '127.0.0.1', port: 0 })}/graphql`
  close = () => http.close()
})
afterAll(() => close())

/** The community's audit of GraphQL over HTTP, every MUST, SHOULD and MAY of it; with each, what it asks for. */
describe('the GraphQL over HTTP audit', () => {
  it.each(serverAudits({ url: () => url }).map((audit) => [audit.id, audit.name, audit] as const))(
    '%s %s',
    async (_id, _name, audit) => {
      const result = await audit.fn()
      expect(result.status, 'reason' in result ? result.reason : '').toBe('ok')
    },
  )
})

describe('the address itself', () => {
  it('leads a browser to GraphiQL', async () => {
    const page = await fetch(new URL('/', url), { headers: { accept: 'text/html' } })
    expect([page.redirected, page.url]).toEqual([true, url])
    expect(await page.text()).toContain('GraphiQL')
  })
})
