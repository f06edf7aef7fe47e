import type { City } from '../city.ts'
import type { Submission } from '../submission.ts'
import { systems } from '../systems.ts'
import { alteredId } from './altered-resend.ts'

const inSheet = ({ event }: Submission) => systems[event.source].format === 'sheet'

/** How many messages are sent twice. */
export const sentTwice = 200

/** Two hundred messages are sent once more, minutes to hours later: nothing happens twice. */
export const tellSentTwice = (city: City): void => {
  // What was altered under its id is rejected each time that it comes.
  const first = city.said.filter((one) => one.refusal === undefined && one.event.id !== alteredId && !inSheet(one))
  for (let n = 0; n < sentTwice; n++) {
    const once = city.random.pick(first)
    city.put({ ...once, sentAt: once.sentAt + 60_000 * city.random.whole(1, 600), again: true })
  }
}
