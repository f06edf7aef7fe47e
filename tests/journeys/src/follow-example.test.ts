import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Hub } from '@hub/hub/hub.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { citizenNumberOf, clientOf, hubFolder, registration, startOn } from './running-hub.ts'

const program = fileURLToPath(new URL('../../../docs/examples/typescript/follow.ts', import.meta.url))
const { folder, remove } = hubFolder()
const cursorFile = join(folder, 'cursor')
let hub: Hub
let following: ChildProcess
let output = ''

const follow = () => {
  following = spawn(process.execPath, [program], {
    env: { ...process.env, HUB_URL: hub.url, CURSOR_FILE: cursorFile },
  })
  following.stdout!.setEncoding('utf8').on('data', (text) => (output += text))
  following.stderr!.setEncoding('utf8').on('data', (text) => (output += text))
}
const kill = async () => {
  const ended = once(following, 'close')
  following.kill('SIGKILL')
  await ended
}
/** Days in March 2025 of the registrations that were printed, in order. */
const days = () => [...output.matchAll(/^2025-03-(\d\d)T\S+ 建档立卡$/gm)].map(([, day]) => Number(day))
const until = async (holds: () => boolean) => {
  for (let waited = 0; !holds() && waited < 60_000; waited += 50) await sleep(50)
}
const register = async (day: number) => {
  const time = `2025-03-${String(day).padStart(2, '0')}T09:00:00+08:00`
  await clientOf(hub).settle(registration(`F-${day}`, citizenNumberOf(100 + day), { time }))
}

beforeAll(async () => {
  hub = await startOn(folder)
  follow()
})
afterAll(async () => {
  await kill()
  await hub.stop()
  remove()
})

describe('the example that follows what is recorded', () => {
  it('prints every event once, in order, through a kill of its own and a restart of the hub', async () => {
    // It has begun once it keeps a cursor; what was recorded before is not its own.
    await until(() => existsSync(cursorFile))
    await register(1)
    await until(() => days().includes(1))
    await kill()
    await register(2)
    await register(3)
    follow()
    await until(() => days().includes(3))

    const port = Number(new URL(hub.url).port)
    await hub.stop()
    hub = await startOn(folder, { port })
    await register(4)
    await until(() => days().includes(4))
    expect(days()).toEqual([1, 2, 3, 4])
  })
})
