import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))

const git = (...args: string[]): string | undefined => {
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

/** The printed schema of every tagged version (`v…`) that has one, the first version first. */
export const taggedSchemas = (): { tag: string; day: string; printed: string }[] =>
  (git('tag', '--list', 'v*', '--sort=creatordate', '--format=%(refname:short) %(creatordate:short)') ?? '')
    .split('\n')
    .flatMap((line) => {
      const [tag, day] = line.split(' ')
      const printed = tag ? git('show', `${tag}:gateway/schema.graphql`) : undefined
      return tag && day && printed ? [{ tag, day, printed }] : []
    })
