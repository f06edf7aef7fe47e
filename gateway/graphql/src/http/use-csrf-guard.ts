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
 * Refuses requests that another site's page makes a browser send. A POST must be JSON, for which a browser first asks
 * leave (a CORS preflight) and gets none. A GET is sent without asking, but its headers say from which site.
 */
export const useCsrfGuard = (): Plugin => ({
  onRequestParse: ({ request }) => {
    if (isForeign(request)) throw refusal('CROSS_SITE', undefined, { http: { status: 403 } })
  },
})
