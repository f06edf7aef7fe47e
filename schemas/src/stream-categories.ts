import { catalogue } from './catalogue.ts'

/** A retraction goes to the stream of whatever it takes back: it has no category of its own. */
const ofNoCategory = 'any'

/** Streams that hold the reads of personal data: written by gateways, in no department's vocabulary. */
const access = 'access'

/** The categories of the hub's streams: what stands before the first dash of a stream's name. */
export const streamCategories: readonly string[] = [
  ...new Set([...catalogue.map(({ category }) => category), access]),
].filter((category) => category !== ofNoCategory)
