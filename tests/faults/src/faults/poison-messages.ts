import { kafkaClient } from '@hub/broker/kafka-client.ts'
import { kafkaConnection } from '@hub/broker/kafka-connection.ts'
import { toWire } from '@hub/broker/kafka-message.ts'
import { admittedMessage } from '@hub/recorder/admitted-message.fixture.ts'
import kafkajs from 'kafkajs'
import { isLong } from '../long-form.ts'
import type { Fault } from '../scenario/scenario.ts'

// Fewer than the store counts on a day for one partition, to which most of them go.
const rounds = isLong ? 10 : 1
const topic = 'finance'
const garbage = Buffer.from([0xff, 0xfe, 0x00, 0xc3, 0x28, 0x80])

/** What no intake has put there. The whole ones are in the hub's form, admitted by a key that is not the hub's. */
const poison = (round: number) => {
  const forged = toWire(admittedMessage({ id: `forged-${round}` }))
  const { headers } = forged
  return [
    { key: null, value: null },
    { key: 'person-1', value: 'not json', headers: {} },
    { key: garbage, value: garbage, headers: { ce_id: garbage, ce_type: [garbage, garbage] } },
    { key: null, value: 'x'.repeat(900_000) },
    forged,
    { ...forged, headers: { ...headers, ce_submission: 'no uuid' } },
    { ...forged, key: 'case-another', headers: { ...headers, ce_submission: crypto.randomUUID() } },
    { ...forged, headers: { ...headers, ce_submission: crypto.randomUUID(), ce_source: '/departments/hr/employment' } },
    { ...forged, value: '{"amount":1}', headers: { ...headers, ce_submission: crypto.randomUUID() } },
    {
      ...forged,
      value: `{"amount":"${'9'.repeat(70_000)}"}`,
      headers: { ...headers, ce_submission: crypto.randomUUID() },
    },
    { ...forged, headers: { ...headers, ce_submission: crypto.randomUUID(), ce_time: '2025-02-30' } },
  ]
}

/** Somebody who is no intake writes to a department's topic. */
export const poisonMessages: Fault = {
  name: 'poison messages by a foreign producer',
  run: async ({ hub, expectForeign, untilRecorded }) => {
    const ended = hub.recorder.ended()
    const producer = kafkaClient(kafkaConnection(hub.kafka.url), 'foreign').producer({
      createPartitioner: kafkajs.Partitioners.DefaultPartitioner,
    })
    await producer.connect()
    let sent = 0
    for (let round = 0; round < rounds; round++) {
      for (const message of poison(round)) {
        await producer.send({ topic, messages: [message], compression: kafkajs.CompressionTypes.GZIP })
        sent += 1
      }
      await untilRecorded(1)
    }
    await producer.disconnect()
    expectForeign(sent)
    if (hub.recorder.ended() !== ended) throw new Error('the recorder has ended')
    return `${sent} messages without form, admission or sense: each counted, none held up the rest`
  },
}
