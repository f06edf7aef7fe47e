import { monthAfter } from '@hub/schemas/values/day.ts'
import { dayAfter } from '../calendar.ts'
import { farms, livesFreely } from '../inhabitant.ts'
import { inventedUscc } from '../invented.ts'
import type { Life } from './life.ts'

const socialInsurance = { source: '/departments/hr/social-insurance' } as const

const nextMonth = (day: string) => monthAfter(day.slice(0, 7), 1)

const drawPension = ({ one, random, registeredOn, last, say }: Life): void => {
  const scheme = '职工'
  const monthly = random.whole(1_800, 4_200) * 100
  const granted = dayAfter(registeredOn, random.whole(1, 20))
  say(
    'hr',
    'PensionGranted',
    granted,
    { scheme, monthly, from: `${Number(one.birthDay.slice(0, 4)) + 60}-07` },
    socialInsurance,
  )
  ;['2024', '2025'].forEach((year, index) => {
    const adjusted = Math.round((monthly * 1.03 ** (index + 1)) / 100) * 100
    if (`${year}-07-20` <= last)
      say(
        'hr',
        'PensionAdjusted',
        `${year}-07-20`,
        { scheme, monthly: adjusted, from: `${year}-01`, reason: '年度调整' },
        socialInsurance,
      )
  })
}

const loseWork = ({ random, last, day, say }: Life, employerUscc: string): void => {
  const endedOn = day('2024-02-01', dayAfter(last, -150))
  say('hr', 'EmploymentEnded', endedOn, { employerUscc, postKind: '普工', endedOn, reason: '合同期满' })
  say(
    'hr',
    'SocialInsuranceSuspended',
    endedOn,
    { kind: '失业', scheme: '职工', from: nextMonth(endedOn), reason: '终止劳动合同' },
    socialInsurance,
  )
  const registeredOn = dayAfter(endedOn, random.whole(3, 20))
  say('hr', 'UnemploymentRegistered', registeredOn, { registeredOn, reason: '合同期满' })
  const from = nextMonth(registeredOn)
  say('hr', 'UnemploymentBenefitGranted', dayAfter(registeredOn, 5), {
    monthly: 162_000,
    from,
    to: monthAfter(from, 5),
  })
  if (random.chance(0.3)) {
    say('hr', 'EmploymentDifficultyCertified', dayAfter(registeredOn, 30), {
      kind: '大龄',
      validUntil: dayAfter(registeredOn, 395),
    })
    if (random.chance(0.5))
      say('hr', 'PublicWelfarePostAssigned', dayAfter(registeredOn, 45), {
        employerUscc: inventedUscc(random.whole(6_000, 6_020)),
        from: monthAfter(from, 2),
        to: monthAfter(from, 13),
      })
    return
  }
  const startedOn = dayAfter(registeredOn, random.whole(40, 90))
  say('hr', 'EmploymentStarted', startedOn, {
    employerUscc: inventedUscc(random.whole(1, 400)),
    postKind: '普工',
    via: '自主',
    startedOn,
  })
  say('hr', 'UnemploymentEnded', startedOn, { endedOn: startedOn, reason: '重新就业' })
  say('hr', 'UnemploymentBenefitStopped', startedOn, { from: nextMonth(startedOn), reason: '重新就业' })
}

/** A pension for the old, a job and its insurance for the others; some lose the job and find another. */
export const work = (life: Life): void => {
  const { one, random, registeredOn, say } = life
  if (one.kind === 'family') return
  if (one.birthDay < '1963') {
    drawPension(life)
    return
  }
  const startedOn = dayAfter(registeredOn, random.whole(1, 20))
  const employerUscc = inventedUscc(random.whole(1, 400))
  if (farms(one)) {
    say('hr', 'EmploymentAndInsuranceConfirmed', startedOn, {
      asOf: startedOn,
      status: '务农',
      insured: ['养老', '医疗'],
    })
    return
  }
  say('hr', 'EmploymentStarted', startedOn, { employerUscc, postKind: '普工', via: '自主', startedOn })
  for (const kind of ['养老', '医疗', '失业'])
    say(
      'hr',
      'SocialInsuranceEnrolled',
      startedOn,
      {
        kind,
        scheme: '职工',
        from: nextMonth(startedOn),
        employerUscc,
        ...(kind === '医疗' ? { assertedFrom: '医保' } : {}),
      },
      socialInsurance,
    )
  if (livesFreely(one) && one.diedOn === undefined && random.chance(0.09)) loseWork(life, employerUscc)
}
