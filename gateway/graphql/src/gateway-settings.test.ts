import { readSettings } from '@hub/runtime/settings.ts'
import { describe, expect, it } from 'vitest'
import { gatewaySettings, graphqlVariables } from './gateway-settings.ts'

const graphqlOf = (env: NodeJS.ProcessEnv) =>
  gatewaySettings(readSettings({ needed: [], other: graphqlVariables }, env))

describe('the settings of GraphQL', () => {
  it('tell the schema in development, and not in production unless it is said', () => {
    expect(graphqlOf({})).toEqual({ introspection: true })
    expect(graphqlOf({ NODE_ENV: 'production' }).introspection).toBe(false)
    expect(graphqlOf({ NODE_ENV: 'production', GRAPHQL_INTROSPECTION: 'on' }).introspection).toBe(true)
  })

  it('take limits by name, and say which can not be used', () => {
    expect(graphqlOf({ GRAPHQL_LIMITS: '{"cost": 7}' }).limits).toMatchObject({ cost: 7, depth: 12 })
    expect(() => graphqlOf({ GRAPHQL_LIMITS: '{"speed": 7}' })).toThrow(/GRAPHQL_LIMITS: there is no such limit/)
  })

  it('take a folder of trusted documents, and need it where only they are answered', () => {
    expect(graphqlOf({ GRAPHQL_TRUSTED_DOCUMENTS: './documents', GRAPHQL_TRUSTED_ONLY: 'on' })).toMatchObject({
      trustedDocuments: { path: './documents', only: true },
    })
    expect(() => graphqlOf({ GRAPHQL_TRUSTED_ONLY: 'on' })).toThrow(/GRAPHQL_TRUSTED_DOCUMENTS/)
  })
})
