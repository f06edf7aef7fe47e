import { describe, expect, it } from 'vitest'
import { readSettings } from './settings.ts'

describe('the settings of GraphQL', () => {
  it('tell the schema in development, and not in production unless it is said', () => {
    expect(readSettings({}).graphql).toEqual({ introspection: true })
    expect(readSettings({ NODE_ENV: 'production' }).graphql.introspection).toBe(false)
    expect(readSettings({ NODE_ENV: 'production', GRAPHQL_INTROSPECTION: 'on' }).graphql.introspection).toBe(true)
  })

  it('take limits by name, and say which can not be used', () => {
    expect(readSettings({ GRAPHQL_LIMITS: '{"cost": 7}' }).graphql.limits).toMatchObject({ cost: 7, depth: 12 })
    expect(() => readSettings({ GRAPHQL_LIMITS: '{"speed": 7}' })).toThrow(/GRAPHQL_LIMITS: there is no such limit/)
  })

  it('take a folder of trusted documents, and need it where only they are answered', () => {
    expect(
      readSettings({ GRAPHQL_TRUSTED_DOCUMENTS: './documents', GRAPHQL_TRUSTED_ONLY: 'on' }).graphql,
    ).toMatchObject({
      trustedDocuments: { path: './documents', only: true },
    })
    expect(() => readSettings({ GRAPHQL_TRUSTED_ONLY: 'on' })).toThrow(/GRAPHQL_TRUSTED_DOCUMENTS/)
  })
})
