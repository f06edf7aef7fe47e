import { builder } from './builder.ts'

/** Whole numbers between two, both within. */
export const IntRange = builder.inputType('IntRange', {
  description: 'From one whole number to another, both within; open where one is left out.',
  fields: (t) => ({
    from: t.int({ required: false, description: 'The smallest.' }),
    to: t.int({ required: false, description: 'The greatest.' }),
  }),
})

/** A condition on a whole number. */
export const IntCondition = builder.inputType('IntCondition', {
  description: 'A condition on a whole number; all that is given holds.',
  fields: (t) => ({
    in: t.intList({ required: false, description: 'One of these.' }),
    between: t.field({ type: IntRange, required: false, description: 'In this range.' }),
  }),
})

/** Days between two, both within. */
export const DateRange = builder.inputType('DateRange', {
  description: 'From one day to another, both within; open where one is left out.',
  fields: (t) => ({
    from: t.field({ type: 'Date', required: false, description: 'The first day.' }),
    to: t.field({ type: 'Date', required: false, description: 'The last day.' }),
  }),
})

/** A range without what was left out. */
export const rangeOf = <T>(range: { from?: T | null | undefined; to?: T | null | undefined } | null | undefined) => ({
  from: range?.from ?? undefined,
  to: range?.to ?? undefined,
})
