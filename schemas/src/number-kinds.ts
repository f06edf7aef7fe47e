/**
 * Kinds of numbers that tell two things apart. Each has keyed hashes of its own: the same digits as an order and as a
 * card give two different ones.
 */
export const numberKinds = {
  account: { zh: '收款账户', en: 'accounts' },
  bankReference: { zh: '银行流水', en: 'bank references' },
  card: { zh: '优待证', en: 'preferential cards' },
  cardApplication: { zh: '优待证申请', en: 'applications for preferential cards' },
  certificate: { zh: '证件', en: 'certificates' },
  judgment: { zh: '裁判文书、通缉', en: 'judgments and wanted notices' },
  marriage: { zh: '婚姻登记', en: 'marriage registrations' },
  order: { zh: '支付指令', en: 'payment orders' },
  recovery: { zh: '追缴', en: 'recoveries' },
  roll: { zh: '发放名册', en: 'payment rolls' },
} as const

export type NumberKind = keyof typeof numberKinds

/** A number that an event names, as the keyed hash that lies open in its place. */
export type KeyedNumber = { kind: NumberKind; token: string }
