import '@hub/runtime/node-version.ts'
import { runService } from '@hub/runtime/service-process.ts'
import { recorderService } from './recorder-service.ts'

await runService(recorderService, process)
