import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Thrown where a folder is no sandbox: what is in it must not be played with. */
export class NotASandbox extends Error {
  override name = 'NotASandbox'
}

const marker = 'SANDBOX'
const says =
  'A sandbox of the veterans’ hub: nothing in this folder is real. 退役军人数据枢纽的演练环境：本文件夹内没有真实数据。\n'

export type SandboxFolder = {
  /** An empty data folder for a hub; those before it are taken away by `keepOnly`. */
  next(): string
  /** The data folder of the last run, where the sandbox was there before. */
  last(): string | undefined
  keepOnly(dataFolder: string): void
  /** Takes a temporary sandbox away; one that was named stays. */
  leave(): void
}

/**
 * A folder for a sandbox: the one that is named, made where it is missing, else a temporary one.
 * @throws {NotASandbox} where the folder holds anything and is no sandbox
 */
export const sandboxFolder = (named: string | undefined): SandboxFolder => {
  const folder = named ?? mkdtempSync(join(tmpdir(), 'hub-sandbox-'))
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const isNew = readdirSync(folder).length === 0
  if (!isNew && !(existsSync(join(folder, marker)) && readFileSync(join(folder, marker), 'utf8') === says))
    throw new NotASandbox(
      `${folder} is not empty and is no sandbox: name another folder（该文件夹不是演练环境，请另选）`,
    )
  writeFileSync(join(folder, marker), says)
  const runs = () =>
    readdirSync(folder)
      .flatMap((name) => /^data-(\d+)$/.exec(name)?.[1] ?? [])
      .map(Number)
      .toSorted((a, b) => a - b)
  return {
    next: () => join(folder, `data-${(runs().at(-1) ?? 0) + 1}`),
    last: () => {
      const run = runs().at(-1)
      return run === undefined ? undefined : join(folder, `data-${run}`)
    },
    keepOnly: (dataFolder) => {
      for (const run of runs()) {
        const other = join(folder, `data-${run}`)
        if (other !== dataFolder) rmSync(other, { recursive: true, force: true })
      }
    },
    leave: () => {
      if (named === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}
