import '@hub/runtime/node-version.ts'
import { departmentService } from '@hub/intake/department-service.ts'
import { runService } from '@hub/runtime/service-process.ts'
import { checks } from './checks.ts'

await runService(departmentService('hr', { checks, checksModule: import.meta.resolve('./checks.ts') }), process)
