import type { GatewayContext } from '../context.ts'
import { rootOf } from '../loaders.ts'

/**
 * Where a claim stands: whose file, the path `<section>.<field>`, and in a list the id of the event that began the
 * entry, as known at the moment that was asked about.
 */
export type ClaimPlace = { personId: string; path: string; entry?: string }

/**
 * Where a claim stands, the same at every moment: an entry of a list is named by its very first event, whatever has
 * corrected that; `part` is a field of the entry.
 */
export type NamedClaim = {
  personId: string
  section: string
  field: string
  entry?: string | undefined
  part?: string | undefined
}

const written = ({ personId, path, entry }: ClaimPlace, part?: string): string =>
  Buffer.from(
    `Claim:${personId}:${path}${entry === undefined ? '' : `#${entry}`}${part === undefined ? '' : `/${part}`}`,
  ).toString('base64url')

/** The global id of a claim: the same for every caller, at every moment, whatever has been corrected. */
export const claimId = (place: ClaimPlace, part: string | undefined, context: GatewayContext) =>
  place.entry === undefined
    ? written(place, part)
    : rootOf(context, place.entry).then((entry) => written({ ...place, entry }, part))

/** The claim of a global id; undefined when it is none of the hub's. */
export const parseClaimId = (text: string): NamedClaim | undefined => {
  const match =
    /^Claim:(?<personId>[0-9a-z]{1,60}):(?<section>\w+)\.(?<field>\w+)(?:#(?<entry>[0-9a-f-]{36}))?(?:\/(?<part>\w+))?$/.exec(
      Buffer.from(text, 'base64url').toString('utf8'),
    )
  return match?.groups as NamedClaim | undefined
}
