import { Parser } from '@asyncapi/parser'
import { beforeAll, describe, expect, it } from 'vitest'
import { asyncApiDocument } from './async-api.ts'
import { catalogue } from './catalogue.ts'
import { versionsOf } from './json-schema.ts'

describe('the AsyncAPI document', () => {
  let parsed: Awaited<ReturnType<Parser['parse']>>
  beforeAll(async () => {
    parsed = await new Parser().parse(JSON.stringify(asyncApiDocument()))
  })

  it('is valid', () => {
    const atLeastWarnings = parsed.diagnostics.filter(({ severity }) => severity <= 1)
    expect(atLeastWarnings.map(({ code, message, path }) => ({ code, message, path }))).toEqual([])
  })

  it('has a channel for the topic of each department', () => {
    const addresses = parsed.document
      ?.channels()
      .all()
      .map((channel) => channel.address())
    expect(addresses).toEqual(['veteran-affairs', 'civil-affairs', 'finance', 'hr'])
  })

  it('has a message for every version of every type that a department submits', () => {
    const submitted = catalogue.filter((definition) => definition.department !== 'hub')
    const versions = submitted.reduce((sum, definition) => sum + versionsOf(definition).length, 0)
    expect(Object.keys(asyncApiDocument().components.messages)).toHaveLength(versions)
  })

  it('names the schema of every message', () => {
    const { messages, schemas } = asyncApiDocument().components
    for (const { payload } of Object.values(messages)) {
      const name = payload.$ref.slice('#/components/schemas/'.length)
      expect(name).toMatch(/^[A-Z][A-Za-z]+V[0-9]$/)
      expect(schemas).toHaveProperty([name])
    }
  })
})
