import { exactlyOne } from '@hub/intake/cross-field.ts'
import type { Checks } from '@hub/intake/fault.ts'
import { fault } from './refusals.ts'

/** A fair's totals fit each other, and an intent names one attendee. */
export const jobFairs: Checks = {
  JobFairClosed: (data) => {
    const { posts, intents } = data.totals as { posts: number; intents: number }
    return intents > posts ? [fault('MORE_INTENTS_THAN_POSTS', '/totals/intents')] : []
  },
  JobIntentReached: (data) => exactlyOne(data, 'person', 'attendeeKey'),
}
