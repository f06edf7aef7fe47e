import '@hub/runtime/node-version.ts'
import { runService } from '@hub/runtime/service-process.ts'
import { gatewayService } from './gateway-service.ts'

await runService(gatewayService, process)
