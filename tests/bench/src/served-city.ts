import { registerGateway } from '@hub/graphql/server.ts'
import { openDoor } from '@hub/reading/door.ts'
import { createLogger } from '@hub/runtime/log.ts'
import { openViews } from '@hub/views/open-views.ts'
import { rebuild } from '@hub/views/rebuild.ts'
import { benchService } from './bench-service.ts'
import { recordCity } from './recorded-city.ts'

type Answered = { data?: Record<string, unknown>; errors?: readonly { extensions?: { code?: string } }[] }

/** Asks a GraphQL service over HTTP; throws where the answer has errors, by their codes. */
export const ask = async (origin: string, body: string): Promise<Record<string, unknown>> => {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  const { data, errors } = (await response.json()) as Answered
  if (!data || errors) throw new Error(`GraphQL refused: ${errors?.map((error) => error.extensions?.code)}`)
  return data
}

/** The gateway over a recorded city, on a port, as the hub serves it. */
export const serveCity = async (folder: string, size: { persons: number; count: number }) => {
  const city = await recordCity(folder, size)
  const views = openViews({ file: await rebuild({ ...city, folder, name: 'views.sqlite' }) })
  const logger = createLogger({ level: 'error' })
  const http = await benchService()
  registerGateway(http, {
    door: openDoor({ ...city, views }),
    receiptState: async () => ({ state: 'PENDING' }),
    hubKeys: city.hubKeys,
    storeId: city.storeId,
    logger,
  })
  const origin = await http.listen({ host: '127.0.0.1', port: 0 })
  return {
    ...city,
    views,
    origin,
    close: async () => {
      await http.close()
      views.close()
      await city.close()
    },
  }
}
