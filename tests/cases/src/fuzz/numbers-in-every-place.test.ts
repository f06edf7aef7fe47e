import { catalogue } from '@hub/schemas/catalogue.ts'
import type { EventDefinition } from '@hub/schemas/define-event.ts'
import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import { storedNumberIn } from '@hub/schemas/format/stored-numbers.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FuzzedIntakes, openFuzzedIntakes } from './fuzzed-intakes.ts'

let intakes: FuzzedIntakes
beforeAll(async () => {
  intakes = await openFuzzedIntakes()
})
afterAll(() => intakes.close())

type Path = readonly (string | number)[]

/** Every text and every whole number in a value, and every key. */
const placesIn = (value: unknown, path: Path = []): readonly Path[] => {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, member]) =>
    placesIn(member, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}

const withValue = (value: unknown, [step, ...rest]: Path, changed: unknown): unknown => {
  if (step === undefined) return changed
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>
  copy[step] = withValue(copy[step], rest, changed)
  return copy
}

const withKey = (value: unknown, [step, ...rest]: Path, key: string): unknown =>
  rest.length === 0 || step === undefined
    ? { ...(value as object), [key]: 'x' }
    : withValue(value, [step], withKey((value as Record<string | number, unknown>)[step], rest, key))

const number = '430302195803121239'
const fullWidth = [...number].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('')
const spellings = [
  number,
  `见${number}号`,
  '430302580312123',
  '4303 0219 5803 1212 39',
  [...number].join('\u2010'),
  fullWidth,
  [...number].map((digit) => String.fromCodePoint(0x1d7ce + Number(digit))).join(''),
  [...'430302580312123'].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join(''),
  '13900000001',
  '+86 139-0000-0001',
  '6222020000000000018',
]

/** The example, other streams by the hub's names: a local id of another department's says nothing. */
const exampleOf = ({ example, references }: EventDefinition) =>
  references
    .map(({ field, category }) => ({ path: field.split('.'), named: `${category}-${'a'.repeat(26)}` }))
    .filter(({ path }) => placesIn(example).some((place) => place.join('.') === path.join('.')))
    .reduce<unknown>((data, { path, named }) => withValue(data, path, named), example)

const eventOf = (definition: EventDefinition, system: string) => {
  const { department, type, exampleTime, name } = definition
  return {
    specversion: '1.0',
    id: 'E-1',
    source: `/departments/${department}/${system}`,
    type,
    time: exampleTime ?? '2025-03-04T09:30:00+08:00',
    ...(name === 'FactRetracted' ? { replaces: `/departments/${department}/${system}#E-0` } : {}),
    data: exampleOf(definition),
  }
}

type Event = ReturnType<typeof eventOf>

const submitted = catalogue.filter(({ department }) => department !== 'hub')

describe.each(submitted.map((definition) => [definition.type, definition] as const))('%s', (_type, definition) => {
  const department = definition.department as SubmittingDepartment
  const event = eventOf(definition, 'register')

  /** What was sent is refused in an answer that does not repeat it, or lies in a box. */
  const expectKept = async (sent: unknown, text: string, where: string) => {
    const {
      status,
      text: answer,
      messages,
    } = await intakes.send({
      department,
      headers: { 'content-type': 'application/cloudevents+json' },
      body: JSON.stringify(sent),
    })
    expect([202, 422], where).toContain(status)
    const told = JSON.parse(answer)
    expect(JSON.stringify({ ...told, receipt: '', eventId: '' }), where).not.toContain(text)
    expect(messages.length, where).toBe(status === 202 ? 1 : 0)
    for (const { key, headers, value } of messages) {
      expect(JSON.stringify([key, headers, value]), where).not.toContain(text)
      expect(
        storedNumberIn(key, { type: headers.ce_type!, data: value, metadata: JSON.stringify({ id: headers.ce_id }) }),
        where,
      ).toBe(undefined)
    }
  }

  it('takes its example', async () => {
    await intakes
      .send({ department, headers: { 'content-type': 'application/cloudevents+json' }, body: JSON.stringify(event) })
      .then(({ status, text }) => expect(status, text).toBe(202))
  })

  it('keeps a number of a person in a sealed field, or refuses it, wherever it stands and however it is typed', async () => {
    const places = placesIn(event)
    for (const [index, path] of places.entries()) {
      // Each place gets a few of the spellings, and each spelling comes to many places.
      for (const text of [number, spellings[index % spellings.length]!, spellings[(index * 7 + 3) % spellings.length]!])
        await expectKept(withValue(event, path, text), text, `${path.join('/')}: ${text}`)
      await expectKept(withValue(event, path, 430302580312123), '430302580312123', `${path.join('/')}: a number`)
      await expectKept(withKey(event, path, number), number, `${path.join('/')}: a key`)
    }
  })

  it.each(['correlationid', 'causationid', 'replaces', 'sequence', 'dataschema', 'subject', 'source', 'id'] as const)(
    'keeps none in the attribute %s',
    async (name) => {
      for (const text of spellings) {
        const prefix =
          name === 'replaces'
            ? `/departments/${department}/register#`
            : name === 'source'
              ? `/departments/${department}/`
              : ''
        await expectKept({ ...event, [name]: `${prefix}${text}` } as Event, text, `${name}: ${text}`)
      }
    },
  )
})
