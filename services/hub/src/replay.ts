import { foldFile } from '@hub/gateway/file/evolve.ts'
import type { Fact } from '@hub/gateway/file/fact.ts'
import type { VeteranFile } from '@hub/gateway/file/file.ts'

/** One value of the file that an event changed; a list's entry is named by its place. Missing means it was not there. */
export type Change = { path: string; before?: string; after?: string }

/** An event of the replay and what the file was changed by it, in the order in which it became known. */
export type ReplayStep = { fact: Fact; title: string; changes: readonly Change[] }

const hidden = new Set(['source', 'history', 'alternatives', 'disputed', 'persons', 'personId', 'erased'])

const valuesOf = (value: unknown, path: string, into: Map<string, string>): Map<string, string> => {
  if (typeof value !== 'object' || value === null) return value === undefined ? into : into.set(path, String(value))
  const members = Object.entries(value).filter(([key]) => !hidden.has(key))
  for (const [key, member] of members)
    valuesOf(member, key === 'value' ? path : path === '' ? key : `${path}.${key}`, into)
  return into
}

const changesBetween = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Change[] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((path) => {
    const [was, is] = [before.get(path), after.get(path)]
    if (was === is) return []
    return [{ path, ...(was === undefined ? {} : { before: was }), ...(is === undefined ? {} : { after: is }) }]
  })

const titleOf = ({ definition, name }: Fact) =>
  definition ? `${definition.titleZh} ${definition.titleEn} (${name})` : name

/**
 * The steps of a replay: facts in the order in which they became known, each with what the file says otherwise after
 * it. A retraction's step shows what goes away again. `personId` may be empty for a stream that is no person's.
 */
export const replaySteps = (facts: readonly Fact[], personId: string): ReplayStep[] => {
  let before: ReadonlyMap<string, string> = new Map()
  const ordered = [...facts].sort((one, other) => one.ordinal - other.ordinal)
  return ordered.map((fact, index) => {
    const file: VeteranFile = foldFile(personId, ordered.slice(0, index + 1))
    const after = valuesOf(file, '', new Map())
    const changes = changesBetween(before, after)
    before = after
    return { fact, title: titleOf(fact), changes }
  })
}
