import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkoutFault } from './checkout-path.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hub-path-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the check in a folder of this name, as an npm script does. */
const checkedIn = (name: string) => {
  const place = join(folder, name, 'infra/runtime/src')
  mkdirSync(place, { recursive: true })
  const program = join(place, 'checkout-path.ts')
  cpSync(join(import.meta.dirname, 'checkout-path.ts'), program)
  return promisify(execFile)(process.execPath, [program])
}

describe('a checkout', () => {
  it.each(['#', '%', '%20', '?', '*', ':'])('is refused by name where its path has a %s', async (character) => {
    const name = `hub ${character} 1`
    await expect(checkedIn(name)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(new RegExp(`has a "[${character[0]}]"[^]*不含 # % `)),
    })
  })

  it('is taken in a folder with spaces, Chinese and brackets', async () => {
    const name = '退役 军人 hub (测试) [v1] {a} & \'b\' "c" @~!+,;=$x'
    await expect(checkedIn(name)).resolves.toMatchObject({ stderr: '' })
    expect(checkoutFault(`/srv/${name}`)).toBeUndefined()
  })
})
