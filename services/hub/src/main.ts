import '@hub/runtime/node-version.ts'
import { runService } from '@hub/runtime/service-process.ts'
import { startHub } from './hub.ts'
import { type HubSettings, hubOptions, hubVariables } from './hub-settings.ts'
import { startSandbox } from './sandbox/sandbox.ts'
import { enginesNamed, sandboxVariables } from './sandbox/sandbox-settings.ts'

const sandboxOption = '--sandbox'
const takes = `${sandboxOption} [FOLDER] for a hub to try things on, with a store and a clock of its own（演练环境）`

const greeting = ({ url }: { url: string }) =>
  `The hub answers at ${url}\n` +
  `  submit  POST ${url}/<department>/events\n` +
  `  query   ${url}/graphql\n` +
  `  stop    Ctrl-C`

const runHub = () =>
  runService(
    {
      name: 'the hub',
      says: 'intakes, recorder, views and GraphQL in one process; with no engine named, on a folder of this machine.',
      settings: hubVariables,
      takes,
      start: (settings: HubSettings, onCrash) =>
        startHub({
          ...hubOptions(settings),
          onRebuild: ({ step, done, total }) => {
            if (done > 1)
              process.stderr.write(`building the views: ${step} ${done}${total === undefined ? '' : `/${total}`}\n`)
          },
          onCrash,
        }),
      greeting,
    },
    process,
  )

const runSandbox = (folder: string | undefined) =>
  runService(
    {
      name: 'the sandbox',
      says: 'a hub to try things on; in a temporary folder, or in the one that is named behind --sandbox.',
      settings: sandboxVariables,
      read: folder === undefined ? [sandboxOption] : [sandboxOption, folder],
      start: async (settings, onCrash) => {
        const named = enginesNamed(process.env)
        if (named.length > 0) throw new Error(`a sandbox has everything of its own: unset ${named.join(', ')}`)
        const { HOST: host, PORT: port, LOG_LEVEL: logLevel, SIMULATED_FROM: simulatedFrom } = settings
        return startSandbox({ host, port, logLevel, simulatedFrom, folder, onCrash })
      },
      greeting: (sandbox) =>
        `A SANDBOX 演练环境: nothing in it is real.\n${greeting(sandbox)}\n` +
        `  persons GET ${sandbox.url}/sandbox\n` +
        `  anew    POST ${sandbox.url}/sandbox/reset`,
    },
    process,
  )

const [option, folder] = process.argv.slice(2)
await (option === sandboxOption ? runSandbox(folder?.startsWith('-') ? undefined : folder) : runHub())
