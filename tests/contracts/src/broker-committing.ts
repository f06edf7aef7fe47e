import { describe, expect, it } from 'vitest'
import type { CurrentBroker } from './broker.contract.ts'
import { peekMessages, readMessages } from './reading-messages.ts'
import { asPublished, freshStream, sampleMessage } from './samples.ts'

/** A message goes when its batch was handled, and comes again when it was not. */
export const committingRules = (current: CurrentBroker): void => {
  const publishSome = async (count: number) => {
    const { broker, topics } = current()
    const key = freshStream()
    const messages = Array.from({ length: count }, (_, index) => sampleMessage(topics[0], key, index))
    await broker.publish(messages)
    return messages
  }

  describe('committing', () => {
    it('does not bring a handled message again, after a restart neither', async () => {
      const { broker, topics, reopen } = current()
      await publishSome(5)
      await readMessages(broker, { topics, count: 5 })
      const again = await reopen()
      const later = sampleMessage(topics[1], freshStream())
      await again.publish([later])
      expect((await readMessages(again, { topics, count: 1 })).flat().map(asPublished)).toEqual([later])
    })

    it('keeps what nobody has read over a restart', async () => {
      const messages = await publishSome(5)
      const again = await current().reopen()
      const delivered = await readMessages(again, { topics: current().topics, count: 5 })
      expect(delivered.flat().map(asPublished)).toEqual(messages)
    })

    it('brings the same messages again, in order, after a failure', async () => {
      const { broker, topics } = current()
      const messages = await publishSome(6)
      const seen: string[][] = []
      const handle = async (batch: readonly { headers: Readonly<Record<string, string>> }[]) => {
        seen.push(batch.map(({ headers }) => headers.ce_id ?? ''))
        if (seen.length <= 2) throw new Error('not now')
      }
      const delivered = await readMessages(broker, { topics, count: 6, handle })
      expect(delivered.flat().map(asPublished)).toEqual(messages)
      expect(seen[0]?.length).toBeGreaterThan(0)
      expect(seen[1]).toEqual(expect.arrayContaining(seen[0] ?? []))
      expect(seen[2]).toEqual(expect.arrayContaining(seen[0] ?? []))
    })

    it('commits batch by batch: a later failure does not bring the earlier ones back', async () => {
      const { broker, topics } = current()
      const messages = await publishSome(6)
      let failed = false
      const handle = async (batch: readonly { value: string }[]) => {
        if (failed || !batch.some(({ value }) => value === messages[4]?.value)) return
        failed = true
        throw new Error('not now')
      }
      const delivered = await readMessages(broker, { topics, count: 6, batchSize: 2, handle })
      expect(failed).toBe(true)
      expect(delivered.flat().map(asPublished)).toEqual(messages)
    })

    it('rejects with the reason after five failures in a row, and keeps the messages', async () => {
      const { broker, topics } = current()
      const messages = await publishSome(3)
      let calls = 0
      const handle = async () => {
        calls += 1
        throw new Error(`failure ${calls}`)
      }
      await expect(readMessages(broker, { topics, count: 3, handle })).rejects.toThrow('failure 5')
      expect(calls).toBe(5)
      const delivered = await readMessages(broker, { topics, count: 3 })
      expect(delivered.flat().map(asPublished)).toEqual(messages)
    })

    it('tries for as long as a failure is transient, and is told of the commit after it', async () => {
      const { broker, topics } = current()
      const messages = await publishSome(2)
      const controller = new AbortController()
      const committed: string[] = []
      let calls = 0
      await broker.consume({
        topics,
        signal: controller.signal,
        handle: async () => {
          calls += 1
          if (calls <= 6) throw new Error('away')
        },
        isTransient: (error) => (error as Error).message === 'away',
        committed: (batch) => {
          committed.push(...batch.map(({ value }) => value))
          if (committed.length === messages.length) controller.abort()
        },
      })
      expect(calls).toBeGreaterThan(6)
      expect(committed).toEqual(messages.map(({ value }) => value))
    }, 30_000)

    it('counts failures anew after a success', async () => {
      const { broker, topics } = current()
      await publishSome(3)
      let calls = 0
      const handle = async () => {
        calls += 1
        if (calls % 3 !== 0) throw new Error('not now')
      }
      const delivered = await readMessages(broker, { topics, count: 3, batchSize: 1, handle })
      expect(delivered).toHaveLength(3)
      expect(calls).toBe(9)
    })

    it('commits the batch that was being handled when the signal came', async () => {
      const { broker, topics, reopen } = current()
      await publishSome(4)
      const controller = new AbortController()
      let finished = false
      const handle = async () => {
        controller.abort()
        await new Promise((resolve) => setTimeout(resolve, 50))
        finished = true
      }
      await broker.consume({ topics, batchSize: 100, signal: controller.signal, handle })
      expect(finished).toBe(true)
      expect((await (await reopen()).lag()).messages).toBe(0)
    })

    it('leaves uncommitted what failed when the signal came', async () => {
      const { broker, topics, reopen } = current()
      const messages = await publishSome(3)
      expect((await peekMessages(broker, topics)).length).toBeGreaterThan(0)
      const delivered = await readMessages(await reopen(), { topics, count: 3 })
      expect(delivered.flat().map(asPublished)).toEqual(messages)
    })
  })
}
