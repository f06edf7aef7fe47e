import type { ReadReceipt } from '@hub/schemas/format/receipt.ts'
/** What a department says, before it is in the form of a hub's door. */
export type SentFact = { id: string; source: string; type: string; time: string; amount: number; replaces?: string }

/** What an acknowledgement says: which attempt of which event in which stream. */
export type Acknowledged = Omit<ReadReceipt, 'store'> & { receipt?: string }

/** One try to hand over one fact, and what must become of it. */
export type Attempt = {
  id: string
  expected: 'recorded' | 'rejected'
  /** Undefined where no answer came: it may have been taken or not. */
  acknowledged: Acknowledged | undefined
}

/** Nothing was answered, or that it may not have been taken: sending again is right. */
export class NoAnswer extends Error {
  override name = 'NoAnswer'
}

/** What one source has sent about one subject. */
export type Sender = {
  source: string
  attempts: Attempt[]
  /** Ids that must be in the stream, in this order. */
  order: string[]
  /** Does one thing that departments do; resolves when all of it is acknowledged. */
  step(): Promise<void>
}

/** Sends as a department does: awaits each acknowledgement, and sends again when none came. */
export const departmentSender = (options: {
  /** @throws {NoAnswer} */
  send: (fact: SentFact) => Promise<Acknowledged>
  source: string
  type: string
  random: () => number
}): Sender => {
  const { send, source, type, random } = options
  const attempts: Attempt[] = []
  const order: string[] = []
  const facts = new Map<string, SentFact>()
  let next = 0

  const submit = async (fact: SentFact, expected: Attempt['expected']) => {
    for (;;) {
      const attempt: Attempt = { id: fact.id, expected, acknowledged: undefined }
      attempts.push(attempt)
      try {
        attempt.acknowledged = await send(fact)
        return
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error
      }
    }
  }
  // Facts come late and in any order: their times say nothing about the order of sending.
  const newFact = (rest: Partial<SentFact> = {}): SentFact => {
    const day = String(1 + Math.floor(random() * 28)).padStart(2, '0')
    const time = `2025-02-${day}T01:00:00.000Z`
    return { id: String(next++), source, type, time, amount: 1 + Math.floor(random() * 1e6), ...rest }
  }
  const record = async (fact: SentFact) => {
    await submit(fact, 'recorded')
    order.push(fact.id)
    facts.set(fact.id, fact)
  }
  const any = () => facts.get(order[Math.floor(random() * order.length)]!)!
  const altered = (fact: SentFact): SentFact => ({ ...fact, amount: fact.amount + 1 + Math.floor(random() * 1e6) })
  /** A correction sent before its fact is refused, and taken when it is sent again after it. */
  const correctTooEarly = async () => {
    const fact = newFact()
    const correction = newFact({ replaces: `${source}#${fact.id}` })
    await submit(correction, 'rejected')
    await record(fact)
    await record(correction)
  }

  return {
    source,
    attempts,
    order,
    step: async () => {
      const chance = random()
      if (order.length === 0 || chance < 0.5) await record(newFact())
      else if (chance < 0.7) await submit(any(), 'recorded')
      else if (chance < 0.85) await submit(altered(any()), 'rejected')
      else if (chance < 0.95) await record(newFact({ replaces: `${source}#${any().id}` }))
      else await correctTooEarly()
    },
  }
}
