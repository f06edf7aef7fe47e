import { expect, it } from 'vitest'
import { ask } from '../demo-report.ts'
import { bereaved } from '../programmes/survivors.ts'

type Asked = {
  veteran: {
    identities: {
      categories: { paidFrom: string | null; outcome: { value: { code: string } } | null }[]
      schooling: { from: string; until: string }[]
      disability: { value: { status: string } } | null
    }
    benefits: {
      approvals: { paidFrom: string; until: string | null; item: { value: { code: string } } }[]
      payments: { status: string }[]
    }
    status: { circumstances: { value: { circumstances: { value: { code: string } } } } | null }
  }
}

const query = `query ($by: VeteranBy!) { veteran(by: $by) {
  identities {
    categories { paidFrom outcome { value { code } } }
    schooling { from until }
    disability { value { status } }
  }
  benefits { approvals { paidFrom until item { value { code } } } payments { status } }
  status { circumstances { value { circumstances { value { code } } } } }
} }`

/** Two deaths of disabled veterans, and what their survivors are due. */
export const checkSurvivors = (url: () => string): void => {
  const file = async ({ citizenNumber }: { citizenNumber: string }) =>
    (await ask<Asked>(url(), query, { by: { citizenNumber } })).veteran
  const granted = async (one: { citizenNumber: string }) =>
    (await file(one)).benefits.approvals.map(({ item, paidFrom, until }) => [item.value.code, paidFrom, until])

  it('a disabled veteran who died of the old injury leaves the grant and the pension of a death on duty', async () => {
    const dead = await file(bereaved.ofInjury)
    expect(dead.status.circumstances?.value.circumstances.value.code).toBe('旧伤复发')
    expect(dead.identities.disability?.value.status).toBe('ended')
    expect(await granted(bereaved.widow)).toEqual([
      ['一次性抚恤金', '2025-04', null],
      ['定期抚恤金', '2025-04', null],
    ])
  })

  it('a survivor who is not entitled is one all the same, and draws the funeral grant for twelve months', async () => {
    const { identities } = await file(bereaved.otherWidow)
    expect(identities.categories.map(({ outcome, paidFrom }) => [outcome?.value.code, paidFrom])).toEqual([
      ['不符合', null],
    ])
    expect(await granted(bereaved.otherWidow)).toEqual([['丧葬补助', '2025-07', '2026-06']])
  })

  it('a child is paid to the month of the 18th birthday, at university to the last month of it', async () => {
    expect(await granted(bereaved.schoolchild)).toEqual([['定期抚恤金', '2025-07', '2026-02']])
    expect(await granted(bereaved.student)).toEqual([['定期抚恤金', '2025-07', '2028-06']])
    expect((await file(bereaved.student)).identities.schooling).toEqual([{ from: '2024-09-02', until: '2028-06-30' }])
    expect((await file(bereaved.student)).benefits.payments.map(({ status }) => status)).toEqual(['current'])
  })
}
