/** Headers as they came, name and value in turn: Node joins what came twice, and one of the two would be believed. */
export type RawHeaders = readonly string[]

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const decodedUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return utf8.decode(bytes)
  } catch {
    return undefined
  }
}

/** A value in double quotes without them, `\x` being `x`; undefined where a quote is not closed, or closed too early. */
const unquoted = (value: string): string | undefined => {
  if (!value.startsWith('"')) return value
  const inside = /^"((?:[^"\\]|\\.)*)"$/s.exec(value)?.[1]
  return inside?.replaceAll(/\\(.)/gs, '$1')
}

/** The bytes that a percent-encoded text stands for; undefined where a percent sign begins no such sequence. */
const percentDecoded = (value: string): Uint8Array | undefined =>
  /%(?![0-9a-f]{2})/i.test(value)
    ? undefined
    : Buffer.from(
        value.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      )

/**
 * A question mark that begins no query, or two of them: what a client that writes ASCII alone makes of every other
 * letter (Java's do), so that two ids would become one. Who means it sends `%3F`.
 */
const lostLetter = /\?(?![\w.~-]+=)/

/**
 * What a `ce-*` header says, by the HTTP binding for CloudEvents, 3.1.3.2: quotes are taken off, then percent-encoded
 * UTF-8 is decoded once. UTF-8 that was sent as it is, is read too: Node gives its bytes one by one. Undefined for what
 * is none: a stray percent sign, bytes that are no UTF-8, a quote that is not closed, letters that were lost.
 * @example attributeIn('"Euro%20%E2%82%AC"') // 'Euro €'
 */
export const attributeIn = (value: string): string | undefined => {
  const text = unquoted(value)
  if (text === undefined || lostLetter.test(text)) return undefined
  const bytes = percentDecoded(text)
  return bytes && decodedUtf8(bytes)
}

/** What the JavaScript SDK writes for an attribute that is null, which is to say not set (JSON format, 2.2). */
const unset = 'null'

/** The attributes that `ce-*` headers give, and the names of those that can't be read or came more than once. */
export const attributesIn = (headers: RawHeaders): { attributes: Record<string, string>; unreadable: string[] } => {
  const values = new Map<string, string | undefined>()
  for (let at = 0; at + 1 < headers.length; at += 2) {
    const name = headers[at]!.toLowerCase()
    if (!name.startsWith('ce-')) continue
    const attribute = name.slice('ce-'.length)
    values.set(attribute, values.has(attribute) ? undefined : attributeIn(headers[at + 1]!))
  }
  const readable = [...values].filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== unset,
  )
  return {
    attributes: Object.fromEntries(readable),
    unreadable: [...values].flatMap(([name, value]) => (value === undefined ? [name] : [])),
  }
}
