import { Writable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createHttpService } from './http.ts'
import { createLogger } from './log.ts'

const secret = '430302196803142018'
let http: Awaited<ReturnType<typeof createHttpService>>
let ready = true
let written = ''
beforeEach(async () => {
  written = ''
  const sink = new Writable({
    write: (chunk, _encoding, done) => {
      written += chunk
      done()
    },
  })
  http = await createHttpService({
    name: 'test',
    logger: createLogger({ level: 'debug', to: sink }),
    ready: async () => ready,
  })
  http.get('/fails/:id', async () => {
    throw new Error(`a value of ${secret}`)
  })
})
afterEach(() => http.close())

describe('an HTTP service', () => {
  it('says whether it lives and whether it can work', async () => {
    expect((await http.inject('/health/live')).statusCode).toBe(200)
    expect((await http.inject('/health/ready')).statusCode).toBe(200)
    ready = false
    expect((await http.inject('/health/ready')).statusCode).toBe(503)
    ready = true
  })

  it('counts requests by route, never by URL', async () => {
    await http.inject(`/fails/${secret}`)
    const { body } = await http.inject('/metrics')
    expect(body).toContain('route="/fails/:id"')
    expect(body).not.toContain(secret)
  })

  it('answers faults and unknown addresses with problems that tell nothing of the request', async () => {
    for (const [url, status] of [
      [`/fails/${secret}?q=${secret}`, 500],
      [`/nothing/${secret}`, 404],
    ] as const) {
      const answer = await http.inject(url)
      expect(answer.statusCode).toBe(status)
      expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
      expect(answer.json()).toMatchObject({ status, titleZh: expect.any(String), detailZh: expect.any(String) })
      expect(answer.body).not.toContain(secret)
    }
  })

  it('answers an address that is none, or too long, with a problem that does not repeat it', async () => {
    for (const id of [`%zz${secret}`, secret.repeat(40)]) {
      const answer = await http.inject(`/fails/${id}`)
      expect(answer.statusCode).toBe(400)
      expect(answer.headers['content-type']).toMatch('application/problem+json')
      expect(answer.json()).toMatchObject({ status: 400, code: 'BAD_REQUEST' })
      expect(answer.body).not.toContain(secret)
    }
  })

  it('writes neither URLs nor messages of errors into the log', async () => {
    await http.inject(`/fails/${secret}?q=${secret}`)
    await http.inject(`/nothing/${secret}`)
    expect(written).toContain('a request has failed')
    expect(written).not.toContain(secret)
  })
})

describe('a logger', () => {
  it('leaves out what an error says', () => {
    const write = (line: string) => {
      written += line
    }
    const logger = createLogger({ level: 'info', to: { write } })
    logger.error({ err: new TypeError(secret) })
    logger.error(new TypeError(secret))
    expect(written).toContain('TypeError')
    expect(written).not.toContain(secret)
  })
})
