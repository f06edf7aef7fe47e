import kafkajs from 'kafkajs'
import { expect, it } from 'vitest'
import { isTransient } from './kafka-transient.ts'

/** An error as kafkajs makes it: its types leave out what the constructor needs. */
const made = (kind: new () => Error): Error => Reflect.construct(kind, ['it said so'])

it('a broker that is gone may come back, however often kafkajs has wrapped it', () => {
  const gone = new kafkajs.KafkaJSConnectionError('ECONNREFUSED', { broker: 'there' })
  const givenUp = new kafkajs.KafkaJSNumberOfRetriesExceeded(gone, { retryCount: 3, retryTime: 100 })
  expect(isTransient(gone)).toBe(true)
  expect(isTransient(givenUp)).toBe(true)
  expect(isTransient(made(kafkajs.KafkaJSGroupCoordinatorNotFound))).toBe(true)
  expect(isTransient(Object.assign(new kafkajs.KafkaJSNonRetriableError(givenUp), { cause: gone }))).toBe(true)
})

it('who is not let in is not let in later either', () => {
  expect(isTransient(made(kafkajs.KafkaJSSASLAuthenticationError))).toBe(false)
  expect(isTransient(new kafkajs.KafkaJSNonRetriableError('no such topic'))).toBe(false)
  expect(isTransient(new TypeError('a fault of the code'))).toBe(false)
})
