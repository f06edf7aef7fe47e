import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { runDemo } from './running-demo.ts'

const folder = mkdtempSync(join(tmpdir(), 'hub-demo-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const endOf = async (...options: string[]) => {
  const demo = runDemo(...options)
  return { code: await demo.ended, output: demo.output() }
}

describe('the demo', () => {
  it('says what its options are', async () => {
    const { code, output } = await endOf('--help')
    expect(code).toBe(0)
    for (const option of ['--persons', '--short', '--seed', '--port', '--exit', '--json', '--data', '--log'])
      expect(output).toContain(option)
  })

  it.each([
    ['--persons', '12', 'from 1500 to 200000'],
    ['--persons', 'many', 'from 1500 to 200000'],
    ['--port', '70000', 'from 0 to 65535'],
    ['--colour', 'red', "unknown option '--colour'"],
  ])('refuses %s %s', async (option, value, why) => {
    const { code, output } = await endOf(option, value)
    expect(code).toBe(1)
    expect(output).toContain(why)
  })

  it('names a port that is taken, and leaves the folder as it was', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const { port } = taken.address() as AddressInfo
    const data = join(folder, 'unused')
    const { code, output } = await endOf('--port', String(port), '--data', data)
    await new Promise((resolve) => taken.close(resolve))
    expect(code).toBe(1)
    expect(output).toContain(`port ${port} is taken`)
    expect(readdirSync(folder)).not.toContain('unused')
  })

  it('does not play into a folder in which something is, nor begin what it could not write in the end', async () => {
    const data = join(folder, 'full')
    mkdirSync(data)
    writeFileSync(join(data, 'store.db'), '')
    expect(await endOf('--port', '0', '--data', data)).toMatchObject({
      code: 1,
      output: expect.stringContaining('is not empty'),
    })
    expect(await endOf('--port', '0', '--json', join(folder, 'nowhere', 'figures.json'))).toMatchObject({
      code: 1,
      output: expect.stringContaining('cannot be written'),
    })
  })

  it('ends cleanly in the middle of the playing, and takes its folder with it', async () => {
    const demo = runDemo('--short', '--port', '0')
    const [, data] = await demo.until(/data in (\S+)/)
    await demo.until(/\d+%/)
    demo.process.kill('SIGINT')
    expect(await demo.ended).toBe(130)
    expect(readdirSync(join(data!, '..')).filter((name) => data!.endsWith(name))).toEqual([])
  })
})
