import type { City, Inhabitant } from '../city.ts'

/** The days of the false death: reported, payment stopped, withdrawn, put right. */
export const falseDeathDays = {
  claimedDeath: '2024-03-05',
  reported: '2024-03-12',
  paymentStopped: '2024-03-18',
  withdrawn: '2024-05-20',
  putRight: '2024-05-27',
} as const

/** Whom the false death befell: the first veteran of the city. */
export const falselyDeclaredDead = (city: City): Inhabitant => city.veterans[0]!

/** A living veteran is reported dead, payment and card stop; the report is withdrawn and everything is put right. */
export const tellFalseDeath = (city: City): void => {
  const one = falselyDeclaredDead(city)
  const person = { citizenNumber: one.citizenNumber }
  const days = falseDeathDays
  const veteranAffairs = { department: 'veteran-affairs', region: one.county } as const
  city.add({
    ...veteranAffairs,
    name: 'BeneficiaryCategoryRecognised',
    day: '2023-12-04',
    data: { person, category: '参战退役人员', payableFrom: '2024-01', certificateNo: 'YF-430300-0001' },
  })
  const death = city.add({
    department: 'civil-affairs',
    region: one.county,
    name: 'DeathRegistered',
    day: days.reported,
    data: { person, diedOn: days.claimedDeath, evidence: '医学证明', certificateNo: 'SW-430300-0001' },
  })
  city.add({
    ...veteranAffairs,
    name: 'BenefitSuspended',
    day: days.paymentStopped,
    data: { person, item: '生活补助', from: '2024-04', reasonCode: '死亡' },
  })
  city.add({
    department: 'civil-affairs',
    region: one.county,
    name: 'FactRetracted',
    day: days.withdrawn,
    data: { person, reason: '同名误报，本人健在' },
    extra: { replaces: `${death.source}#${death.id}`, replacesreason: 'wrong-source' },
  })
  city.add({
    ...veteranAffairs,
    name: 'BenefitResumed',
    day: days.putRight,
    data: { person, item: '生活补助', from: '2024-06', reasonCode: '其他', backPayFrom: '2024-04' },
  })
}
