import { valueAt } from '@hub/schemas/value-at.ts'

/** The members of an object that is being made. */
export type Members = Record<string, unknown>

const isIndex = (step: string) => /^\d+$/.test(step)

/** Puts a value at a JSON Pointer; makes the objects, and lists where a step is a number, that lie on the way. */
export const putAt = (target: Members, pointer: string, value: unknown): void => {
  const path = pointer.slice(1).split('/')
  const last = path.pop()!
  let at = target
  for (const [order, step] of path.entries()) {
    at[step] ??= isIndex(path[order + 1] ?? last) ? [] : {}
    at = at[step] as Members
  }
  at[last] = value
}

/** The value at a JSON Pointer of a sheet's column; undefined where there is none. */
export const pointedAt = (target: unknown, pointer: string): unknown => valueAt(target, pointer.slice(1).split('/'))
