import { existsSync } from 'node:fs'
import { freeShareOf } from '@hub/broker/guarded-broker.ts'
import type { BrokerPlace } from '@hub/broker/open-broker.ts'
import { examineEventStoreDb, examineStoreFile } from '@hub/event-store/examine-event-store.ts'
import { examinePersonKeys } from '@hub/keys/examine-person-keys.ts'
import { examineViews } from '@hub/reading/examine-views.ts'
import { hasViews } from '@hub/reading/open-reading.ts'
import { advice, type Finding, fault, good } from '@hub/runtime/finding.ts'
import { readSettings } from '@hub/runtime/settings.ts'
import { submittingDepartments } from '@hub/schemas/department.ts'
import type { Command } from 'commander'
import { dataFiles } from './data-files.ts'
import { aboutFaulty, faultyText } from './faulty-events.ts'
import { enginesOf, hubVariables } from './hub-settings.ts'

/** What was found out about each engine. */
export type Examination = { engine: string; findings: readonly Finding[] }

const examineDisk = async (folder: string): Promise<Finding[]> => {
  if (!existsSync(folder)) return [advice(`there is no folder ${folder} yet`, 'the first start makes it')]
  const free = await freeShareOf(folder)
  const says = `${Math.round(free * 100)} % of the disk of ${folder} is free`
  if (free < 0.05) return [fault(says, 'make room: below 5 % the intakes take nothing')]
  return [free < 0.15 ? advice(says, 'make room: below 5 % the intakes take nothing') : good(says)]
}

const examineFolder = (data: string): Finding[] => {
  const files = dataFiles(data)
  const missing = [files.hubKey, files.masterKey].filter((file) => !existsSync(file))
  if (existsSync(files.store) && missing.length > 0)
    return [fault(`${missing.join(' and ')} is missing beside a store`, 'bring it back from its backup')]
  return existsSync(files.store) && !hasViews(files.views)
    ? [advice('it has no views of this version of the hub', 'the next start builds them')]
    : []
}

const faultyNamed = 10

/** Events of the store that the views do not fold, by stream and revision; and what came to the topics unadmitted. */
const examineEvents = (views: string): Finding[] => {
  const examined = examineViews(views, faultyNamed)
  if (examined === undefined) return []
  const { faulty, notAdmitted } = examined
  const more =
    faulty.count > faultyNamed ? [`and ${faulty.count - faultyNamed} more: \`hub views verify\` names all`] : []
  return [
    ...(faulty.count === 0 ? [good('every event that the views have met is as it was admitted')] : []),
    ...[...faulty.first.map(faultyText), ...more].map((says) => fault(says, aboutFaulty)),
    ...notAdmitted.map(({ stream, messages }) =>
      advice(
        `${stream}: ${messages} messages that no intake had admitted`,
        'see who can write to that topic, which is for its intake alone (docs/kafka.md)',
      ),
    ),
  ]
}

const examineBroker = async (place: BrokerPlace | undefined): Promise<Finding[]> => {
  if (!place || 'file' in place) return [good("embedded, in the store's file")]
  const { examineKafka } = await import('@hub/broker/examine-kafka.ts')
  return examineKafka(place.kafka, submittingDepartments)
}

/** Looks at every engine that the environment names; the others are those of the data folder. */
export const examineHub = async (data: string, env: NodeJS.ProcessEnv, deep = false): Promise<Examination[]> => {
  const files = dataFiles(data)
  const engines = enginesOf(readSettings(hubVariables, env))
  const { broker, store, keysUrl, masterKeys = { file: files.masterKey } } = engines
  const keys = keysUrl === undefined ? { file: files.keys, masterKeys } : { url: keysUrl, masterKeys }
  return [
    {
      engine: 'broker',
      findings: await examineBroker(broker),
    },
    {
      engine: 'event store',
      findings:
        store && 'url' in store ? await examineEventStoreDb(store.url) : await examineStoreFile(files.store, deep),
    },
    { engine: "persons' keys", findings: await examinePersonKeys(keys) },
    {
      engine: 'this machine',
      findings: [...(await examineDisk(data)), ...examineFolder(data), ...examineEvents(files.views)],
    },
  ]
}

const marks: Record<Finding['level'], string> = { good: 'ok    ', advice: 'better', fault: 'FAULT ' }

/** An examination as text. */
export const examinationText = (all: readonly Examination[]): string =>
  all
    .map(({ engine, findings }) =>
      [
        engine,
        ...findings.map(
          ({ level, says, todo }) => `  ${marks[level]} ${says}${todo === undefined ? '' : `\n         → ${todo}`}`,
        ),
      ].join('\n'),
    )
    .join('\n')

/** Adds `hub doctor` to the command line; it ends with 1 where there is a fault. */
export const addDoctorCommand = (program: Command, print: (text: string) => void, env: NodeJS.ProcessEnv): void => {
  program
    .command('doctor')
    .description('look at every engine: whether it is reached, its version and settings, what to change and why')
    .option('--data <folder>', 'the data folder', env.DATA_FOLDER ?? './data')
    .option('--deep', "check the store's indexes too, which reads all of it")
    .option('--json', 'as JSON')
    .action(async ({ data, deep, json }: { data: string; deep?: true; json?: true }) => {
      const all = await examineHub(data, env, deep === true)
      print(json ? JSON.stringify(all, null, 2) : examinationText(all))
      if (all.some(({ findings }) => findings.some(({ level }) => level === 'fault'))) process.exitCode = 1
    })
}
