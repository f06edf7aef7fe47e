import { dayAfter } from '../calendar.ts'
import { amountLaidDown, backPayIn, categoryOn, paidFor, published } from '../standards.ts'
import { causedBy } from '../submission.ts'
import type { Life } from './life.ts'

const confirmEachYear = ({ random, benefit, last, say }: Life): void => {
  for (const year of [2023, 2024, 2025]) {
    const lapsed = benefit!.lapsedIn === year
    if (`${year}-11-05` > last || `${year}` < benefit!.from.slice(0, 4)) continue
    if (benefit!.last !== undefined && `${year}-12` > benefit!.last) continue
    const { item, category, grade } = benefit!.standard
    const drawn = (month: string) => ({ item, category: categoryOn(category, month) })
    const dueOn = `${year}-07-05`
    if (lapsed) {
      const missed = say('veteran-affairs', 'AnnualConfirmationLapsed', `${year}-07-10`, {
        year,
        category: categoryOn(category, dueOn),
        noticeOn: `${year}-05-06`,
        dueOn,
      })
      say(
        'veteran-affairs',
        'BenefitSuspended',
        `${year}-07-15`,
        { ...drawn(`${year}-08`), from: `${year}-08`, reasonCode: '年度确认逾期', dueOn },
        { extra: causedBy(missed) },
      )
    }
    say(
      'veteran-affairs',
      'AnnualConfirmationCompleted',
      lapsed ? `${year}-10-14` : dayAfter(`${year}-04-15`, random.whole(0, 60)),
      {
        year,
        method: random.pick(['人脸', '上门', '窗口', '数据比对']),
      },
    )
    if (lapsed)
      say('veteran-affairs', 'BenefitResumed', `${year}-10-21`, {
        ...drawn(`${year}-11`),
        from: `${year}-11`,
        reasonCode: '年度确认逾期',
        confirmedOn: `${year}-10-14`,
        ...(grade === undefined ? { backPayFrom: `${year}-08` } : {}),
      })
  }
}

const beRaised = ({ benefit, last, say }: Life): void => {
  const { standard, serviceYears, from } = benefit!
  for (const year of [2023, 2024, 2025] as const) {
    const told = dayAfter(published[year], 3)
    const october = `${year}-10`
    if (told > last || from > `${year}-08` || (benefit!.last !== undefined && benefit!.last < october)) continue
    say('veteran-affairs', 'BenefitAdjusted', told, {
      item: standard.item,
      standardRef: `${year}-${standard.key}`,
      monthly: paidFor(standard, october, serviceYears),
      from: `${year}-08`,
      backPay: backPayIn(standard, october, serviceYears),
    })
  }
}

const beRated = ({ one, random, benefit, say }: Life): void => {
  const { grade, nature } = benefit!.standard
  const certificateNo = `湘军残第${String(one.index).padStart(6, '0')}号`
  say('veteran-affairs', 'DisabilityRated', '2023-02-20', {
    kind: '补办',
    category: benefit!.standard.category,
    grade,
    nature,
    approvedOn: '2022-11-18',
    payableFrom: '2022-12',
    certificateNo,
  })
  if (random.chance(0.1))
    say('veteran-affairs', 'DisabilityCertificateReplaced', '2024-05-20', {
      kind: '残疾军人证',
      certificateNo: `${certificateNo}补`,
      replacesNo: certificateNo,
      reason: '遗失',
    })
}

/** Somebody who draws a benefit: recognised, confirmed each year, raised each August, moved with it or without. */
export const drawBenefit = (life: Life): void => {
  const { one, benefit, say } = life
  if (!benefit) return
  const { standard, accountToken, serviceYears } = benefit
  const began = benefit.cameFrom === undefined ? '2023-03-06' : '2024-12-18'
  say('veteran-affairs', 'BeneficiaryCategoryRecognised', began, {
    category: categoryOn(standard.category, began),
    payableFrom: benefit.from,
    certificateNo: `YF-${one.county}-${one.index}`,
  })
  if (standard.grade !== undefined) beRated(life)
  say('finance', 'AccountVerified', dayAfter(began, 9), {
    accountToken,
    last4: String(one.index % 10_000).padStart(4, '0'),
    bank: '湘潭农商银行',
    holderMatches: true,
    payeeRelation: '本人',
  })
  const transfer = {
    item: standard.item,
    transferNo: `转字${one.index}`,
    paidThrough: '2024-12',
    payableFrom: '2025-01',
  }
  if (benefit.cameFrom !== undefined)
    say('veteran-affairs', 'SupportRelationTransferredIn', began, { ...transfer, otherRegion: benefit.cameFrom })
  if (benefit.movedOn !== undefined)
    say('veteran-affairs', 'SupportRelationTransferredOut', dayAfter(benefit.movedOn, 12), {
      ...transfer,
      otherRegion: '440305',
    })
  confirmEachYear(life)
  if (amountLaidDown(standard, 2023) * serviceYears > 0) beRaised(life)
}
