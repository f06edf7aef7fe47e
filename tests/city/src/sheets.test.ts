import { expect, it } from 'vitest'
import { sampleCity } from './sample-city.ts'
import { shortScale } from './scale.ts'
import { handOverLedger } from './sheets.ts'

it('a row of the ledger that a clerk has mistyped comes back with what is wrong and how to change it', async () => {
  const slip = sampleCity({ seed: 1, persons: 3_000, scale: shortScale }).submissions.find(
    ({ event }) => event.id === 'DeathRegistered-SLIP',
  )!
  // No hub is there: nothing is left to be sent.
  const { refused, returned } = await handOverLedger('http://127.0.0.1:1', [slip])
  expect([...refused].map(([at, faults]) => [at, faults.map(({ code }) => code)])).toEqual([
    [0, ['CITIZEN_NUMBER_CHECK_CHARACTER']],
  ])
  const [headings, row, ...more] = returned!.split('\r\n').filter(Boolean)
  expect(more).toEqual([])
  expect(headings).toMatch(/,错误原因,如何修改$/)
  const [fault] = refused.get(0)!
  expect(row).toContain(`身份证号码：${fault!.messageZh},${fault!.whatToDoZh}`)
})
