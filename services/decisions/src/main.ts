import '@hub/runtime/node-version.ts'
import { runService } from '@hub/runtime/service-process.ts'
import { decisionsService } from './decisions-service.ts'

await runService(decisionsService, process)
