import type { VerifyProgress } from '@hub/reading/open-reading.ts'
import { SingleBar } from 'cli-progress'
import type { Command } from 'commander'
import { openDataFolder } from './data-folder-reading.ts'
import { aboutFaulty, faultyText } from './faulty-events.ts'

const steps = {
  events: 'reading events',
  files: 'folding files',
  'catching-up': 'catching up',
  comparing: 'comparing rows',
} as const satisfies Record<VerifyProgress['step'], string>

/** A bar on the terminal, one step after the other; nothing where standard error is no terminal. */
const progressBar = () => {
  const bar = new SingleBar({ format: '{step} {bar} {value}/{total}', clearOnComplete: true, stopOnComplete: true })
  let step: VerifyProgress['step'] | undefined
  return {
    show: (progress: VerifyProgress) => {
      const total = progress.total ?? progress.done
      if (progress.step !== step) {
        bar.stop()
        bar.start(total, progress.done, { step: steps[progress.step] })
        step = progress.step
      }
      bar.setTotal(total)
      bar.update(progress.done)
    },
    stop: () => bar.stop(),
  }
}

/**
 * `hub views verify`: 0 when the live views say what today's code makes of the store and every event of it is as it was
 * admitted, else 1.
 */
export const verifyCommand = async (
  { data, json = false }: { data: string; json?: boolean },
  print: (text: string) => void,
): Promise<number> => {
  const folder = await openDataFolder(data)
  const bar = progressBar()
  try {
    const { position, rows, differences, faulty } = await folder.verify({
      onFaulty: (event) => print(json ? JSON.stringify(event) : faultyText(event)),
      onProgress: bar.show,
      onDifference: (difference) => {
        const { table, key, column, kind } = difference
        print(
          json ? JSON.stringify(difference) : `${kind}  ${table}  ${key}${column === undefined ? '' : `  ${column}`}`,
        )
      },
    })
    bar.stop()
    if (json) print(JSON.stringify({ position, rows, differences, faulty }))
    else
      print(
        differences === 0
          ? `no difference in ${rows} rows, up to position ${position}`
          : `${differences} differences in ${rows} rows, up to position ${position}: delete the folder views and start the hub, which builds them anew`,
      )
    if (faulty > 0 && !json) print(`${faulty} events of the store are faulty: ${aboutFaulty}`)
    return differences === 0 && faulty === 0 ? 0 : 1
  } finally {
    bar.stop()
    await folder.close()
  }
}

/** Adds `hub views verify` to the command. */
export const addVerifyCommand = (program: Command, print: (text: string) => void): void => {
  program
    .command('views')
    .description('look after the views')
    .command('verify')
    .description('build the views anew beside the live ones and name every difference; the hub may be running')
    .option('--data <folder>', 'the data folder', process.env.DATA_FOLDER ?? './data')
    .option('--json', 'as JSON lines')
    .action(async (options: { data: string; json?: boolean }) => {
      process.exitCode = await verifyCommand(options, print)
    })
}
