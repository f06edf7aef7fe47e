import { describe, expect, it } from 'vitest'
import type { CurrentBroker } from './broker.contract.ts'
import { killedAfter } from './contract.ts'
import { readMessages } from './reading-messages.ts'
import { freshStream, sampleMessage } from './samples.ts'

/** What a sender or a reader that was killed leaves. */
export const crashRules = (current: CurrentBroker): void => {
  const notesOf = (messages: readonly { value: string }[]) =>
    messages.map(({ value }) => Number(JSON.parse(value).note))
  const upTo = (count: number) => Array.from({ length: count }, (_, index) => index)

  describe('a sender killed while it publishes', () => {
    it.each([1, 20, 77])('leaves all of the %i acknowledged messages, in order', async (acknowledged) => {
      const { module, place, topics, reopen } = current()
      const args = [module, place, topics[0], freshStream()]
      const lines = await killedAfter('./publishing-process.ts', args, ({ length }) => length >= acknowledged)
      const broker = await reopen()
      const { messages } = await broker.lag()
      expect(messages).toBeGreaterThanOrEqual(lines.length)
      const delivered = (await readMessages(broker, { topics, count: messages })).flat()
      expect(notesOf(delivered)).toEqual(upTo(messages))
    })
  })

  describe('a reader killed while it handles', () => {
    it('leaves what was not committed, and only that', async () => {
      const { broker, module, place, topics, reopen } = current()
      const key = freshStream()
      await broker.publish(upTo(40).map((index) => sampleMessage(topics[0], key, index)))
      const args = [module, place, topics[0], '10']
      const lines = await killedAfter('./reading-process.ts', args, (said) => said.length >= 3)
      const again = await reopen()
      const { messages } = await again.lag()
      // The third batch was being handled: the two before it are committed.
      const committed = lines.slice(0, 2).reduce((sum, line) => sum + Number(line), 0)
      expect(messages).toBe(40 - committed)
      const delivered = (await readMessages(again, { topics, count: messages })).flat()
      expect(notesOf(delivered)).toEqual(upTo(40).slice(committed))
    })
  })
}
