import { expect, it } from 'vitest'
import { propertiesText } from './java.ts'

it('paths of every kind stand in properties as Java reads them', () => {
  expect(propertiesText({ a: '/tmp/退役 军人', b: 'C:\\Users\\x', c: ' x', d: '😀' })).toBe(
    'a=/tmp/\\u9000\\u5f79 \\u519b\\u4eba\nb=C:\\\\Users\\\\x\nc=\\ x\nd=\\ud83d\\ude00\n',
  )
})
