import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const ownRoot = fileURLToPath(new URL('../../../../', import.meta.url))

const git = (root: string, ...args: string[]): string | undefined => {
  try {
    return execFileSync('git', args, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 64e6,
    })
  } catch {
    return undefined
  }
}

/** A tagged version (`v…`) of the schema. */
export type TaggedSchema = { tag: string; day: string; printed: string }

/** Why a repository has no versions to compare with; undefined where it may just have none. */
export const whyNoTags = (root = ownRoot): string | undefined => {
  const shallow = git(root, 'rev-parse', '--is-shallow-repository')?.trim()
  if (shallow === undefined) return 'git does not run here, or this is no repository'
  return shallow === 'true'
    ? 'this clone is shallow and has none; `git fetch --tags --unshallow` brings them'
    : undefined
}

/** The printed schema of every tagged version that has one, the first version first. */
export const taggedSchemas = (root = ownRoot): TaggedSchema[] =>
  (git(root, 'tag', '--list', 'v*', '--sort=creatordate', '--format=%(refname:short) %(creatordate:short)') ?? '')
    .split('\n')
    .flatMap((line) => {
      const [tag, day] = line.split(' ')
      const printed = tag ? git(root, 'show', `${tag}:gateway/graphql/schema.graphql`) : undefined
      return tag && day && printed ? [{ tag, day, printed }] : []
    })
