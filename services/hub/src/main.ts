import '@hub/runtime/node-version.ts'
import { runService } from '@hub/runtime/service-process.ts'
import { startHub } from './hub.ts'
import { hubOptions, hubVariables } from './hub-settings.ts'

await runService(
  {
    name: 'the hub',
    says: 'intakes, recorder, views and GraphQL in one process; with no engine named, on a folder of this machine.',
    settings: hubVariables,
    start: (settings, onCrash) =>
      startHub({
        ...hubOptions(settings),
        onRebuild: ({ step, done, total }) => {
          if (done > 1)
            process.stderr.write(`building the views: ${step} ${done}${total === undefined ? '' : `/${total}`}\n`)
        },
        onCrash,
      }),
    greeting: ({ url }) =>
      `The hub answers at ${url}\n` +
      `  submit  POST ${url}/<department>/events\n` +
      `  query   ${url}/graphql\n` +
      `  stop    Ctrl-C`,
  },
  process,
)
