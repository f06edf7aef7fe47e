import type { Message } from '@hub/broker/broker.ts'
import { admittedMessage, type ExampleSubmission } from '@hub/recorder/admitted-message.fixture.ts'
import { type KillableHub, NoAnswer } from './killable-hub.ts'

/** One try to hand over one submission, and what must become of it. */
export type Attempt = { message: Message; expected: 'recorded' | 'rejected'; acknowledged: boolean }

/** What one source has sent into one stream. */
export type Sender = {
  source: string
  stream: string
  attempts: Attempt[]
  /** Ids that must be in the stream, in this order. */
  order: string[]
  /** Does one thing that departments do; resolves when all of it is acknowledged. */
  step(): Promise<void>
}

/** Sends as a department does: awaits each acknowledgement, and sends again when none came. */
export const departmentSender = (options: {
  hub: Pick<KillableHub, 'publish'>
  source: string
  stream: string
  type: string
  random: () => number
}): Sender => {
  const { hub, source, stream, type, random } = options
  const attempts: Attempt[] = []
  const order: string[] = []
  const facts = new Map<string, ExampleSubmission>()
  let next = 0

  const submit = async (fact: ExampleSubmission, expected: Attempt['expected']) => {
    for (;;) {
      const attempt: Attempt = { message: admittedMessage(fact), expected, acknowledged: false }
      attempts.push(attempt)
      try {
        await hub.publish([attempt.message])
        attempt.acknowledged = true
        return
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error
      }
    }
  }
  // Facts come late and in any order: their times say nothing about the order of sending.
  const newFact = (rest: Partial<ExampleSubmission> = {}): ExampleSubmission => {
    const day = String(1 + Math.floor(random() * 28)).padStart(2, '0')
    const time = `2025-02-${day}T01:00:00.000Z`
    return { id: String(next++), source, stream, type, time, data: { amount: Math.floor(random() * 1e6) }, ...rest }
  }
  const record = async (fact: ExampleSubmission) => {
    await submit(fact, 'recorded')
    order.push(fact.id)
    facts.set(fact.id, fact)
  }
  const any = () => facts.get(order[Math.floor(random() * order.length)]!)!
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
    stream,
    attempts,
    order,
    step: async () => {
      const chance = random()
      if (order.length === 0 || chance < 0.5) await record(newFact())
      else if (chance < 0.7) await submit(any(), 'recorded')
      else if (chance < 0.85) await submit({ ...any(), data: { amount: -1 - Math.floor(random() * 1e6) } }, 'rejected')
      else if (chance < 0.95) await record(newFact({ replaces: `${source}#${any().id}` }))
      else await correctTooEarly()
    },
  }
}
