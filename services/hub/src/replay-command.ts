import type { Fact } from '@hub/file/fact.ts'
import type { Reader } from '@hub/reading/reader.ts'
import { fileStates, ofPerson, replay, type StateAfter } from '@hub/reading/replay/replay.ts'
import type { Command } from 'commander'
import { openDataFolder } from './data-folder-reading.ts'
import { type ReplayOptions, readReplayOptions } from './replay-options.ts'

const leavesOf = (value: unknown, path: string): [string, string][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, member]) => leavesOf(member, `${path}.${key}`))
    : value === undefined
      ? []
      : [[path, String(value)]]

/** The lines of what an event changed: value by value, `–` where there was or is none. */
const changeLines = ({ changes }: StateAfter): string[] =>
  changes.flatMap(({ path, before, after }) => {
    const was = new Map(leavesOf(before?.value, path))
    const is = new Map(leavesOf(after?.value, path))
    return [...new Set([...was.keys(), ...is.keys()])]
      .filter((leaf) => was.get(leaf) !== is.get(leaf))
      .map((leaf) => `    ${leaf}: ${was.get(leaf) ?? '–'} → ${is.get(leaf) ?? '–'}`)
  })

const titleOf = ({ definition, name }: Fact) =>
  definition ? `${definition.titleZh} ${definition.titleEn} (${name})` : name

const stepText = (fact: Fact, state: StateAfter | undefined): string =>
  [
    `${fact.knownTime}  ${fact.department}  ${titleOf(fact)}`,
    `    happened ${fact.time}${fact.replaces ? `  replaces ${fact.replaces}` : ''}  event ${fact.eventId}`,
    ...(state ? changeLines(state) : []),
  ].join('\n')

const stepJson = (fact: Fact, state: StateAfter | undefined): string =>
  JSON.stringify({
    recordedAt: fact.knownTime,
    occurredAt: fact.time,
    type: fact.type,
    eventId: fact.eventId,
    position: fact.position,
    ...(state ? { personId: state.personId } : {}),
    changes: state?.changes.map(({ path, kind, before, after }) => ({
      path,
      kind,
      before: before?.value,
      after: after?.value,
    })),
  })

/** `hub replay`: prints each event and what changed in the file after it; 1 when there is nothing to replay. */
export const replayCommand = async (
  options: ReplayOptions,
  print: (text: string) => void,
  signal?: AbortSignal,
): Promise<number> => {
  const { filter: asked, knownAt, pace, personIn } = readReplayOptions(options)
  const { reader, hubKeys, close } = await openDataFolder(options.data)
  const currentReader = (): Reader => reader
  try {
    const { ordinal: upTo } = reader.resolveMoment(knownAt === undefined ? {} : { asKnownAt: { time: knownAt } })
    const person = personIn(hubKeys.persons)
    const filter = { ...asked, ...(person === undefined ? {} : ofPerson(reader, person, upTo)) }
    const stateAfter = fileStates(currentReader, upTo)
    let shown = 0
    const question = { filter, upTo, newestFirst: options.backwards ?? false, pace }
    for await (const events of replay(currentReader, question, signal))
      for (const fact of await reader.opened(events)) {
        const state = await stateAfter(fact.ordinal, person)
        print(options.json ? stepJson(fact, state) : stepText(fact, state))
        shown++
      }
    if (shown === 0) process.stderr.write('该范围内截至该时点没有记录 nothing was recorded there, up to that moment\n')
    return shown === 0 ? 1 : 0
  } finally {
    await close()
  }
}

/** Adds `hub replay`. `readPerson` gives the citizen number that stands in no command line. */
export const addReplayCommand = (program: Command, print: (text: string) => void, readPerson: () => string): void => {
  program
    .command('replay')
    .description(
      'events in the order in which they were recorded and, after each, what changed in the file · 按记录顺序回放事件，及其后档案的变化',
    )
    .option(
      '--person <id>',
      'of a person and whoever the file is linked with; - reads a citizen number from standard input, so that it stands in no command line',
    )
    .option('--case <id>', 'of a case: its stream (case-…) or its id')
    .option('--stream <name>', 'of any stream')
    .option('--department <key...>', 'said by one of these departments')
    .option('--type <name...>', 'of one of these names, e.g. DeathRegistered')
    .option('--region <code>', 'by offices in this region or under it')
    .option('--correlation <id>', 'of one matter')
    .option('--from <instant>', 'happened from here on')
    .option('--to <instant>', 'happened up to here')
    .option('--recorded-from <instant>', 'recorded from here on')
    .option('--recorded-to <instant>', 'recorded up to here')
    .option('--as-known-at <instant>', 'only what was known then')
    .option('--backwards', 'from the last event to the first')
    .option('--pace <events>', 'so many events a second; at once where unsaid')
    .option('--json', 'as JSON lines')
    .option('--data <folder>', 'the data folder', process.env.DATA_FOLDER ?? './data')
    .action(async (options: ReplayOptions) => {
      if (options.person?.length === 18)
        throw new Error(
          '公民身份号码不得写在命令行中，请用 --person - 从标准输入给出 a citizen number does not belong into a command line: --person - reads it from standard input',
        )
      const person = options.person === '-' ? readPerson() : options.person
      process.exitCode = await replayCommand({ ...options, ...(person === undefined ? {} : { person }) }, print)
    })
}
