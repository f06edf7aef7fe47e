import { afterEach, expect, it, vi } from 'vitest'
import { mayBeMissing } from './real-engine.ts'

afterEach(() => vi.unstubAllEnvs())

it('a missing engine is a reason to skip, and with REQUIRE_REAL=1 a failure', () => {
  vi.stubEnv('REQUIRE_REAL', '')
  expect(mayBeMissing('there is no java')).toBe('there is no java')
  vi.stubEnv('REQUIRE_REAL', '1')
  expect(() => mayBeMissing('there is no java')).toThrow('there is no java')
  expect(mayBeMissing(undefined)).toBeUndefined()
})
