import type { KafkaMessage } from 'kafkajs'
import { describe, expect, it } from 'vitest'
import { fromWire, toWire } from './kafka-message.ts'

const message = { topic: 'hr', key: 'fair-12', headers: { ce_id: '招聘会-12' }, value: '{"n":1}' }

describe('a message on the wire', () => {
  it('is a CloudEvent in binary mode: attributes in ce_ headers, the content type beside them', () => {
    expect(toWire(message)).toMatchObject({
      key: 'fair-12',
      value: '{"n":1}',
      headers: { ce_id: '招聘会-12', 'content-type': 'application/json' },
    })
  })

  it('comes as it was', () => {
    const { key, value, headers } = toWire(message)
    const bytes = Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)]))
    const wire = { key: Buffer.from(key), value: Buffer.from(value), headers: bytes, offset: '7' } as KafkaMessage
    expect(fromWire('hr', 3, wire)).toEqual({ ...message, partition: 3, offset: '7' })
  })

  it('of a foreign producer may lack everything, and is still a message to refuse', () => {
    const wire = { key: null, value: null, offset: '7' } as unknown as KafkaMessage
    expect(fromWire('hr', 3, wire)).toEqual({ topic: 'hr', partition: 3, offset: '7', key: '', value: '', headers: {} })
    const twice = { ...wire, headers: { ce_id: [Buffer.from('a'), Buffer.from('b')] } } as unknown as KafkaMessage
    expect(fromWire('hr', 3, twice).headers).toEqual({ ce_id: 'b' })
  })
})
