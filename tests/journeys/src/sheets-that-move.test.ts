import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Hub } from '@hub/hub/hub.ts'
import type { SubmitOptions } from '@hub/hub/submit/submit-options.ts'
import { submitCommand } from '@hub/hub/submit-command.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { citizenNumberOf, clientOf, hubFolder, startOn } from './running-hub.ts'

const { folder, remove } = hubFolder()
let hub: Hub
let client: ReturnType<typeof clientOf>
beforeAll(async () => {
  hub = await startOn(join(folder, 'data'))
  client = clientOf(hub)
})
afterAll(async () => {
  await hub.stop()
  remove()
})

const [anna, bela, carl] = [citizenNumberOf(1), citizenNumberOf(2), citizenNumberOf(3)]
const headings = '流水号,身份证号,支付指令号,金额,付款日期,银行流水号,行政区划,经办人编号'
const row = (n: number, person: string, yuan: string, day = '2025-01-10') =>
  `${n},${person},ZL-2025-01,${yuan},${day},BK${n},430302,F-1`

let sheets = 0
/** Hands a sheet over, and counts what became of its rows. */
const submit = async (rows: readonly string[], more: Partial<SubmitOptions> = {}, head = headings) => {
  const file = join(folder, `sheet-${++sheets}.csv`)
  writeFileSync(file, [head, ...rows].join('\r\n'))
  const told: string[] = []
  const options = { file, department: 'finance', yes: true, url: hub.url, ...more } as const
  const code = await submitCommand(options, (words) => told.push(words))
  const summary = told.find((words) => words.includes('rows（行）')) ?? ''
  const counts = [...summary.replaceAll(/（[^）]*）/g, '').matchAll(/(\d+) ([a-z ]+)/g)]
    .filter(([, count, state]) => count !== '0' && state !== 'rows')
    .map(([, count, state]) => `${count} ${state}`)
  return { code, counts, file, words: told.join('\n') }
}

const fileOf = async (person: string) => {
  const { data } = await client.ask<{
    veteran: {
      benefits: { payments: { amount: { value: { yuan: string } } }[] }
      timeline: { nodes: { type: string }[] }
    } | null
  }>(
    `{ veteran(by: { citizenNumber: "${person}" }) {
      benefits { payments { amount { value { yuan } } } }
      timeline(first: 20) { nodes { type } }
    } }`,
  )
  const file = data?.veteran
  return {
    payments: file?.benefits.payments.map(({ amount }) => amount.value.yuan) ?? [],
    events: file?.timeline.nodes.map(({ type }) => type.split('.')[1]!).toSorted() ?? [],
  }
}

/** What the files of persons show, when they show what is expected or after a while. */
const shown = async (expected: Record<string, readonly string[]>) => {
  const look = async () =>
    Object.fromEntries(
      await Promise.all(
        Object.keys(expected).map(async (person) => [person, (await fileOf(person)).payments] as const),
      ),
    )
  let seen = await look()
  for (let tries = 0; tries < 200 && JSON.stringify(seen) !== JSON.stringify(expected); tries++) {
    await sleep(20)
    seen = await look()
  }
  expect(seen).toEqual(expected)
}

it('a row that names another person now is told, for both stand', async () => {
  expect(await submit([row(1, anna, '500.00'), row(2, carl, '700.00')])).toMatchObject({ code: 0 })
  const told = await submit([row(1, bela, '500.00'), row(2, carl, '700.00')])
  expect(told).toMatchObject({ code: 1, counts: ['1 duplicates', '1 recorded beside another under the same number'] })
  expect(readFileSync(`${told.file}.refused.csv`, 'utf8')).toMatch(/^1,.*两者并存.*--correct/m)
  await shown({ [anna]: ['500.00'], [bela]: ['500.00'], [carl]: ['700.00'] })
})

it('with --correct it moves the fact: out of the one file, into the other, once; the history of both shows it', async () => {
  const corrected = [row(1, bela, '500.00'), row(2, carl, '700.00')]
  expect(await submit(corrected, { correct: true })).toMatchObject({
    code: 0,
    counts: ['1 corrections recorded', '1 duplicates'],
  })
  await shown({ [anna]: [], [bela]: ['500.00'], [carl]: ['700.00'] })
  expect((await fileOf(anna)).events).toEqual(['FactRetracted', 'PaymentDisbursed'])
  expect((await fileOf(bela)).events).toEqual(['PaymentDisbursed'])
  expect(await submit(corrected, { correct: true })).toMatchObject({ code: 0, counts: ['2 duplicates'] })
})

it('moves with another amount, and back again, and once more', async () => {
  const correct = { correct: true }
  const back = [row(1, anna, '510.00'), row(2, carl, '700.00')]
  expect(await submit(back, correct)).toMatchObject({ code: 0, counts: ['1 corrections recorded', '1 duplicates'] })
  await shown({ [anna]: ['510.00'], [bela]: [], [carl]: ['700.00'] })
  const again = [row(1, bela, '500.00'), row(2, carl, '700.00')]
  expect(await submit(again, correct)).toMatchObject({ code: 0, counts: ['1 corrections recorded', '1 duplicates'] })
  await shown({ [anna]: [], [bela]: ['500.00'], [carl]: ['700.00'] })
  expect(await submit(back, correct)).toMatchObject({ code: 0, counts: ['1 corrections recorded', '1 duplicates'] })
  await shown({ [anna]: ['510.00'], [bela]: [], [carl]: ['700.00'] })
})

it('before it is sent, a sheet is told which of its numbers the hub has', async () => {
  const rows = [row(7, anna, '500.00'), row(2, carl, '700.00'), row(1, carl, '1.00')]
  const dry = await submit(rows, { yes: false })
  expect(dry.words).toContain(
    '2 rows have numbers that the hub has already（枢纽已有这些编号）, the first 2025-01/2 in row 3',
  )
  expect((await submit([row(8, anna, '1.00')], { yes: false })).words).toContain('none of the numbers yet')
  expect((await submit(rows, { yes: false, url: 'http://127.0.0.1:9' })).words).toContain('does not answer')
})

it('two rows that change their persons come out right', async () => {
  const swapped = [row(1, carl, '510.00'), row(2, anna, '700.00')]
  expect(await submit(swapped, { correct: true })).toMatchObject({ code: 0, counts: ['2 corrections recorded'] })
  await shown({ [anna]: ['700.00'], [bela]: [], [carl]: ['510.00'] })
})

it('a row about another matter moves as well', async () => {
  const fairs = '编号,招聘会编号,举办日期,地点,行政区划,经办人编号'
  const fair = (n: string) => [`ZP-1,${n},2025-03-16,体育馆,430302,O-1`]
  const office = { department: 'hr', type: 'JobFairHeld' } as const
  expect(await submit(fair('ZPH-1'), office, fairs)).toMatchObject({ code: 0 })
  expect(await submit(fair('ZPH-2'), { ...office, correct: true }, fairs)).toMatchObject({
    code: 0,
    counts: ['1 corrections recorded'],
  })
  expect(await submit(fair('ZPH-2'), { ...office, correct: true }, fairs)).toMatchObject({
    code: 0,
    counts: ['1 duplicates'],
  })
  expect((await submit(fair('ZPH-1'), office, fairs)).code).toBe(1)
})
