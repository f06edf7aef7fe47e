import { z } from 'zod'
import { beneficiaryCategory, benefitItem, injuryNature } from '../benefit-codes.ts'
import { defineEvent, earlierVersion } from '../define-event.ts'
import { standardUnit } from '../event-codes.ts'
import { exampleAct } from '../example-act.ts'
import { formWords } from '../form-words.ts'
import { day, month } from '../values/day.ts'
import { fen } from '../values/money.ts'
import { reference } from '../values/reference.ts'
import { disabilityGrade } from './disability-grade.ts'
import { count } from './wording.ts'

const percent = z.int().min(0).max(100)

/** Fixed sums of a standard's unit that levels pay before the rest is shared out. */
const fixedSums = z.strictObject({
  central: fen.optional(),
  province: fen.optional(),
  city: fen.optional(),
  county: fen.optional(),
})

/** What each level pays, in whole per cent, together 100: of all, or of what fixed sums leave. */
const sharing = z
  .strictObject({ central: percent, province: percent, city: percent, county: percent, fixed: fixedSums.optional() })
  .refine(({ central, province, city, county }) => central + province + city + county === 100, {
    error: 'the shares are 100 per cent together',
    params: { fault: 'SHARES' },
  })

const standard = {
  standardId: reference('standard'),
  item: benefitItem,
  category: beneficiaryCategory,
  grade: disabilityGrade.optional(),
  nature: injuryNature.optional(),
  effectiveFrom: day,
  sharing: sharing.optional(),
}
const standardExample = {
  standardId: '2025-残疾抚恤-6-因公',
  ...exampleAct,
  region: '430300',
  item: '残疾抚恤金',
  category: '残疾军人',
  grade: 6,
  nature: '因公',
  effectiveFrom: '2025-08-01',
  sharing: { central: 70, province: 15, city: 5, county: 10 },
}

/** The amount of a benefit was laid down, from a day on; often published later, with back-pay. */
export const BenefitStandardPublished = defineEvent({
  department: 'veteran-affairs',
  name: 'BenefitStandardPublished',
  version: 2,
  titleZh: '抚恤补助标准发布',
  titleEn: 'Benefit standard published',
  descriptionZh: '发布抚恤补助标准：项目、对象、等级、计量单位、金额、执行日期、各级分担比例和定额。',
  descriptionEn:
    'The amount of a benefit was laid down: for whom, a year or a month, from which day, and who bears which share or fixed sum.',
  time: { from: 'effectiveFrom', until: 'next' },
  thing: { kind: 'standard', key: [['item', 'category', 'grade?', 'nature?', 'region']] },
  category: 'standard',
  data: { ...standard, unit: standardUnit, amount: fen },
  example: { ...standardExample, unit: 'year', amount: 4_950_000 },
  earlier: [
    earlierVersion({
      version: 1,
      category: 'standard',
      descriptionZh: '发布抚恤补助标准：项目、对象、等级、每年金额（元）、执行日期和各级分担比例。',
      descriptionEn:
        'The amount of a benefit was laid down: for whom, in yuan a year, from which day, and who bears which share.',
      data: { ...standard, yuanPerYear: z.number().min(0).max(10_000_000) },
      example: { ...standardExample, yuanPerYear: 49_500 },
      upcast: ({ yuanPerYear, ...data }) => ({
        ...data,
        unit: 'year',
        amount: Math.round(z.number().parse(yuanPerYear) * 100),
      }),
    }),
  ],
})

/** A month's roll of payments of one benefit was handed to Finance. */
export const PaymentRollSubmitted = defineEvent({
  department: 'veteran-affairs',
  name: 'PaymentRollSubmitted',
  titleZh: '发放名册报送',
  titleEn: 'Payment roll submitted',
  descriptionZh: '向财政报送当月发放名册：项目、月份、人数、总额、名册摘要。',
  descriptionEn: 'A month’s roll of payments of one benefit was handed to Finance: how many, how much, and its digest.',
  time: { from: 'month', until: 'stands' },
  thing: { kind: 'roll', key: [['rollId']] },
  category: 'roll',
  data: {
    rollId: reference('roll'),
    item: benefitItem,
    month,
    count,
    total: fen,
    /** SHA-256 of the roll, lower-case hex. */
    digest: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .register(formWords, { en: 'a SHA-256 in lower-case hex is needed', zh: '应为小写十六进制的 SHA-256' }),
  },
  example: {
    rollId: 'MC-2025-09-430302',
    ...exampleAct,
    item: '残疾抚恤金',
    month: '2025-09',
    count: 214,
    total: 88_275_000,
    digest: '0f'.repeat(32),
  },
})
