import { z } from 'zod'

/** A text that is not empty, of at most so many characters. */
export const wording = (longest: number) => z.string().min(1).max(longest)

/** Up to so many short texts, at least one. */
export const wordings = (most: number, longest = 60) => z.array(wording(longest)).min(1).max(most)

/** How many, from one on. */
export const count = z.int().min(1).max(10_000_000)

/** How many, none included. */
export const countOrNone = z.int().min(0).max(10_000_000)

/** A calendar year. */
export const year = z.int().min(1900).max(2200)
