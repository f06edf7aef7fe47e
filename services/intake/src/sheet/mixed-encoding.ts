import iconv from 'iconv-lite'

const decoder = new TextDecoder('utf-8', { fatal: true })

const asUtf8 = (bytes: Buffer): string | undefined => {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

/** Characters by which a row is known for UTF-8: a name of two. */
const leastCharacters = 2

/**
 * Whether a row that was read as GB18030 is UTF-8: two files were put together. Bytes of GB18030 are
 * Chinese characters in UTF-8 too only where three rare ones stand alone in a row.
 */
export const isMixedEncoding = (cells: readonly string[]): boolean => {
  const text = cells.join('\n')
  if (!/[^\0-\u007F]/.test(text)) return false
  const utf8 = asUtf8(iconv.encode(text, 'gb18030'))
  return (
    utf8 !== undefined && (utf8.match(/[\u3000-\u303F\u4E00-\u9FFF\uFF00-\uFFEF]/g)?.length ?? 0) >= leastCharacters
  )
}
