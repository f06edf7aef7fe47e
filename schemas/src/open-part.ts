import type { Marks } from './define-event.ts'
import { inForm } from './open-field.ts'

type Data = Readonly<Record<string, unknown>>

/** Whether data names the person of whom its event speaks. An event that names nobody lies open. */
const namesPerson = ({ personField }: Pick<Marks, 'personField'>, data: Data): boolean =>
  personField !== undefined && data[personField] !== undefined

const isObject = (value: unknown) => typeof value === 'object' && value !== null

const noToken = () => {
  throw new TypeError('what stands for a value is not the value')
}

/**
 * What of the data that a department sends lies open as it was sent, by the name of the field: all of it where it names
 * nobody, else what is marked open. Forms in which no words of the sender are left (a county, a keyed hash, a length) are
 * not in it.
 */
export const openPart = (marks: Pick<Marks, 'personField' | 'openFields'>, data: Data): Data => {
  if (!namesPerson(marks, data)) return data
  const open: Record<string, unknown> = {}
  for (const { field, as } of marks.openFields) {
    const value = data[field]
    if (value === undefined) continue
    if (as === undefined) open[field] = value
    else if (as.form === 'items' && Array.isArray(value))
      open[field] = inForm(value.filter(isObject), as, noToken, data)
  }
  return open
}
