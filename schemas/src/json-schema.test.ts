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

  it('marks sealed fields with whom they describe, and open ones with the figures that need them', () => {
    const marriage = propertiesOf(jsonSchemaOf(definitionOf('civil-affairs.MarriageRegistered.v1')))
    expect(marriage.spouse?.['x-sealed']).toBe('named')
    expect(marriage.marriedOn).toMatchObject({ 'x-sealed': 'person' })
    expect(marriage.marriedOn).not.toHaveProperty('x-open')
    expect(marriage.marriageNo).toMatchObject({ 'x-sealed': 'person', 'x-open': { as: { form: 'token' } } })
    const funding = propertiesOf(jsonSchemaOf(definitionOf('hr.StartupFundingGranted.v1')))
    expect(funding.amount).toMatchObject({ 'x-open': { figures: ['startup-funding'] } })
    expect(funding.amount).not.toHaveProperty('x-sealed')
    expect(funding.region).toMatchObject({ 'x-sealed': 'person', 'x-open': { as: { form: 'county' } } })
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
  it('has no field that is sealed, and no citizen number, anywhere', () => {
    for (const definition of catalogue)
      for (const version of versionsOf(definition)) {
        const schema = storedJsonSchemaOf(definition, version)
        const marks = [definition, ...definition.earlier].find((each) => each.version === version)!
        const [sealed] = (schema.anyOf ?? [schema]) as JsonSchema[]
        const open = marks.openFields.map(({ field }) => field)
        if (marks.personField !== undefined)
          expect(Object.keys(propertiesOf(sealed!)).sort(), definition.type).toEqual([...open, 'sealed'].sort())
        expect(JSON.stringify(schema), definition.type).not.toContain('citizenNumber')
      }
  })

  it('has one box, and open fields in the form in which they lie open', () => {
    const properties = propertiesOf(storedJsonSchemaOf(definitionOf('veteran-affairs.SurgeryPerformed.v1')))
    expect(properties.sealed).toMatchObject({ required: ['of', 'box'] })
    expect(properties.selfPaid).toEqual({ enum: [0] })
    expect(properties.region).toMatchObject({ pattern: '^[1-8][0-9]{5}$' })
  })

  it('has another form for an event that names nobody, where it need not', () => {
    const { anyOf } = storedJsonSchemaOf(definitionOf('hr.JobIntentReached.v1')) as { anyOf: JsonSchema[] }
    const [named, unnamed] = anyOf.map(propertiesOf)
    expect(named).toHaveProperty('sealed')
    expect(unnamed).not.toHaveProperty('sealed')
    expect(unnamed).toHaveProperty('companyUscc')
    expect(unnamed).not.toHaveProperty('person')
  })
})
