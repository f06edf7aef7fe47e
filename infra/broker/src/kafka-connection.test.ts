import { describe, expect, it } from 'vitest'
import { kafkaConnection } from './kafka-connection.ts'

describe('a Kafka connection', () => {
  it('has all brokers of the URL, at 9092 where no port is given', () => {
    expect(kafkaConnection('kafka://a:19092,b')).toEqual({ brokers: ['a:19092', 'b:9092'] })
  })

  it('takes TLS and SASL from the environment', () => {
    const env = { BROKER_TLS: '1', BROKER_SASL: 'scram-sha-512', BROKER_USERNAME: 'recorder', BROKER_PASSWORD: 'x' }
    expect(kafkaConnection('kafka://a', env)).toEqual({
      brokers: ['a:9092'],
      tls: {},
      login: { mechanism: 'scram-sha-512', username: 'recorder', password: 'x' },
    })
  })

  it.each([
    ['kafka://user:secret@a:9092', {}],
    ['http://a', {}],
    ['kafka://a', { BROKER_SASL: 'kerberos' }],
    ['kafka://a', { BROKER_SASL: 'plain', BROKER_PASSWORD: 'secret' }],
  ])('refuses %s with %o, and says no password', (url, env) => {
    let message = ''
    try {
      kafkaConnection(url, env)
    } catch (error) {
      message = (error as Error).message
    }
    expect(message).toMatch(/kafka:\/\/<host>|BROKER_SASL/)
    expect(message).not.toContain('secret')
  })
})
