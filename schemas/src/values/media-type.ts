/** A media type with its parameters (RFC 9110, 8.3.1); names in lower case, quoted values without their quotes. */
export type MediaType = { essence: string; parameters: ReadonlyMap<string, string> }

const token = "[!#$%&'*+.^_`|~0-9A-Za-z-]+"
const essencePattern = new RegExp(`^[ \\t]*(${token}/${token})`)
const parameterPattern = new RegExp(`[ \\t]*;[ \\t]*(?:(${token})=(?:(${token})|"((?:[^"\\\\]|\\\\.)*)"))?`, 'y')

/** The media type that a text names; undefined where it names none. */
export const parseMediaType = (text: string): MediaType | undefined => {
  const [start, essence] = essencePattern.exec(text) ?? []
  if (start === undefined || essence === undefined) return undefined
  const parameters = new Map<string, string>()
  parameterPattern.lastIndex = start.length
  let end = start.length
  for (let found = parameterPattern.exec(text); found; found = parameterPattern.exec(text)) {
    end = parameterPattern.lastIndex
    const [, name, plain, quoted] = found
    if (name !== undefined) parameters.set(name.toLowerCase(), plain ?? quoted!.replaceAll(/\\(.)/gs, '$1'))
  }
  return /^[ \t]*$/.test(text.slice(end)) ? { essence: essence.toLowerCase(), parameters } : undefined
}

/** Whether data of this media type is JSON, as the JSON format for CloudEvents tells it (3.1): also of the suffix `+json`. */
export const isJson = ({ essence }: MediaType): boolean =>
  essence === 'application/json' || essence === 'text/json' || essence.endsWith('+json')

/** Whether it names no other character set than UTF-8, of which ASCII is a part. */
export const isUtf8 = ({ parameters }: MediaType): boolean =>
  ['utf-8', 'utf8', 'us-ascii'].includes((parameters.get('charset') ?? 'utf-8').toLowerCase())

/** Whether a text is the media type of JSON in UTF-8. */
export const isJsonMediaType = (text: string): boolean => {
  const type = parseMediaType(text)
  return type !== undefined && isJson(type) && isUtf8(type)
}
