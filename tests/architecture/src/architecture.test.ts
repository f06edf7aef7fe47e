import { describe, expect, it } from 'vitest'
import { targetOf, workspaceOf, wrongImports } from './arrows.ts'

import {
  barrels,
  castsInGraphql,
  disguisedFixtures,
  emptyNames,
  longFiles,
  mostLines,
  namesTwice,
  testsSetAside,
} from './house-rules.ts'

import { importsOf, type SourceFile, sourceFiles } from './source-file.ts'

const files = sourceFiles()
const planted = (path: string, text: string): SourceFile[] => [{ path, text }]
const importing = (path: string, specifier: string, type = '') =>
  wrongImports(planted(path, `import ${type}{\n  a,\n  b } from '${specifier}'\n`))

describe('the repository', () => {
  it('is read at all', () => {
    expect(files.length).toBeGreaterThan(50)
    expect(files.flatMap((file) => importsOf(file)).length).toBeGreaterThan(100)
  })

  it('imports along the arrows only', () => {
    expect(wrongImports(files)).toEqual([])
  })

  it('names no file by a word that says nothing', () => {
    expect(emptyNames(files)).toEqual([])
  })

  it(`has no source file over ${mostLines} lines`, () => {
    expect(longFiles(files)).toEqual([])
  })

  it('sets no test aside', () => {
    expect(testsSetAside(files)).toEqual([])
  })

  it('has no file name that means one thing in two layers of the gateway', () => {
    expect(namesTwice(files)).toEqual([])
  })

  it('has no test support that looks like product code', () => {
    expect(disguisedFixtures(files)).toEqual([])
  })

  it('has no barrels', () => {
    expect(barrels(files)).toEqual([])
  })

  it('has no cast through never, any or unknown in its GraphQL layer', () => {
    expect(castsInGraphql(files)).toEqual([])
  })
})

describe('the rules', () => {
  it.each([
    ['schemas/src/a.ts', '@hub/runtime/clock.ts'],
    ['infra/broker/src/a.ts', '@hub/intake/door.ts'],
    ['infra/broker/src/a.ts', '../../../gateway/reading/src/policy.ts'],
    ['services/intake/src/a.ts', '@hub/finance/app.ts'],
    ['services/kit/src/a.ts', '@hub/intake/admit.ts'],
    ['services/kit/src/a.ts', '@hub/sqlite/sqlite-connection.ts'],
    ['services/finance/src/a.ts', '@hub/hr/app.ts'],
    ['services/finance/src/a.ts', '@hub/recorder/record.ts'],
    ['services/recorder/src/a.ts', '@hub/keys/person-keys.ts'],
    ['services/recorder/src/a.ts', '@hub/sealing/sealing.ts'],
    ['services/recorder/src/a.ts', '@hub/reading/policy.ts'],
    ['gateway/graphql/src/a.ts', '@hub/recorder/record.ts'],
    ['gateway/reading/src/a.ts', '@hub/graphql/server.ts'],
    ['gateway/views/src/a.ts', '@hub/reading/reader.ts'],
    ['gateway/views/src/a.ts', 'graphql'],
    ['gateway/graphql/src/a.ts', '@hub/views/open-views.ts'],
    ['services/hub/src/a.ts', '@hub/views/open-views.ts'],
    ['services/decisions/src/a.ts', '@hub/views/open-views.ts'],
    ['gateway/reading/src/a.ts', 'fastify'],
    ['gateway/reading/src/a.test.ts', '@pothos/core'],
    ['gateway/reading/src/a.fixture.ts', 'graphql-yoga'],
    ['services/decisions/src/a.ts', '@hub/keys/person-keys.ts'],
    ['services/decisions/src/a.ts', '@hub/sealing/sealing.ts'],
    ['services/decisions/src/a.ts', '@hub/reading/reader.ts'],
    ['services/decisions/src/a.ts', '@hub/intake/fault.ts'],
    ['services/decisions/src/identity/identity.ts', 'node:crypto'],
    ['services/decisions/src/identity/identity.ts', '../decide-and-append.ts'],
    ['services/decisions/src/identity/identity.ts', '@hub/event-store/hub-event.ts'],
    ['services/hub/src/a.ts', '@hub/city/city.ts'],
    ['schemas/src/values/a.ts', 'node:crypto'],
    ['schemas/src/format/a.ts', 'node:fs'],
    ['gateway/file/src/a.ts', 'node:crypto'],
    ['gateway/file/src/a.ts', '@hub/views/read-fact.ts'],
    ['gateway/file/src/a.ts', '@hub/event-store/event-store.ts'],
    ['services/hub/src/a.ts', './settings'],
    ['services/hub/src/a.ts', '@hub/schemas/envelope'],
    ['services/hub/src/a.ts', '../../recorder/src/record.ts'],
  ])('find a wrong import planted in %s: %s', (path, specifier) => {
    expect(importing(path, specifier)).toHaveLength(1)
  })

  it.each([
    ['schemas/src/format/a.ts', 'node:crypto'],
    ['schemas/src/generate.ts', 'node:fs'],
    ['infra/sealing/src/a.ts', '@hub/keys/person-keys.ts'],
    ['services/intake/src/a.ts', '@hub/sealing/sealing.ts'],
    ['services/finance/src/a.ts', '@hub/intake/door.ts'],
    ['services/recorder/src/a.ts', '@hub/event-store/event-store.ts'],
    ['services/recorder/src/a.ts', '@hub/sealing/box.ts'],
    ['services/hub/src/a.ts', '@hub/reading/policy.ts'],
    ['services/decisions/src/a.ts', '@hub/event-store/event-store.ts'],
    ['services/decisions/src/identity/identity-route.ts', '../decide-and-append.ts'],
    ['services/decisions/src/identity/identity.ts', '@hub/schemas/hub/events.ts'],
    ['services/decisions/src/identity/identity.ts', './pair.ts'],
    ['tests/city/src/a.ts', '@hub/hub/hub.ts'],
    ['gateway/file/src/a.ts', './fact.ts'],
    ['gateway/file/src/a.ts', '@hub/schemas/envelope.ts'],
    ['infra/broker/src/a.test.ts', '@hub/contracts/broker.contract.ts'],
  ])('let a right import pass in %s: %s', (path, specifier) => {
    expect(importing(path, specifier)).toEqual([])
  })

  it('let the file take types, but none of node', () => {
    expect(importing('gateway/file/src/a.ts', '@hub/event-store/event-store.ts', 'type ')).toEqual([])
    expect(importing('gateway/file/src/a.ts', 'node:buffer', 'type ')).toHaveLength(1)
  })

  it('see imports of every form', () => {
    const text = [
      "import { a } from 'one'",
      "import type { B } from 'two'",
      "import 'three'",
      "export { c } from 'four'",
      "const five = await import('./five.ts')",
      "const six = createRequire(import.meta.url)('./six.ts')",
      "const seven = import.meta.resolve('./seven.ts')",
    ].join('\n')
    expect(importsOf({ path: 'a.ts', text }).map(({ specifier }) => specifier)).toEqual([
      'one',
      'two',
      'four',
      'three',
      './five.ts',
      './six.ts',
      './seven.ts',
    ])
  })

  it('know workspaces and targets', () => {
    expect(workspaceOf('infra/event-store/src/event-store.ts')).toBe('infra/event-store')
    expect(workspaceOf('vitest.config.ts')).toBeUndefined()
    expect(targetOf('gateway/views/src/a.ts', '@hub/file/b.ts')).toBe('gateway/file/src/b.ts')
    expect(targetOf('gateway/views/src/a.ts', 'zod')).toBeUndefined()
  })

  it('find test support beside product code, and what stands on it', () => {
    const needsFixture = "import { a } from './sample-hub.fixture.ts'"
    expect(disguisedFixtures(planted('services/hub/src/sample-hub.ts', ''))).toHaveLength(1)
    expect(disguisedFixtures(planted('services/hub/src/hub.ts', needsFixture))).toHaveLength(1)
    for (const path of [
      'services/hub/src/hub.test.ts',
      'services/hub/src/sample-hub.fixture.ts',
      'tests/city/src/sample-a.ts',
    ])
      expect(disguisedFixtures(planted(path, needsFixture))).toEqual([])
  })

  it('find names, lengths, tests set aside and barrels that are planted', () => {
    expect(emptyNames(planted('services/hub/src/date-utils.ts', ''))).toHaveLength(1)
    expect(emptyNames(planted('services/common/src/a.ts', ''))).toHaveLength(1)
    expect(emptyNames(planted('services/hub/src/database.ts', ''))).toEqual([])
    expect(longFiles(planted('a.ts', 'x\n'.repeat(mostLines + 1)))).toHaveLength(1)
    expect(longFiles(planted('a.ts', 'x\n'.repeat(mostLines)))).toEqual([])
    expect(longFiles(planted('schemas/generated/a.ts', 'x\n'.repeat(mostLines + 1)))).toEqual([])
    for (const word of ['skip', 'todo', 'only'])
      expect(testsSetAside(planted('a.test.ts', `${['it', word].join('.')}('x')`))).toHaveLength(1)
    expect(testsSetAside(planted('a.test.ts', "it.skipIf(reason)('x')"))).toEqual([])
    const twice = ['gateway/reading/src/why.ts', 'gateway/graphql/src/schema/why.ts'].map((path) => ({
      path,
      text: '',
    }))
    expect(namesTwice(twice)).toHaveLength(1)
    for (const cast of ['x as never', 'x as any', 'x as unknown as Y']) {
      expect(castsInGraphql(planted('gateway/graphql/src/schema/why.ts', cast))).toHaveLength(1)
      expect(castsInGraphql(planted('gateway/graphql/src/schema/why.test.ts', cast))).toEqual([])
    }
    expect(barrels(planted('services/hub/src/index.ts', ''))).toHaveLength(1)
    expect(barrels(planted('a.ts', "export * from './b.ts'"))).toHaveLength(1)
  })
})
