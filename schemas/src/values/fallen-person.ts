import { z } from 'zod'
import { formWords } from '../form-words.ts'
import { person } from './person.ts'
import { personName } from './person-name.ts'
import { reference } from './reference.ts'

const namings = ['person', 'martyrId', 'name'] as const

/**
 * The soldier through whom a family is entitled, or whose grave it visits: named by exactly one of the citizen number,
 * the martyr's record, or the bare name. Whoever fell before about 1984 never had a citizen number.
 */
export const fallenPerson = z
  .strictObject({
    person: person.optional(),
    martyrId: reference('martyr').optional(),
    name: personName.optional(),
  })
  .refine((named) => namings.filter((naming) => named[naming] !== undefined).length === 1)
  .meta({ oneOf: namings.map((naming) => ({ required: [naming] })) })
  .register(formWords, {
    en: 'the soldier or martyr is named by exactly one of person, martyrId and name',
    zh: '军人或烈士须以 person（公民身份号码）、martyrId（烈士编号）、name（姓名）三者之一指明，且只能填一项',
  })
