import { describe, expect, it } from 'vitest'
import { veteranAffairsEvents } from './events.ts'

const definitions = veteranAffairsEvents.map((definition) => [definition.name, definition] as const)

describe('event types of Veteran Affairs', () => {
  it.each(definitions)('%s takes its own example', (_name, { data, example }) => {
    expect(data.safeParse(example).error?.issues ?? []).toEqual([])
  })
})
