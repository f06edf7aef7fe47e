import { z } from 'zod'

/** Grades of disability, 1 the gravest; an illness gives only 1 to 6. */
export const disabilityGrade = z.int().min(1).max(10)
