import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'

type Said = { machine: { timeZone: string; locale: string }; answers: { nineWorkingDays: number; dueOn: string } }

const program = fileURLToPath(new URL('./machine-answers.ts', import.meta.url))

const saidUnder = async (zone: string, locale: string): Promise<Said> => {
  const env = { ...process.env, TZ: zone, LANG: locale, LC_ALL: locale }
  const { stdout } = await promisify(execFile)(process.execPath, [program], { env })
  return JSON.parse(stdout)
}

it('answers the same in every zone and under every locale', async () => {
  const here = await saidUnder('UTC', 'C.UTF-8')
  expect(here.answers).toMatchObject({ nineWorkingDays: 9, dueOn: '2025-10-17' })
  for (const [zone, locale] of [
    ['America/Los_Angeles', 'tr_TR.UTF-8'],
    ['Pacific/Kiritimati', 'zh_CN.UTF-8'],
    ['Asia/Shanghai', 'de_DE.UTF-8'],
  ] as const) {
    const { machine, answers } = await saidUnder(zone, locale)
    expect(machine).toEqual({ timeZone: zone, locale: locale.slice(0, 5).replace('_', '-') })
    expect(answers).toEqual(here.answers)
  }
})
