import { z } from 'zod'
import type { ExactWords } from './refusal.ts'

/** The form that a text or an object must have, in words, by its schema: what a fault says in the place of its general words. */
export const formWords = z.registry<ExactWords>()
