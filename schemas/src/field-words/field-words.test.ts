import { describe, expect, it } from 'vitest'
import { catalogue } from '../catalogue.ts'
import { fieldPaths } from '../field-paths.ts'
import { fieldWordKeys, fieldWordsOf } from './field-words.ts'

const fields = catalogue.flatMap(({ name, data }) => fieldPaths(data.shape).map((path) => ({ name, path })))

describe('the words for fields', () => {
  it('are there for every field of every type, in Chinese', () => {
    const missing = fields.filter(({ name, path }) => !/\p{Script=Han}/u.test(fieldWordsOf(name, path)?.zh ?? ''))
    expect([...new Set(missing.map(({ name, path }) => `${name}.${path}`))]).toEqual([])
  })

  it('are said once each, and of no field that no type has', () => {
    expect(fieldWordKeys.filter((key, at) => fieldWordKeys.indexOf(key) !== at)).toEqual([])
    const earlier = catalogue.flatMap(({ name, earlier }) =>
      earlier.flatMap(({ data }) => fieldPaths(data.shape).map((path) => ({ name, path }))),
    )
    const used = new Set(
      [...fields, ...earlier].flatMap(({ name, path }) => [`${name}.${path}`, path, path.split('.').at(-1)!]),
    )
    expect(fieldWordKeys.filter((key) => !used.has(key))).toEqual([])
  })
})
