import { createHash } from 'node:crypto'
import { monthAfter } from '@hub/schemas/values/day.ts'
import { dayAfter } from '../calendar.ts'
import { categoryOn } from '../standards.ts'
import { fromReceipt } from '../submission.ts'
import type { Life } from './life.ts'

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')

/** A death that a station may have heard of first, in the ledger of Civil Affairs, and what follows from it in the other departments. */
export const die = ({ one, random, benefit, say }: Life): void => {
  const diedOn = one.diedOn
  if (diedOn === undefined) return
  if (one.index % 3 === 0)
    say('veteran-affairs', 'DeathNoticed', dayAfter(diedOn, 1), {
      noticedOn: dayAfter(diedOn, 1),
      source: '村社区告知',
      saidDiedOn: diedOn,
    })
  say(
    'civil-affairs',
    'DeathRegistered',
    dayAfter(diedOn, random.whole(1, 9)),
    {
      diedOn,
      evidence: '医学证明',
      certificateNo: `SW${one.county}-${one.kind === 'family' ? 'F' : 'V'}${one.index}`,
      assertedFrom: '卫健',
    },
    { source: '/departments/civil-affairs/death-sheet' },
  )
  say('civil-affairs', 'CremationRegistered', dayAfter(diedOn, 3), {
    crematedOn: dayAfter(diedOn, 3),
    funeralHome: '湘潭市殡仪馆',
  })
  const after = monthAfter(diedOn.slice(0, 7), 1)
  if (one.kind === 'veteran' && one.birthDay < '1963')
    say(
      'hr',
      'PensionStopped',
      dayAfter(diedOn, 12),
      { scheme: '职工', from: after, reason: '死亡' },
      { source: '/departments/hr/social-insurance' },
    )
  if (one.kind === 'veteran' && one.birthDay < '1963')
    say(
      'hr',
      'DeathGrantPaid',
      dayAfter(diedOn, 30),
      {
        insurance: '基本养老保险',
        agency: '湘潭市社会保险服务中心',
        diedOn,
        amount: 812_000,
        paidOn: dayAfter(diedOn, 30),
      },
      { source: '/departments/hr/social-insurance' },
    )
  if (!benefit) return
  const { item, category } = benefit.standard
  say('veteran-affairs', 'BenefitTerminated', dayAfter(diedOn, 12), { item, from: after, reasonCode: '死亡' })
  say('veteran-affairs', 'BeneficiaryCategoryEnded', dayAfter(diedOn, 12), {
    category: categoryOn(category, dayAfter(diedOn, 12)),
    reason: '死亡',
    lastMonth: diedOn.slice(0, 7),
  })
  if (benefit.standard.grade !== undefined)
    say('veteran-affairs', 'DisabilityCertificateCancelled', dayAfter(diedOn, 14), {
      kind: '残疾军人证',
      certificateNo: `湘军残第${String(one.index).padStart(6, '0')}号`,
      reason: '死亡',
    })
  // A funeral grant is paid after the death, and lawfully so.
  const orderId = `SZ-${one.kind === 'family' ? 'F' : 'V'}${one.index}`
  const month = diedOn.slice(0, 7)
  const roll = say(
    'veteran-affairs',
    'PaymentRollSubmitted',
    dayAfter(diedOn, 20),
    { rollId: `MC-${orderId}`, item: '丧葬补助', month, count: 1, total: 600_000, digest: digestOf(orderId) },
    { ofNobody: true },
  )
  say('finance', 'PaymentOrdered', dayAfter(diedOn, 25), {
    orderId,
    item: '丧葬补助',
    rollId: fromReceipt(roll),
    periodFrom: month,
    periodTo: month,
    kind: '丧葬',
    amount: 600_000,
    line: '2080801',
    accountToken: benefit.accountToken,
    preparedBy: 'CZ-11',
    checkedBy: 'CZ-12',
  })
  say('finance', 'PaymentDisbursed', dayAfter(diedOn, 32), {
    orderId,
    amount: 600_000,
    paidOn: dayAfter(diedOn, 32),
    bankRef: `B-${orderId}`,
  })
}
