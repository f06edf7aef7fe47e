import type { DecisionTaken } from '@hub/decisions/decision-answer.ts'
import type { LinkKind } from '@hub/decisions/identity/decide-identity.ts'
import type { Problem } from '@hub/runtime/problem.ts'
import type { Command } from 'commander'
import { askHub } from './ask-hub.ts'
import { problemText } from './problem-text.ts'

type IdentityOptions = {
  evidence: readonly string[]
  decidedBy: string
  secondDecider: string
  url: string
  json?: boolean
}

const words = {
  link: { decided: '已关联 linked', 'already-so': '此前已关联 linked before' },
  unlink: { decided: '已解除关联 unlinked', 'already-so': '本无关联 not linked' },
} as const satisfies Record<LinkKind, Record<DecisionTaken['status'], string>>

/** `hub identity link` and `unlink`: asks the running hub; 1 when it refuses. */
export const decideIdentity = async (
  kind: LinkKind,
  persons: readonly [string, string],
  { url, json, evidence, decidedBy, secondDecider }: IdentityOptions,
  print: (text: string) => void,
): Promise<number> => {
  const { ok, body } = await askHub(url, '/identity', { kind, persons, evidence, decidedBy, secondDecider })
  if (json) print(JSON.stringify(body, null, 2))
  else if (!ok) print(problemText(body as Problem))
  else {
    const { status, eventId } = body as DecisionTaken
    print(`${words[kind][status]}: ${persons.join(' · ')}${eventId === undefined ? '' : `\n事件 event ${eventId}`}`)
  }
  return ok ? 0 : 1
}

/** Adds `hub identity link` and `unlink` to the command. */
export const addIdentityCommand = (program: Command, print: (text: string) => void): void => {
  const identity = program
    .command('identity')
    .description('decide that two person ids are one person, or are not · 认定两个人员编号是否为同一人')
  for (const kind of ['link', 'unlink'] as const)
    identity
      .command(`${kind} <personId> <otherPersonId>`)
      .requiredOption('--evidence <text...>', 'what the decision rests on')
      .requiredOption('--decided-by <officialId>')
      .requiredOption('--second-decider <officialId>', 'another official')
      .option('--url <url>', 'the running hub', process.env.HUB_URL ?? 'http://127.0.0.1:4000')
      .option('--json', 'the whole answer, as JSON')
      .action(async (one: string, other: string, options: IdentityOptions) => {
        process.exitCode = await decideIdentity(kind, [one, other], options, print)
      })
}
