import kafkajs from 'kafkajs'
import { expect, it } from 'vitest'
import { mayPass } from './kafka-passing.ts'

/** An error as kafkajs makes it: its types leave out what the constructor needs. */
const made = (kind: new () => Error): Error => Reflect.construct(kind, ['it said so'])

it('a broker that is gone may come back, however often kafkajs has wrapped it', () => {
  const gone = new kafkajs.KafkaJSConnectionError('ECONNREFUSED', { broker: 'there' })
  const givenUp = new kafkajs.KafkaJSNumberOfRetriesExceeded(gone, { retryCount: 3, retryTime: 100 })
  expect(mayPass(gone)).toBe(true)
  expect(mayPass(givenUp)).toBe(true)
  expect(mayPass(made(kafkajs.KafkaJSGroupCoordinatorNotFound))).toBe(true)
  expect(mayPass(Object.assign(new kafkajs.KafkaJSNonRetriableError(givenUp), { cause: gone }))).toBe(true)
})

it('who is not let in is not let in later either', () => {
  expect(mayPass(made(kafkajs.KafkaJSSASLAuthenticationError))).toBe(false)
  expect(mayPass(new kafkajs.KafkaJSNonRetriableError('no such topic'))).toBe(false)
  expect(mayPass(new TypeError('a fault of the code'))).toBe(false)
})
