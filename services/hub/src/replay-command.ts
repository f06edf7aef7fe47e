import { openEmbeddedEventStore } from '@hub/event-store/embedded-event-store.ts'
import type { Fact } from '@hub/gateway/file/fact.ts'
import { openViews } from '@hub/gateway/views/open-views.ts'
import { createReader } from '@hub/gateway/views/read.ts'
import type { EventFilter, Reader } from '@hub/gateway/views/read-types.ts'
import { currentViewFile } from '@hub/gateway/views/view-files.ts'
import { openEmbeddedPersonKeys } from '@hub/keys/embedded-person-keys.ts'
import { loadOrCreateKeyFile } from '@hub/keys/key-files.ts'
import { openMasterKeys } from '@hub/keys/master-keys.ts'
import { deriveHubKeys } from '@hub/schemas/format/hub-keys.ts'
import { personIdOfCitizenNumber } from '@hub/schemas/format/stream-name.ts'
import { dataFiles } from './data-files.ts'
import { type ReplayStep, replaySteps } from './replay.ts'

export type ReplayOptions = {
  person?: string
  case?: string
  stream?: string
  from?: string
  to?: string
  asKnownAt?: string
  json?: boolean
  data: string
}

const instantOf = (text: string | undefined, name: string): string | undefined => {
  if (text === undefined) return undefined
  const at = Date.parse(/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T23:59:59.999+08:00` : text)
  if (Number.isNaN(at)) throw new Error(`${name}: an instant or a day is needed, e.g. 2024-03-18`)
  return new Date(at).toISOString()
}

const filterOf = (options: ReplayOptions, persons: Uint8Array): EventFilter => {
  const given = [options.person, options.case, options.stream].filter((one) => one !== undefined)
  if (given.length !== 1) throw new Error('name one of --person, --case or --stream')
  if (options.case) return { stream: options.case.startsWith('case-') ? options.case : `case-${options.case}` }
  if (options.stream) return { stream: options.stream }
  const person = options.person!
  return { person: person.length === 18 ? personIdOfCitizenNumber(persons, person) : person }
}

const allFacts = async (reader: Reader, filter: EventFilter, upTo: number): Promise<Fact[]> => {
  const facts: Fact[] = []
  for (;;) {
    const after = facts.at(-1)?.ordinal
    const page = await reader.events(filter, { first: 500, upTo, ...(after === undefined ? {} : { after }) })
    facts.push(...page.items)
    if (!page.hasMore) return facts
  }
}

const stepText = ({ fact, title, changes }: ReplayStep): string =>
  [
    `${fact.knownTime}  ${fact.department}  ${title}`,
    `    happened ${fact.time}${fact.replaces ? `  replaces ${fact.replaces}` : ''}  event ${fact.eventId}`,
    ...changes.map(({ path, before, after }) => `    ${path}: ${before ?? '–'} → ${after ?? '–'}`),
  ].join('\n')

/** `hub replay`: prints each event and what changed in the file after it; 1 when there is nothing to replay. */
export const replayCommand = async (options: ReplayOptions, print: (text: string) => void): Promise<number> => {
  const files = dataFiles(options.data)
  const viewsFile = currentViewFile(files.views)
  if (viewsFile === undefined)
    throw new Error(
      `${options.data} has no views of this version of the hub: start the hub on it once, or name its folder by --data`,
    )
  const hubKeys = deriveHubKeys(loadOrCreateKeyFile(files.hubKey))
  const store = openEmbeddedEventStore({ file: files.store, readOnly: true })
  const keys = openEmbeddedPersonKeys({ file: files.keys, masterKey: openMasterKeys({ file: files.masterKey }) })
  const views = openViews({ file: viewsFile })
  try {
    const reader = createReader({ views, store, keys, hubKeys })
    const filter = filterOf(options, hubKeys.persons)
    const knownAt = instantOf(options.asKnownAt, '--as-known-at')
    const moment = reader.resolveMoment(knownAt === undefined ? {} : { asKnownAt: { time: knownAt } })
    const from = instantOf(options.from, '--from')
    const to = instantOf(options.to, '--to')
    const facts = await allFacts(reader, filter, moment.ordinal)
    const steps = replaySteps(facts, filter.person ?? '').filter(
      ({ fact }) => (from === undefined || fact.time >= from) && (to === undefined || fact.time <= to),
    )
    for (const step of steps)
      print(
        options.json
          ? JSON.stringify({
              recordedAt: step.fact.knownTime,
              occurredAt: step.fact.time,
              type: step.fact.type,
              eventId: step.fact.eventId,
              changes: step.changes,
            })
          : stepText(step),
      )
    if (steps.length === 0) process.stderr.write('nothing was recorded there, up to that moment\n')
    return steps.length === 0 ? 1 : 0
  } finally {
    views.close()
    await keys.close()
    await store.close()
  }
}
