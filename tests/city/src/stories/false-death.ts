import type { City } from '../city.ts'
import type { Inhabitant } from '../inhabitant.ts'
import { causedBy, replacing } from '../submission.ts'
import { inPart } from './cast.ts'
import { tellOf } from './telling.ts'

/** The days of the false death: reported, payment stopped, withdrawn, put right. */
export const falseDeathDays = {
  claimedDeath: '2024-03-05',
  reported: '2024-03-12',
  paymentStopped: '2024-03-18',
  cardSuspended: '2024-03-19',
  withdrawn: '2024-05-20',
  putRight: '2024-05-27',
} as const

/** Whom the false death befell. */
export const falselyDeclaredDead = (city: Pick<City, 'veterans'>): Inhabitant => inPart(city, 'falselyDead')

/** A living veteran is reported dead; payment and card stop; the report is withdrawn and everything is put right. */
export const tellFalseDeath = (city: City): void => {
  const tell = tellOf(city, falselyDeclaredDead(city))
  const days = falseDeathDays
  const card = { kind: '退役军人', cardNo: '湘退 000000 1' }
  tell('veteran-affairs', 'BeneficiaryCategoryRecognised', '2023-12-04', {
    category: '参战退役人员',
    payableFrom: '2024-01',
    certificateNo: 'YF-430300-0001',
  })
  tell('veteran-affairs', 'PreferentialCardIssued', '2023-12-18', {
    ...card,
    bank: '湘潭农商银行',
    identitiesOnChip: ['参战退役人员'],
  })
  const death = tell('civil-affairs', 'DeathRegistered', days.reported, {
    diedOn: days.claimedDeath,
    evidence: '医学证明',
    certificateNo: 'SW-430300-0001',
  })
  const stopped = { item: '生活补助', from: '2024-04', reasonCode: '死亡' }
  tell('veteran-affairs', 'BenefitSuspended', days.paymentStopped, stopped, { extra: causedBy(death) })
  const suspended = { ...card, reason: '死亡' }
  tell('veteran-affairs', 'PreferentialCardSuspended', days.cardSuspended, suspended, { extra: causedBy(death) })
  const withdrawal = tell(
    'civil-affairs',
    'FactRetracted',
    days.withdrawn,
    { reason: '同名误报，本人健在' },
    { extra: replacing(death, 'wrong-source') },
  )
  const resumed = { item: '生活补助', from: '2024-06', reasonCode: '其他', backPayFrom: '2024-04' }
  tell('veteran-affairs', 'BenefitResumed', days.putRight, resumed, { extra: causedBy(withdrawal) })
  const reinstated = { ...card, reason: '情形消除' }
  tell('veteran-affairs', 'PreferentialCardReinstated', days.putRight, reinstated, { extra: causedBy(withdrawal) })
}
