import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { changedExamplesOf, publishedVersions } from './changed-examples.fixture.ts'
import { fieldWordsOf } from './field-words/field-words.ts'
import { refusedTexts } from './format/refused-texts.ts'
import type { JsonSchema } from './json-schema.ts'
import type { Rule } from './rules/rule.ts'
import { rulesOf } from './rules/rules-of.ts'
import { useAt } from './text-use.ts'

const versions = publishedVersions()

/** The keywords of the hub's own, which tell what a field means. */
const ownKeywords = (schema: unknown): string[] =>
  typeof schema !== 'object' || schema === null
    ? []
    : Object.entries(schema).flatMap(([key, inner]) => [...(key.startsWith('x-') ? [key] : []), ...ownKeywords(inner)])

const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: false })
addFormats.default(ajv)
ajv.addVocabulary([...new Set(versions.flatMap(({ schema }) => ownKeywords(schema)))])

/** The one kind of rule that JSON Schema has a form for. */
const breaksForm = (value: object, rule: Rule) =>
  rule.kind === 'exactlyOne' &&
  rule.when === undefined &&
  rule.fields.filter((field) => Object.hasOwn(value, field)).length !== 1

describe('a published schema', () => {
  it.each(versions)(
    'of $type is strict JSON Schema, and has the answers of the intake',
    ({ schema, declared, definition }) => {
      const validate = ajv.compile(schema)
      expect(validate(declared.example), JSON.stringify(validate.errors)).toBe(true)
      const changed = changedExamplesOf(declared.example)
      // What the intake takes the schema takes: it can't say every check of the intake.
      const isTaken = (one: unknown) =>
        declared.data.safeParse(one).success &&
        refusedTexts(one, (path) => useAt(declared.data, path)).length === 0 &&
        !rulesOf(definition).some((rule) => breaksForm(one as object, rule))
      for (const one of changed) if (isTaken(one)) expect(validate(one)).toBe(true)
      const refusedByForm = changed.filter((one) => !validate(one))
      for (const one of refusedByForm) expect(isTaken(one)).toBe(false)
    },
  )

  it('takes no line feed behind a text that has a pattern, in whatever language it is read', () => {
    const patterned = (node: unknown): JsonSchema[] =>
      typeof node !== 'object' || node === null
        ? []
        : [
            ...('pattern' in node && typeof node.pattern === 'string' ? [node as JsonSchema] : []),
            ...Object.values(node).flatMap(patterned),
          ]
    for (const { type, schema } of versions)
      for (const { pattern, not } of patterned(schema)) {
        if (pattern === '\\n') continue
        expect(pattern, type).not.toMatch(/\\[dswbDSWB]/)
        if (String(pattern).endsWith('$')) expect(not, type).toEqual({ pattern: '\\n' })
      }
  })

  it('has words for every field of every version, and no unit that none of its fields has', () => {
    for (const { type, definition, schema } of versions) {
      const fields = schema.properties as Record<string, JsonSchema>
      for (const field of Object.keys(fields))
        expect(fieldWordsOf(definition.name, field), `${type} ${field}`).toBeDefined()
      const hasFen = JSON.stringify(fields).includes('"x-kind":"fen"')
      if (!hasFen) expect(schema.description, type).not.toMatch(/（分）|\bfen\b/)
    }
  })
})
