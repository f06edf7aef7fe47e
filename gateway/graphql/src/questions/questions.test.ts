import { getOperationAST, getVariableValues, parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { schema } from '../schema/schema.ts'
import { questions } from './questions.ts'

describe('the questions of officials', () => {
  it('are twelve, each with a key and a name of its own', () => {
    expect(questions).toHaveLength(12)
    expect(new Set(questions.map(({ key }) => key)).size).toBe(12)
    expect(new Set(questions.map(({ titleZh }) => titleZh)).size).toBe(12)
  })

  it.each(questions.map((question) => [question.key, question] as const))('%s fits the schema', (_key, question) => {
    const document = parse(question.query)
    expect(validate(schema, document)).toEqual([])
    const definitions = getOperationAST(document)?.variableDefinitions ?? []
    expect(getVariableValues(schema, definitions, { ...question.variables })).not.toHaveProperty('errors')
    expect(question.query).not.toMatch(/\d{15}/)
  })
})
