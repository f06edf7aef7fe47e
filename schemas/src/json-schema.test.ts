import { describe, expect, it } from 'vitest'
import { catalogue, lookUpType } from './catalogue.ts'
import { type JsonSchema, jsonSchemaOf, storedJsonSchemaOf, versionsOf } from './json-schema.ts'

const definitionOf = (type: string) => lookUpType(type)!.definition
const propertiesOf = (schema: JsonSchema) => schema.properties as Record<string, JsonSchema>

describe('the JSON Schema of a type', () => {
  it('says title, description and example in both languages', () => {
    const schema = jsonSchemaOf(definitionOf('civil-affairs.DeathRegistered.v1'))
    expect(schema.title).toBe('死亡登记 Death registered')
    expect(schema.$id).toBe('urn:veterans-hub:schema:civil-affairs.DeathRegistered.v1')
    expect(schema.examples).toHaveLength(1)
  })

  it('marks personal fields, with whom they describe', () => {
    const properties = propertiesOf(jsonSchemaOf(definitionOf('civil-affairs.MarriageRegistered.v1')))
    expect(properties.spouse?.['x-personal']).toEqual({ of: 'spouse' })
    expect(properties.certificateNo?.['x-personal']).toBe(true)
    expect(properties.registeredOn?.['x-personal']).toBeUndefined()
  })

  it('says what a value means where the JSON type does not', () => {
    const properties = propertiesOf(jsonSchemaOf(definitionOf('finance.PaymentOrdered.v1')))
    expect(properties.amount).toMatchObject({ type: 'integer', minimum: 0, 'x-kind': 'fen' })
    expect(properties.rollId).toMatchObject({ 'x-references': 'roll' })
    expect(properties.kind).toMatchObject({ 'x-code-list': 'paymentKind' })
  })

  it('refuses fields that the type does not have', () => {
    for (const definition of catalogue)
      expect(jsonSchemaOf(definition).additionalProperties, definition.type).toBe(false)
  })

  it('has an older version of its own, marked as deprecated', () => {
    const older = jsonSchemaOf(definitionOf('finance.PaymentDisbursed.v2'), 1)
    expect(older.deprecated).toBe(true)
    expect(Object.keys(propertiesOf(older))).toContain('amountYuan')
  })

  it('throws for a version that never was', () => {
    expect(() => jsonSchemaOf(definitionOf('finance.PaymentDisbursed.v2'), 7)).toThrow(RangeError)
  })
})

describe('the schema of data on a topic', () => {
  it('has no personal field, and no citizen number, anywhere', () => {
    for (const definition of catalogue)
      for (const version of versionsOf(definition)) {
        const schema = storedJsonSchemaOf(definition, version)
        const fields = Object.keys(propertiesOf(schema))
        for (const { field } of version === definition.version ? definition.personalFields : [])
          expect(fields, definition.type).not.toContain(field)
        expect(JSON.stringify(schema), definition.type).not.toContain('citizenNumber')
      }
  })

  it('names persons by id, and has the boxes', () => {
    const properties = propertiesOf(storedJsonSchemaOf(definitionOf('civil-affairs.MarriageRegistered.v1')))
    expect(properties.person).toMatchObject({ required: ['personId'] })
    expect(properties.sealed).toMatchObject({ type: 'array' })
  })
})
