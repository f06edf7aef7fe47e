import { type Settings, SettingsUnusable, type VariableName } from '@hub/runtime/settings.ts'
import { type Limits, readLimits } from './limits/limits.ts'
import type { GatewaySettings } from './server.ts'

/** What the environment says of GraphQL. */
export const graphqlVariables = [
  'GRAPHQL_LIMITS',
  'GRAPHQL_TRUSTED_DOCUMENTS',
  'GRAPHQL_TRUSTED_ONLY',
  'GRAPHQL_INTROSPECTION',
  'NODE_ENV',
] as const satisfies readonly VariableName[]

const limitsOf = (json: string): Partial<Limits> => {
  try {
    return readLimits(json)
  } catch (error) {
    throw new SettingsUnusable(`settings that can't be used:\n  GRAPHQL_LIMITS: ${(error as Error).message}`)
  }
}

/** How GraphQL is to be served: introspection is on but where `NODE_ENV` is production. @throws {SettingsUnusable} */
export const gatewaySettings = (settings: Settings<never, (typeof graphqlVariables)[number]>): GatewaySettings => {
  const { GRAPHQL_LIMITS, GRAPHQL_TRUSTED_DOCUMENTS: path, GRAPHQL_INTROSPECTION, NODE_ENV } = settings
  const only = settings.GRAPHQL_TRUSTED_ONLY === 'on'
  if (only && path === undefined)
    throw new SettingsUnusable('GRAPHQL_TRUSTED_ONLY needs GRAPHQL_TRUSTED_DOCUMENTS, a folder or a manifest')
  return {
    introspection: (GRAPHQL_INTROSPECTION ?? (NODE_ENV === 'production' ? 'off' : 'on')) === 'on',
    ...(GRAPHQL_LIMITS === undefined ? {} : { limits: limitsOf(GRAPHQL_LIMITS) }),
    ...(path === undefined ? {} : { trustedDocuments: { path, only } }),
  }
}
