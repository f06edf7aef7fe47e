import type { FaultyEvent } from '@hub/reading/examine-views.ts'

/** What is wrong with an event of the store, for who looks after it. */
const words: Readonly<Record<FaultyEvent['fault'], string>> = {
  MISSING: 'it has no admission, or the recorder did not record it: it is not folded',
  OF_ANOTHER: "its admission is another department's or service's: it is not folded",
  ALTERED: 'it is not as it was admitted and recorded: it is not folded',
  DAMAGED: "its box does not open, though the person's key is there: its fields are shown as damaged",
}

/** What to do about such events. */
export const aboutFaulty =
  'see who can write to the store; what was altered is in the last backup that is without it, and its department can send it again under a new id'

/** A faulty event in a line: stream, revision, reason. */
export const faultyText = ({ stream, revision, fault }: FaultyEvent): string => `${stream}@${revision}: ${words[fault]}`
