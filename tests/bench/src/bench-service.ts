import { createHttpService } from '@hub/runtime/http.ts'
import { createLogger } from '@hub/runtime/log.ts'

/** A service to measure: it logs errors alone, and is ready. */
export const benchService = () =>
  createHttpService({ name: 'bench', logger: createLogger({ level: 'error' }), ready: async () => true })
