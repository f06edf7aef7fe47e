import { submittedEnvelope } from '@hub/schemas/envelope.ts'

/** The attributes that the hub reads. */
export const ownAttributes: ReadonlySet<string> = new Set([
  ...Object.keys(submittedEnvelope.shape),
  'data',
  'data_base64',
])

/** Those of which a misspelt one would not be missed. */
const optionalAttributes = Object.entries(submittedEnvelope.shape).flatMap(([name, schema]) =>
  schema.safeParse(undefined).success ? [name] : [],
)

/** What would be said by it: that the event corrects or takes back another. */
const sayCorrection = /^(replac|correct|retract|revok|supersed|cancel|amend|void|delet|undo|instead)/

const lettersOf = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')

/** Letters to insert, leave out, exchange or swap with the next to make one word of another; looked at as far as `most`. */
const editsBetween = (one: string, other: string, most: number): number => {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let i = 1; i <= one.length; i++) {
    const row = [i]
    for (let j = 1; j <= other.length; j++) {
      const changed = last[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1)
      const swapped =
        i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1] ? before[j - 2]! + 1 : changed
      row.push(Math.min(changed, swapped, last[j]! + 1, row[j - 1]! + 1))
    }
    before = last
    last = row
  }
  return last[other.length]!
}

/** What an attribute that is not the hub's is to it. */
export type AttributeKind =
  /** Taken and left out. */
  | { kind: 'left-out' }
  /** No name that CloudEvents allows, nor one of the hub's. */
  | { kind: 'no-attribute' }
  /** One of the hub's own was meant: an event without it would say something else. */
  | { kind: 'misspelt'; meant: string }
  | { kind: 'field-of-data' }

/**
 * What an attribute's name tells. Unknown ones are left out, as CloudEvents asks of who receives; but none that may be a
 * misspelt one of the hub's own, or a field of the data that stands beside it.
 */
export const kindOfAttribute = (name: string, fieldsOfData: readonly string[]): AttributeKind => {
  const inData = fieldsOfData.some((field) => lettersOf(field) === lettersOf(name))
  if (inData) return { kind: 'field-of-data' }
  const letters = lettersOf(name)
  const meant = name.length <= 40 && [...ownAttributes].find((own) => lettersOf(own) === letters)
  if (meant) return { kind: 'misspelt', meant }
  if (sayCorrection.test(letters)) return { kind: 'misspelt', meant: 'replaces' }
  const near = optionalAttributes.find((own) => editsBetween(letters, own, 2) <= 2)
  if (near) return { kind: 'misspelt', meant: near }
  return { kind: /^[a-z0-9]{1,40}$/.test(name) ? 'left-out' : 'no-attribute' }
}
