type Words = { zh: string; en: string }

const kindsOf = <const Kind extends string>(kinds: Readonly<Record<Kind, readonly [zh: string, en: string]>>) =>
  Object.fromEntries(
    Object.entries<readonly [string, string]>(kinds).map(([kind, [zh, en]]) => [kind, { zh, en }]),
  ) as {
    readonly [One in Kind]: Words
  }

/** What events speak of, in both languages: the things that a file, a case or a programme is made of. */
export const thingKinds = kindsOf({
  registration: ['建档登记', 'registration'],
  contact: ['联系方式', 'contact details'],
  servicePeriod: ['服役经历', 'service period'],
  merit: ['立功受奖', 'merit'],
  placement: ['退役安置', 'placement'],
  identity: ['优抚身份', 'identity with preferential treatment'],
  confirmation: ['年度确认', 'annual confirmation'],
  rating: ['残疾等级', 'disability rating'],
  certificate: ['证件', 'certificate'],
  card: ['优待证', 'preferential card'],
  application: ['申请', 'application'],
  benefit: ['待遇', 'benefit'],
  standard: ['标准', 'standard'],
  roll: ['发放名册', 'payment roll'],
  order: ['支付指令', 'payment order'],
  payment: ['支付', 'payment'],
  account: ['收款账户', 'account'],
  recovery: ['追缴', 'recovery'],
  budget: ['预算', 'budget'],
  marriage: ['婚姻', 'marriage'],
  household: ['共同生活家庭成员', 'household member'],
  residence: ['户籍', 'household register'],
  name: ['姓名', 'name'],
  death: ['死亡', 'death'],
  guardianship: ['监护', 'guardianship'],
  job: ['就业', 'job'],
  unemployment: ['失业', 'unemployment'],
  insurance: ['社会保险', 'social insurance'],
  pension: ['养老金', 'old-age pension'],
  training: ['培训', 'training'],
  business: ['经营主体', 'business'],
  intent: ['就业意向', 'letter of intent'],
  allowance: ['低保', 'subsistence allowance'],
  subsidy: ['补贴', 'subsidy'],
  hardship: ['困难', 'hardship'],
  difficulty: ['家庭困难', 'family difficulty'],
  health: ['健康状况', 'health'],
  screening: ['筛查', 'screening'],
  surgery: ['手术', 'operation'],
  deployment: ['应急出动', 'deployment'],
  membership: ['队员身份', 'team membership'],
  martyr: ['烈士', 'martyr'],
  matter: ['事项', 'matter'],
  occasion: ['活动', 'occasion'],
  fact: ['事实', 'fact'],
  link: ['身份关联', 'identity link'],
  record: ['枢纽记录', "the hub's record"],
  report: ['工作报告', 'work report'],
  place: ['场所与机构', 'place or organisation'],
})

export type ThingKind = keyof typeof thingKinds
