import { expect, it } from 'vitest'
import { isJsonMediaType, parseMediaType } from './media-type.ts'

it('reads a media type and its parameters, quoted ones too', () => {
  const read = parseMediaType(' Application/CloudEvents+JSON ; Charset="UTF-8" ;a=b; ')
  expect(read?.essence).toBe('application/cloudevents+json')
  expect([...read!.parameters]).toEqual([
    ['charset', 'UTF-8'],
    ['a', 'b'],
  ])
  expect(parseMediaType('a/b; c="x \\" ; y"')?.parameters.get('c')).toBe('x " ; y')
})

it.each(['', 'json', 'a/', ';;', 'a/b c', 'a/b; c', 'a/b; c=', 'a/b; c="open', 'a/b, c/d'])('%j is none', (text) => {
  expect(parseMediaType(text)).toBeUndefined()
})

it.each([
  'application/json',
  'application/json;charset=utf-8',
  'application/json; charset="utf-8"',
  'application/json; odata.metadata=minimal; charset=UTF8',
  'text/json',
  'application/vnd.hn+json',
  'model/gltf+json',
])('%j is JSON', (text) => {
  expect(isJsonMediaType(text)).toBe(true)
})

it.each(['application/json; charset=gb18030', 'text/plain', 'application/jsonx', 'application/xml+jsonp', 'json'])(
  '%j is no JSON that the hub reads',
  (text) => {
    expect(isJsonMediaType(text)).toBe(false)
  },
)
