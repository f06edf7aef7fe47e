import { describe, expect, it } from 'vitest'
import { catalogue } from './catalogue.ts'
import { declarationFaults } from './declaration-faults.ts'
import { personalNumbersIn } from './format/misplaced-numbers.ts'
import { refusedJson } from './format/refused-json.ts'
import { laws } from './law/laws.ts'
import { numberKinds } from './number-kinds.ts'
import { openPart } from './open-part.ts'
import { openTextFaults, openTexts } from './open-texts.ts'
import { schemasIn } from './schemas-in.ts'
import { declaredThings } from './thing.ts'
import { thingKinds } from './thing-kinds.ts'

it('the catalogue has each type once', () => {
  const types = catalogue.map(({ type }) => type)
  expect(types.filter((type, at) => types.indexOf(type) !== at)).toEqual([])
})

it('the catalogue has no text in the open but the names, numbers and words that are listed with their reason', () => {
  expect(openTextFaults(catalogue)).toEqual([])
  const fields = new Set(
    catalogue
      .flatMap(({ data }) => schemasIn(data.shape as never))
      .map(({ path }) => path.replaceAll('[]', '').split('.').at(-1)!),
  )
  expect(Object.keys(openTexts).filter((field) => !fields.has(field))).toEqual([])
})

it('the catalogue has no type without a time and a thing of its own, told by fields that it has', () => {
  expect(declarationFaults(catalogue)).toEqual([])
})

it('the catalogue speaks of every kind of thing and has numbers of every kind that is named', () => {
  const things = new Set<string>(catalogue.flatMap((definition) => declaredThings(definition).map(({ kind }) => kind)))
  expect(Object.keys(thingKinds).filter((kind) => !things.has(kind))).toEqual([])
  const forms = catalogue.flatMap(({ openFields }) => openFields.map(({ as }) => as))
  const numbers = new Set<string>(forms.flatMap((as) => (as?.form === 'token' ? [as.of] : [])))
  expect(Object.keys(numberKinds).filter((kind) => !numbers.has(kind))).toEqual([])
})

it('the catalogue rests on every law that is named', () => {
  const rested = new Set(catalogue.flatMap(({ law }) => law))
  expect(laws.filter((rule) => !rested.has(rule)).map(({ key }) => key)).toEqual([])
})

describe.each(catalogue.map((definition) => [definition.type, definition] as const))('%s', (_type, definition) => {
  const { category, streamField, data, example, earlier } = definition

  it('takes its example, and no field that it does not know', () => {
    expect(data.safeParse(example).error?.issues).toBeUndefined()
    expect(data.safeParse({ ...example, unheardOf: 1 }).success).toBe(false)
    expect(refusedJson(example)).toEqual([])
  })

  it('is titled and described in both languages', () => {
    for (const text of [definition.titleZh, definition.descriptionZh]) expect(text).toMatch(/\p{Script=Han}/u)
    for (const text of [definition.titleEn, definition.descriptionEn]) expect(text).toMatch(/^[A-Z`]/)
  })

  it('names its stream by a field that it demands', () => {
    if (category === 'any' || definition.department === 'hub') return
    const { [streamField!]: _stream, ...rest } = example
    expect(data.safeParse(rest).success).toBe(false)
  })

  it('keeps personal numbers to sealed fields', () => {
    expect(personalNumbersIn(openPart(definition, example))).toEqual([])
  })

  for (const version of earlier)
    it(`reads version ${version.version} as today's`, () => {
      expect(version.data.safeParse(version.example).error?.issues).toBeUndefined()
      expect(data.safeParse(version.upcast(version.example)).error?.issues).toBeUndefined()
    })
})
