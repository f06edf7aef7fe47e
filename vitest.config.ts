import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import '@hub/runtime/checkout-path.ts'

/** Libraries load GraphQL as Node does; tests load the same copy, since types of two copies do not know each other. */
const graphql = { find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) }

/**
 * Of tests that change nothing which another could see (no mocks, no globals, no fake timers; what they start is theirs):
 * their files need no process of their own, and load the vocabulary and the schema once.
 */
const pure = { isolate: false }

const project = (name: string, folder: string, timeoutSeconds = 30, more: { isolate?: boolean } = {}) => ({
  resolve: { alias: [graphql] },
  test: {
    name,
    include: [`${folder}/**/*.test.ts`],
    exclude: ['**/node_modules/**'],
    testTimeout: timeoutSeconds * 1000,
    hookTimeout: timeoutSeconds * 1000,
    environment: 'node' as const,
    ...more,
  },
})

export default defineConfig({
  test: {
    // Most tests wait for servers of their own: on two cores two run beside each other, where the default is one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    globalSetup: 'infra/local/src/test-run.fixture.ts',
    projects: [
      project('schemas', 'schemas', 30, pure),
      project('infra', 'infra', 30, pure),
      project('services', 'services', 60, pure),
      project('gateway', 'gateway', 60, pure),
      project('architecture', 'tests/architecture', 30, pure),
      project('contracts', 'tests/contracts', 60),
      project('city', 'tests/city', 300),
      project('cases', 'tests/cases', 60),
      project('interop', 'tests/interop', 300),
      project('journeys', 'tests/journeys', 300),
      project('faults', 'tests/faults', 600),
      project('bench', 'tests/bench', 300),
    ],
  },
})
