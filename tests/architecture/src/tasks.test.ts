import { execFileSync } from 'node:child_process'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { workspaces } from './declared-imports.ts'
import { isTest, sourceFiles } from './source-file.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const turbo = fileURLToPath(new URL('../../../node_modules/turbo/bin/turbo', import.meta.url))
const planned = z.object({
  tasks: z.array(
    z.object({
      taskId: z.string(),
      directory: z.string(),
      dependencies: z.array(z.string()),
      inputs: z.record(z.string(), z.string()),
    }),
  ),
})

/** What turbo would run, with what each task's result hangs on. */
const plan = (...names: readonly string[]) =>
  planned.parse(
    JSON.parse(
      execFileSync(process.execPath, [turbo, 'run', ...names, '--dry=json'], {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1' },
        maxBuffer: 64 * 1024 * 1024,
      }),
    ),
  ).tasks
const tasks = plan('test')

/** The tasks that are run anew when a file changes. */
const runAnewAfter = (file: string): string[] => {
  const anew = new Set(
    tasks
      .filter(({ directory, inputs }) => Object.keys(inputs).some((input) => posix.join(directory, input) === file))
      .map(({ taskId }) => taskId),
  )
  for (let before = -1; before < anew.size; ) {
    before = anew.size
    for (const { taskId, dependencies } of tasks) if (dependencies.some((one) => anew.has(one))) anew.add(taskId)
  }
  return [...anew].filter((taskId) => taskId.endsWith('#test'))
}

it('every workspace with tests has a task that runs them and no others', () => {
  const tested = new Set(
    sourceFiles()
      .filter(isTest)
      .map(({ path }) => path.replace(/\/src\/.*/, '')),
  )
  for (const { folder, scripts } of workspaces().filter(({ folder }) => folder !== ''))
    expect(scripts.test, folder).toBe(
      tested.has(folder) ? `vitest run --root ${posix.relative(folder, '.')} ${folder}/src/` : undefined,
    )
})

it('a change runs the tests of its workspace and of those that stand on it, and no others', () => {
  const afterDepartment = runAnewAfter('services/hr/src/app.ts')
  expect(afterDepartment).toEqual(expect.arrayContaining(['@hub/hr#test', '@hub/hub#test', '@hub/journeys-tests#test']))
  for (const workspace of ['schemas', 'intake', 'finance', 'recorder', 'graphql', 'broker'])
    expect(afterDepartment).not.toContain(`@hub/${workspace}#test`)
  const afterVocabulary = runAnewAfter('schemas/src/envelope.ts')
  expect(afterVocabulary).toEqual(expect.arrayContaining(['@hub/schemas#test', '@hub/hr#test', '@hub/graphql#test']))
  expect(afterVocabulary).not.toContain('@hub/sqlite#test')
})

it('a suite that reads a page or what deploys is run anew when that changes', () => {
  expect(runAnewAfter('docs/examples/typescript/follow.ts')).toEqual(['@hub/journeys-tests#test'])
  expect(runAnewAfter('infra/deploy/make-secrets.sh')).toContain('@hub/contracts#test')
})

it('a check is taken from the cache where nothing of the repository has changed: what turbo writes is no part of it', () => {
  const checks = new Map(plan('check:types', 'check:lint', 'check:architecture').map((one) => [one.taskId, one]))
  for (const [check, { inputs }] of checks)
    expect(
      Object.keys(inputs).filter((path) => /(?:^|\/)(?:\.turbo|node_modules)\//.test(path)),
      check,
    ).toEqual([])
  expect(Object.keys(checks.get('//#check:types')!.inputs)).toContain('services/hr/src/app.ts')
  for (const check of ['//#check:lint', '//#check:architecture'])
    expect(Object.keys(checks.get(check)!.inputs), check).toEqual(
      expect.arrayContaining(['services/hr/src/app.ts', 'docs/architecture.md', 'infra/deploy/compose.yaml']),
    )
})
