import { describe, expect, it } from 'vitest'
import { civilAffairsEvents } from './events.ts'

describe('the events of civil-affairs', () => {
  it('have each name once', () => {
    const types = civilAffairsEvents.map((definition) => definition.type)
    expect(new Set(types).size).toBe(types.length)
  })

  for (const definition of civilAffairsEvents) {
    it(`accepts the example of ${definition.type}`, () => {
      expect(definition.data.safeParse(definition.example).error?.issues).toBeUndefined()
    })

    it(`refuses a field that ${definition.type} does not know`, () => {
      expect(definition.data.safeParse({ ...definition.example, unheardOf: 1 }).success).toBe(false)
    })

    for (const earlier of definition.earlier)
      it(`reads ${definition.name} v${earlier.version} as today's`, () => {
        expect(earlier.data.safeParse(earlier.example).error?.issues).toBeUndefined()
        expect(definition.data.safeParse(earlier.upcast(earlier.example)).error?.issues).toBeUndefined()
      })
  }
})
