/**
 * A pattern as every reader of JSON Schema reads it alike: a digit is 0 to 9, where Python and .NET take those of all
 * scripts for `\\d`.
 */
export const portablePattern = (pattern: string): string => {
  let inClass = false
  let written = ''
  for (let at = 0; at < pattern.length; at++) {
    const pair = pattern.slice(at, at + 2)
    if (pair === '\\d') written += inClass ? '0-9' : '[0-9]'
    else if (pair.startsWith('\\')) written += pair
    else {
      if (pair[0] === '[') inClass = true
      if (pair[0] === ']') inClass = false
      written += pair[0]
      continue
    }
    at++
  }
  return written
}

type Node = Record<string, unknown>

/** Python's `$` stands before a last line feed too: no text that has a pattern may hold one. */
const noLineFeed = { pattern: '\\n' }

/** The schema, and all inside it, with portable patterns that take no line feed; changed in place. */
export const withPortablePatterns = <Schema>(schema: Schema): Schema => {
  if (Array.isArray(schema)) for (const one of schema) withPortablePatterns(one)
  else if (typeof schema === 'object' && schema !== null) {
    const node = schema as Node
    for (const [key, inner] of Object.entries(node))
      if (key !== 'not' && key !== 'examples') withPortablePatterns(inner)
    if (typeof node.pattern === 'string') {
      const pattern = portablePattern(node.pattern)
      node.pattern = pattern
      if (pattern.endsWith('$')) node.not = noLineFeed
    }
  }
  return schema
}
