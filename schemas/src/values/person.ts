import { z } from 'zod'
import { formWords } from '../form-words.ts'
import { citizenNumber } from './citizen-number.ts'
import { personName } from './person-name.ts'
import { valueKinds } from './value-kinds.ts'

/** A person id: a version prefix and 26 characters of base32 (128 bits of the keyed hash of the citizen number). */
export const personId = z
  .string()
  .regex(/^1[a-z2-7]{26}$/)
  .register(formWords, { en: 'a person id of the hub is needed', zh: '应为枢纽的人员编号' })

/**
 * A person: as a department names one, by the citizen number, and as the hub stores one, by the person id. The intake takes
 * no person id from outside.
 */
export const person = z
  .union([z.strictObject({ citizenNumber }), z.strictObject({ personId })])
  .register(formWords, {
    en: 'a person is named by { citizenNumber }',
    zh: '请以 { citizenNumber } 指明人员',
  })
  .register(valueKinds, { kind: 'person' })

/** Another person in a fact about someone: a name and, where known, who that is. Always sealed. */
export const relatedPerson = z
  .strictObject({ name: personName, person: person.optional() })
  .register(valueKinds, { kind: 'relatedPerson' })

/** The person id of a stored person reference; undefined when there is none. */
export const personIdOf = (reference: unknown): string | undefined =>
  typeof reference === 'object' && reference !== null && 'personId' in reference
    ? String(reference.personId)
    : undefined
