import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import '@hub/runtime/checkout-path.ts'

/** Libraries load GraphQL as Node does; tests load the same copy, since types of two copies do not know each other. */
const graphql = { find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) }

const project = (name: string, folder: string, timeoutSeconds = 30) => ({
  resolve: { alias: [graphql] },
  test: {
    name,
    include: [`${folder}/**/*.test.ts`],
    exclude: ['**/node_modules/**'],
    testTimeout: timeoutSeconds * 1000,
    hookTimeout: timeoutSeconds * 1000,
    environment: 'node' as const,
  },
})

export default defineConfig({
  test: {
    globalSetup: 'infra/local/src/test-run.fixture.ts',
    projects: [
      project('schemas', 'schemas'),
      project('infra', 'infra'),
      project('services', 'services', 60),
      project('gateway', 'gateway', 60),
      project('architecture', 'tests/architecture'),
      project('contracts', 'tests/contracts', 60),
      project('city', 'tests/city', 300),
      project('journeys', 'tests/journeys', 300),
      project('faults', 'tests/faults', 600),
      project('bench', 'tests/bench', 300),
    ],
  },
})
