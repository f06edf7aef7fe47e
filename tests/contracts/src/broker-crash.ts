import { describe, expect, it } from 'vitest'
import type { BrokerRule, CurrentBroker } from './broker.contract.ts'
import { type Deviations, killedAfter, rule } from './contract.ts'
import { readMessages } from './reading-messages.ts'
import { freshStream, sampleMessage } from './samples.ts'

/** What a sender or a reader that was killed leaves. */
export const crashRules = (current: CurrentBroker, deviations: Deviations<BrokerRule>): void => {
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
    /** Kills a reader in its third batch; answers what waits then, and what the two batches before it held. */
    const killed = async () => {
      const { broker, module, place, topics, reopen } = current()
      const key = freshStream()
      await broker.publish(upTo(40).map((index) => sampleMessage(topics[0], key, index)))
      const args = [module, place, topics[0], '10']
      const lines = await killedAfter('./reading-process.ts', args, (said) => said.length >= 3)
      const again = await reopen()
      const { messages } = await again.lag()
      const delivered = (await readMessages(again, { topics, count: messages })).flat()
      const handled = lines.slice(0, 2).reduce((sum, line) => sum + Number(line), 0)
      return { notes: notesOf(delivered), handled }
    }

    it('leaves what was not handled, in order', async () => {
      const { notes, handled } = await killed()
      expect(notes).toEqual(upTo(40).slice(40 - notes.length))
      expect(notes.length).toBeGreaterThanOrEqual(40 - handled)
    })

    rule('leaves only what was not handled', deviations.COMMIT_AT_ONCE, async () => {
      const { notes, handled } = await killed()
      expect(notes).toHaveLength(40 - handled)
    })
  })
}
