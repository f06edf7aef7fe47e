import { randomUUID } from 'node:crypto'
import { catalogue } from '@hub/schemas/catalogue.ts'
import { type SubmittingDepartment, submittingDepartments } from '@hub/schemas/department.ts'
import { departmentOfSource } from '@hub/schemas/envelope.ts'
import { earlierExampleEvent, exampleEvent } from '@hub/schemas/example-event.ts'
import fc from 'fast-check'

type Json = Record<string, unknown>
/** An event of a department before it is sent. */
export type FuzzedEvent = { department: SubmittingDepartment; event: Json }

/** An example of each type in each version that is taken. */
const examples = catalogue
  .filter(({ department }) => submittingDepartments.some((one) => one === department))
  .flatMap((definition) => [
    exampleEvent(definition),
    ...definition.earlier.map((earlier) => earlierExampleEvent(definition, earlier)),
  ])

/** Texts that have done harm somewhere: bytes that are cut, numbers of persons in other forms, marks that nobody sees. */
export const harmful = [
  '',
  ' ',
  '\u3000',
  '\u200b',
  '\u202e',
  '\ue863',
  '\ufffd',
  '\u0000',
  '\ud800',
  'e\u0301',
  '430302196803142018',
  '430302 19680314 2018',
  '４３０３０２１９６８０３１４２０１８',
  '430302680314201',
  '13900000001',
  '6222021234567890128',
  '1e999',
  '2068-03-14',
  '0000-00-00',
  '2025-02-29',
  '9999-12-31T23:59:60Z',
  '__proto__',
  'person-aaaaaaaaaaaaaaaaaaaaaaaaaa',
  '=cmd()',
  '%C0%A0',
  '"quoted"',
  'a\r\nb',
]

/** fast-check's own units make a table of all characters for each text, which takes longer than the hub does. */
const anyCharacter = fc.oneof(
  fc.integer({ min: 0x20, max: 0x7e }),
  fc.integer({ min: 0x4e00, max: 0x9fa5 }),
  fc.integer({ min: 0, max: 0x2fff }),
  fc.integer({ min: 0, max: 0x10ffff }),
)
/** Of any characters, lone surrogates among them, or a harmful one. */
export const anyText = fc.oneof(
  fc.constantFrom(...harmful),
  fc.array(anyCharacter, { maxLength: 60 }).map((points) => String.fromCodePoint(...points)),
)
const anyValue = fc.oneof(
  { weight: 4, arbitrary: anyText },
  { weight: 1, arbitrary: fc.integer() },
  { weight: 1, arbitrary: fc.double() },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
)

/** The places in a value, as paths; the value's own is the empty one. */
const placesOf = (value: unknown, path: readonly string[] = []): readonly (readonly string[])[] =>
  typeof value === 'object' && value !== null
    ? [path, ...Object.entries(value).flatMap(([key, member]) => placesOf(member, [...path, key]))]
    : [path]

const holderOf = (event: Json, path: readonly string[]) =>
  path.slice(0, -1).reduce<unknown>((at, step) => (at as Json | undefined)?.[step], event) as Json | undefined

type Change = { at: number; how: 'put' | 'remove' | 'add'; key: string; value: unknown }
const anyChange: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('put', 'put', 'put', 'remove', 'add'),
  key: fc.oneof(fc.constantFrom('replaces', 'subject', 'dataschema', 'partitionkey', 'note', '__proto__'), anyText),
  value: anyValue,
})

const changed = (event: Json, { at, how, key, value }: Change): Json => {
  const copy = structuredClone(event)
  const places = placesOf(copy)
  const path = places[at % places.length]!
  const holder = holderOf(copy, path)
  const last = path.at(-1)
  if (last === undefined || holder === undefined || how === 'add')
    Object.defineProperty(copy, key, { value, enumerable: true, configurable: true, writable: true })
  else if (how === 'remove') delete holder[last]
  else holder[last] = value
  return copy
}

/** An example of some type with none to three places changed to whatever. */
export const anyEvent: fc.Arbitrary<FuzzedEvent> = fc
  .record({
    which: fc.nat(examples.length - 1),
    changes: fc.array(anyChange, { maxLength: 3, size: 'small' }),
  })
  .map(({ which, changes }) => {
    // New each time: a case that is tried again smaller is another event.
    const event: Json = { ...examples[which]!, id: randomUUID() }
    return { department: departmentOfSource(String(event.source))!, event: changes.reduce(changed, event) }
  })
