import { describe, expect, it } from 'vitest'
import { targetOf } from './arrows.ts'
import {
  cycles,
  looseVersions,
  runningOnDevelopment,
  undeclared,
  type Workspace,
  workspaceOfManifest,
  workspaces,
} from './declared-imports.ts'
import { type SourceFile, sourceFiles } from './source-file.ts'

const files = sourceFiles()
const all = workspaces()
const root = all.find(({ folder }) => folder === '')!
/**
 * The one version that differs: openapi-typescript, of which a journey makes types, is written against the compiler's API
 * of TypeScript 5, its peer; the root's TypeScript 7 has none. Only that journey's programs find it: `tsc` is the root's.
 */
const ownVersions = ['tests/journeys: typescript 5.9.3']

describe('the workspaces', () => {
  it.each(all.filter(({ folder }) => folder !== ''))('$folder declares what it imports, and no more', (workspace) => {
    expect(undeclared(workspace, files)).toEqual([])
  })

  it('leave the root the tools of the whole repository, and what the examples in docs import', () => {
    expect(root.dependencies).toEqual({})
    const tools = ['@biomejs/biome', '@types/node', 'turbo', 'typescript', 'vitest']
    expect(Object.keys(root.devDependencies).toSorted()).toEqual([...tools, 'gql.tada', 'graphql'].toSorted())
  })

  it('agree on the version of every package but one, and each is exact', () => {
    expect(looseVersions(all)).toEqual(ownVersions)
  })

  it('lead in no circle', () => {
    expect(cycles(all)).toEqual([])
  })

  it('run without what is there for development alone', () => {
    expect(runningOnDevelopment(files, targetOf)).toEqual([])
  })
})

describe('the rules', () => {
  const workspace = (folder: string, said: object = {}): Workspace =>
    workspaceOfManifest({
      path: `${folder}/package.json`,
      text: JSON.stringify({ name: `@hub/${folder.split('/')[1]}`, ...said }),
    })
  const file = (path: string, specifier: string): SourceFile => ({ path, text: `import { a } from '${specifier}'\n` })

  it('find what is imported and not declared, and the other way about', () => {
    const some = [
      file('infra/broker/src/a.ts', 'pg'),
      file('infra/broker/src/a.test.ts', '@hub/local/kafka.ts'),
      file('infra/broker/src/b.test.ts', 'pg'),
    ]
    expect(undeclared(workspace('infra/broker'), some)).toHaveLength(2)
    const right = { dependencies: { pg: '1.0.0' }, devDependencies: { '@hub/local': '*', '@types/pg': '1.0.0' } }
    expect(undeclared(workspace('infra/broker', right), some)).toEqual([])
    const more = {
      dependencies: { ...right.dependencies, zod: '1.0.0' },
      devDependencies: { ...right.devDependencies, yaml: '1.0.0' },
    }
    expect(undeclared(workspace('infra/broker', more), some)).toHaveLength(2)
    expect(undeclared(workspace('infra/broker', { devDependencies: right.dependencies }), some)).toHaveLength(3)
  })

  it('find versions that differ or are loose, circles, and a service that runs on a fixture', () => {
    const one = workspace('infra/one', { dependencies: { pg: '1.0.0', '@hub/two': '*' } })
    const two = workspace('infra/two', { dependencies: { pg: '1.0.1' }, devDependencies: { '@hub/one': '1.0.0' } })
    expect(looseVersions([one, two])).toHaveLength(2)
    expect(looseVersions([workspace('infra/one', { dependencies: { pg: '^1.0.0' } })])).toHaveLength(1)
    expect(cycles([one, two])).toContain('@hub/one → @hub/two → @hub/one')
    expect(cycles([one, workspace('infra/two')])).toEqual([])
    const some = [file('infra/one/src/a.ts', './b.fixture.ts'), file('infra/one/src/b.fixture.ts', 'node:fs')]
    expect(runningOnDevelopment(some, targetOf)).toHaveLength(1)
  })
})
