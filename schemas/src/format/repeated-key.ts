/** Where the string that begins at `start` ends: the next quotation mark that no odd number of backslashes precedes. */
const endOfString = (text: string, start: number): number => {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let before = end
    while (text[before - 1] === '\\') before--
    if ((end - before) % 2 === 0) return end
  }
}

const isSpace = (code: number) => code === 32 || code === 10 || code === 13 || code === 9

/** Members of all objects in a text that is valid JSON: its strings with a colon behind them. */
const membersWritten = (text: string): number => {
  let members = 0
  for (let start = text.indexOf('"'); start >= 0; ) {
    let after = endOfString(text, start) + 1
    const next = text.indexOf('"', after)
    while (isSpace(text.charCodeAt(after))) after++
    if (text[after] === ':') members++
    start = next
  }
  return members
}

const membersKept = (value: unknown): number => {
  let members = 0
  const open = [value]
  while (open.length > 0) {
    const next = open.pop()
    if (typeof next !== 'object' || next === null) continue
    const inside = Object.values(next)
    if (!Array.isArray(next)) members += inside.length
    for (const member of inside) open.push(member)
  }
  return members
}

/**
 * Whether an object in a JSON text has a key twice. A parser keeps the last one without a word, and RFC 7493 (I-JSON),
 * which RFC 8785 stands on, forbids it. `value` is what the text was parsed to.
 */
export const hasRepeatedKey = (text: string, value: unknown): boolean => membersWritten(text) !== membersKept(value)
