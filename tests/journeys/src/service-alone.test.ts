import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const mains = ['civil-affairs', 'finance', 'hr', 'veteran-affairs', 'recorder', 'decisions', 'graphql']
const mainOf = (name: string) => fileURLToPath(import.meta.resolve(`@hub/${name}/main.ts`))

/** Runs a service until it ends by itself. */
const run = async (name: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) => {
  const { PATH } = process.env
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [mainOf(name), ...args], {
      env: { PATH, ...env },
    })
    return { code: 0, stdout, stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, stdout, stderr }
  }
}

describe.each(mains)('%s alone', (name) => {
  it('tells by --help what it is and what it reads from the environment', async () => {
    const { code, stdout } = await run(name, ['--help'])
    expect(code).toBe(0)
    expect(stdout).toMatch(/EVENT_STORE_URL .*esdb:.*EVENT_STORE_URL_FILE/)
    expect(stdout).toMatch(/PORT .*default 4000/)
    // Neither of these must be able to open anything.
    expect(stdout.includes('MASTER_KEYS')).toBe(!['recorder', 'decisions'].includes(name))
  })

  it('does not start without engines, and says how to run embedded', async () => {
    const { code, stderr } = await run(name, [], { PORT: 'four' })
    expect(code).toBe(1)
    expect(stderr).toMatch(/EVENT_STORE_URL is not set.*embedded.*npm start/)
    expect(stderr).toMatch(/SERVICE_KEYS_FILE is not set.*hub keys issue/)
    expect(stderr).toMatch(/PORT must be a whole number/)
    expect(stderr).not.toMatch(/\n {4}at /)
  })
})
