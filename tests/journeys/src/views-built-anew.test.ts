import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { dataFiles } from '@hub/hub/data-files.ts'
import { expect, it } from 'vitest'
import { citizenNumberOf, clientOf, hubFolder, registration, startOn } from './running-hub.ts'

const main = fileURLToPath(import.meta.resolve('@hub/hub/main.ts'))
const viewFiles = (folder: string) =>
  readdirSync(dataFiles(folder).views).filter((name) => name.startsWith('views-') && name.endsWith('.sqlite'))

it('a process that is asked by SIGUSR2 builds its views anew and answers all the while; killed meanwhile, it starts on the old ones', async () => {
  const { folder, remove } = hubFolder()
  const before = await startOn(folder)
  await clientOf(before).settle(registration('R-1', citizenNumberOf(1)))
  await before.visible()
  await before.stop()
  const [old] = viewFiles(folder)

  const child = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, DATA_FOLDER: folder, PORT: '0', LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = once(child, 'exit')
  const [greeting] = (await once(createInterface({ input: child.stdout! }), 'line')) as [string]
  const client = clientOf({ url: /http:\S+/.exec(greeting)![0] })
  const query = 'query($n: CitizenNumber!) { veteran(by: { citizenNumber: $n }) { id } }'
  const isThere = async () => (await client.ask(query, { n: citizenNumberOf(1) })).data?.veteran != null
  child.kill('SIGUSR2')
  while (viewFiles(folder).length < 2) {
    expect(await isThere()).toBe(true)
    await sleep(20)
  }
  child.kill('SIGUSR2')
  await sleep(50)
  child.kill('SIGKILL')
  await exit

  const after = await startOn(folder)
  const { data } = await clientOf(after).ask(query, { n: citizenNumberOf(1) })
  expect(data?.veteran).not.toBeNull()
  expect(viewFiles(folder)).toHaveLength(1)
  expect(viewFiles(folder)).not.toContain(old)
  await after.stop()
  remove()
})
