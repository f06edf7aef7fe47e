import { BoxNotOpened } from '@hub/sealing/box.ts'
import type { PersonKey } from '@hub/sealing/person-key.ts'
import { openFileBox } from '../projections/files.ts'

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** Paths at which two documents differ, in whatever order their members stand; at most down to a section's field. */
export const differingPaths = (one: unknown, other: unknown, path = ''): string[] => {
  if (!isObject(one) || !isObject(other)) return one === other ? [] : [path]
  const members = [...new Set([...Object.keys(one), ...Object.keys(other)])]
  const found = members.flatMap((member) =>
    differingPaths(one[member], other[member], path === '' ? member : `${path}.${member}`),
  )
  // A field is named once, not each of its parts: where in it the parts lie could say something of a person.
  return [...new Set(found.map((each) => each.split('.').slice(0, 2).join('.')))]
}

const opened = (person: string, key: PersonKey | undefined, box: unknown) => {
  if (!key || typeof box !== 'string') return undefined
  try {
    return openFileBox(person, key, box)
  } catch (error) {
    if (error instanceof BoxNotOpened) return undefined
    throw error
  }
}

/** Where the documents in two boxes of a person differ; none for the same document whose members stand otherwise. */
export const differencesOfBoxes = (person: string, key: PersonKey | undefined, live: unknown, anew: unknown) => {
  const [one, other] = [opened(person, key, live), opened(person, key, anew)]
  return one && other ? differingPaths(one, other).map((path) => `box: ${path}`) : ['box']
}
