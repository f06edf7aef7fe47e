import { exactlyOne } from '@hub/intake/cross-field.ts'
import type { Checks } from '@hub/intake/fault.ts'

/** An intent names one attendee. More intents than posts are no fault: one post may have several who want it. */
export const jobFairs: Checks = {
  JobIntentReached: (data) => exactlyOne(data, 'person', 'attendeeKey'),
}
