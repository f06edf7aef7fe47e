import type { Plugin } from 'graphql-yoga'
import { refusal } from '../schema/errors.ts'

const isForeign = (request: Request): boolean => {
  const site = request.headers.get('sec-fetch-site')
  if (site !== null) return site !== 'same-origin' && site !== 'none'
  const origin = request.headers.get('origin')
  if (origin === null) return false
  return !URL.canParse(origin) || new URL(origin).host !== (request.headers.get('host') ?? new URL(request.url).host)
}

/**
 * Refuses what another site's page makes a browser send. A POST is JSON or nothing, so a browser asks first and gets
 * no leave; a GET it would send at once, and says from where.
 */
export const useCsrfGuard = (): Plugin => ({
  onRequestParse: ({ request }) => {
    if (isForeign(request)) throw refusal('CROSS_SITE', undefined, { http: { status: 403 } })
  },
})
