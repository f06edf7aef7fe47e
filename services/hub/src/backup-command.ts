import type { Command } from 'commander'
import { restoreBackup } from './backup/restore-backup.ts'
import { takeBackup } from './backup/take-backup.ts'

const megabytes = (bytes: number) => `${(bytes / 1_000_000).toFixed(1)} MB`

/** Adds `hub backup` and `hub restore`, for the data folder of an embedded hub. */
export const addBackupCommands = (program: Command, print: (text: string) => void): void => {
  const data = ['--data <folder>', 'the data folder', process.env.DATA_FOLDER ?? './data'] as const
  program
    .command('backup <folder>')
    .description('copy events, queue and persons’ keys into a new folder, checked; the hub may be running')
    .option(...data)
    .action(async (folder: string, options: { data: string }) => {
      const { events, head, persons, files } = await takeBackup({ dataFolder: options.data, folder })
      const bytes = files['store.db'].bytes + files['keys.db'].bytes
      print(`${events} events up to position ${head}, keys of ${persons} persons, ${megabytes(bytes)}: ${folder}`)
      print(
        'It does not hold hub.key and master.key: keep them elsewhere, on paper too; without them it is not readable.',
      )
      print(
        'It does hold persons’ keys, wrapped: delete it when a person erased today must be beyond recall (docs/backup-and-restore.md).',
      )
    })
  program
    .command('restore <folder>')
    .description('put a backup into a data folder that has hub.key and master.key and no store; the hub must not run')
    .option(...data)
    .action(async (folder: string, options: { data: string }) => {
      const { events, head, takenAt, keptKeys } = await restoreBackup({ folder, dataFolder: options.data })
      print(`${events} events up to position ${head}, as of ${takenAt}: ${options.data}`)
      print(
        keptKeys
          ? 'The persons’ keys that were there stay: they know who has been erased since.'
          : `The persons’ keys are those of ${takenAt}: erase again who has been erased since.`,
      )
      print('Facts that were acknowledged after the backup are gone: departments send again what is newer.')
      print('Views that tell of more are built anew at the next start.')
    })
}
