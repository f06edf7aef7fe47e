import '@hub/runtime/node-version.ts'
import { runService } from '@hub/runtime/service-process.ts'
import { identityProcess } from './identity-process.ts'

await runService(identityProcess, process)
