import type { Fact } from '@hub/gateway/file/fact.ts'
import { fileStates, ofPerson, replay, type StateAfter } from '@hub/gateway/replay/replay.ts'
import type { EventFilter, Reader } from '@hub/gateway/views/read-types.ts'
import { personIdOfCitizenNumber } from '@hub/schemas/format/stream-name.ts'
import type { Command } from 'commander'
import { openDataFolder } from './data-folder-reading.ts'

export type ReplayOptions = {
  person?: string
  case?: string
  stream?: string
  department?: string[]
  type?: string[]
  region?: string
  correlation?: string
  from?: string
  to?: string
  recordedFrom?: string
  recordedTo?: string
  asKnownAt?: string
  backwards?: boolean
  pace?: string
  json?: boolean
  data: string
}

const instantOf = (text: string | undefined, name: string, timeOfDay = '00:00:00.000'): string | undefined => {
  if (text === undefined) return undefined
  const at = Date.parse(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T${timeOfDay}+08:00` : text)
  if (Number.isNaN(at)) throw new Error(`${name}: an instant or a day is needed, e.g. 2024-03-18`)
  return new Date(at).toISOString()
}

const lastInstantOf = (text: string | undefined, name: string) => instantOf(text, name, '23:59:59.999')

/** The instant behind one that is still within. */
const behind = (instant: string | undefined) => instant && new Date(Date.parse(instant) + 1).toISOString()

const filterOf = (options: ReplayOptions): EventFilter => ({
  ...(options.department ? { departments: options.department } : {}),
  ...(options.type ? { names: options.type } : {}),
  stream: options.case && !options.case.startsWith('case-') ? `case-${options.case}` : (options.case ?? options.stream),
  region: options.region,
  correlation: options.correlation,
  occurredFrom: instantOf(options.from, '--from'),
  occurredBefore: behind(lastInstantOf(options.to, '--to')),
  recordedFrom: instantOf(options.recordedFrom, '--recorded-from'),
  recordedBefore: behind(lastInstantOf(options.recordedTo, '--recorded-to')),
})

const paceOf = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined
  const pace = Number(text)
  if (!(pace > 0)) throw new Error('--pace: events a second are needed, e.g. 2')
  return pace
}

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

const personNamed = (options: ReplayOptions, persons: Uint8Array): string | undefined =>
  options.person?.length === 18 ? personIdOfCitizenNumber(persons, options.person) : options.person

/** `hub replay`: prints each event and what changed in the file after it; 1 when there is nothing to replay. */
export const replayCommand = async (
  options: ReplayOptions,
  print: (text: string) => void,
  signal?: AbortSignal,
): Promise<number> => {
  const { reader, hubKeys, close } = await openDataFolder(options.data)
  const currentReader = (): Reader => reader
  try {
    const knownAt = lastInstantOf(options.asKnownAt, '--as-known-at')
    const { ordinal: upTo } = reader.resolveMoment(knownAt === undefined ? {} : { asKnownAt: { time: knownAt } })
    const person = personNamed(options, hubKeys.persons)
    const filter = { ...filterOf(options), ...(person === undefined ? {} : ofPerson(reader, person, upTo)) }
    const stateAfter = fileStates(currentReader, upTo)
    let shown = 0
    const question = { filter, upTo, newestFirst: options.backwards ?? false, pace: paceOf(options.pace) }
    for await (const events of replay(currentReader, question, signal))
      for (const fact of await reader.opened(events)) {
        const state = await stateAfter(fact.ordinal, person)
        print(options.json ? stepJson(fact, state) : stepText(fact, state))
        shown++
      }
    if (shown === 0) process.stderr.write('nothing was recorded there, up to that moment\n')
    return shown === 0 ? 1 : 0
  } finally {
    await close()
  }
}

/** Adds `hub replay`. `readPerson` gives the citizen number that stands in no command line. */
export const addReplayCommand = (program: Command, print: (text: string) => void, readPerson: () => string): void => {
  program
    .command('replay')
    .description('events in the order in which they were recorded and, after each, what changed in the file')
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
      const person = options.person === '-' ? readPerson() : options.person
      process.exitCode = await replayCommand({ ...options, ...(person === undefined ? {} : { person }) }, print)
    })
}
