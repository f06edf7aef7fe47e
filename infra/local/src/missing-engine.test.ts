import { afterEach, expect, it, vi } from 'vitest'
import { mayBeMissing } from './real-engine.fixture.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})

it('a missing engine is a reason to skip that each test file says once, and with REQUIRE_REAL=1 a failure', () => {
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  vi.stubEnv('REQUIRE_REAL', '')
  expect(mayBeMissing('Kafka: there is no java')).toBe('Kafka: there is no java')
  expect(mayBeMissing('Kafka: there is no java')).toBe('Kafka: there is no java')
  expect(written.mock.calls).toEqual([['skipped in infra/local/src/missing-engine.test.ts: Kafka: there is no java\n']])
  vi.stubEnv('REQUIRE_REAL', '1')
  expect(() => mayBeMissing('Kafka: there is no java')).toThrow('Kafka: there is no java')
  expect(mayBeMissing(undefined)).toBeUndefined()
})
