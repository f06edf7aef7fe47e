import { isPosition } from '@hub/schemas/format/position.ts'
import { type ExactWords, Refused } from '@hub/schemas/refusal.ts'
import { citizenNumberFault, upgradeCitizenNumber } from '@hub/schemas/values/citizen-number.ts'
import { isDay, month, partialDate, readInstant } from '@hub/schemas/values/day.ts'
import { regionCode } from '@hub/schemas/values/region-code.ts'
import { isUscc } from '@hub/schemas/values/social-credit-code.ts'
import { graphqlRefusals } from '../query-refusals.ts'
import { builder } from './builder.ts'

type TextScalar = 'Date' | 'Month' | 'PartialDate' | 'RegionCode' | 'Uscc' | 'Position'

/** What a scalar needs, without the value; the place in the query is added where it is known. */
const notOfForm = (exact: ExactWords) => new Refused(graphqlRefusals.BAD_USER_INPUT, { exact })

/**
 * A scalar that is a text of a certain form. What does not fit is refused in words that never repeat it.
 */
const textScalar = (
  name: TextScalar | 'CitizenNumber' | 'DateTime',
  description: string,
  descriptionZh: string,
  url: string,
  read: (text: string) => string | undefined,
) =>
  builder.scalarType(name, {
    description,
    specifiedByURL: url,
    serialize: (value) => value,
    parseValue: (value) => {
      const accepted = typeof value === 'string' ? read(value) : undefined
      if (accepted === undefined)
        throw notOfForm({ en: `not a ${name}: ${description}`, zh: `不是 ${name}：${descriptionZh}` })
      return accepted
    },
  })

const when = (fits: (text: string) => boolean) => (text: string) => (fits(text) ? text : undefined)

textScalar(
  'Date',
  'A calendar day YYYY-MM-DD in Asia/Shanghai.',
  '北京时间的日期 YYYY-MM-DD。',
  'https://www.rfc-editor.org/rfc/rfc3339',
  when(isDay),
)
textScalar(
  'Month',
  'A month YYYY-MM.',
  '月份 YYYY-MM。',
  'https://www.iso.org/iso-8601-date-and-time-format.html',
  when((text) => month.safeParse(text).success),
)
textScalar(
  'PartialDate',
  'A date of which old records may know only the year or the month: YYYY, YYYY-MM or YYYY-MM-DD.',
  'YYYY、YYYY-MM 或 YYYY-MM-DD，旧档可只有年或年月。',
  'https://www.loc.gov/standards/datetime/',
  when((text) => partialDate.safeParse(text).success),
)
textScalar(
  'DateTime',
  'An instant with its offset, answered in UTC with three decimals: 2025-03-01T00:00:00.000Z.',
  '带时区的时刻，例如 2025-03-01T00:00:00.000Z。',
  'https://scalars.graphql.org/andimarek/date-time.html',
  readInstant,
)
textScalar(
  'RegionCode',
  'A division code of 6, 9 or 12 digits (GB/T 2260, GB/T 10114).',
  '6、9 或 12 位行政区划代码（GB/T 2260、GB/T 10114）。',
  'https://en.wikipedia.org/wiki/Administrative_division_codes_of_the_People%27s_Republic_of_China',
  when((text) => regionCode.safeParse(text).success),
)
textScalar(
  'Uscc',
  'A unified social credit code of 18 characters (GB 32100).',
  '18 位统一社会信用代码（GB 32100）。',
  'https://en.wikipedia.org/wiki/Unified_Social_Credit_Identifier',
  when(isUscc),
)
textScalar(
  'CitizenNumber',
  'A citizen number of 18 characters, or 15 digits of the first generation (GB 11643).',
  '18 位公民身份号码，或第一代 15 位号码（GB 11643）。',
  'https://en.wikipedia.org/wiki/Resident_Identity_Card',
  (text) => {
    const eighteen = text.length === 15 ? upgradeCitizenNumber(text) : text.toUpperCase()
    return eighteen !== undefined && citizenNumberFault(eighteen) === undefined ? eighteen : undefined
  },
)
textScalar(
  'Position',
  'A place in the log of this store: 32 hex digits, opaque.',
  '本存储库日志中的位置：32 位十六进制数字。',
  'https://www.rfc-editor.org/rfc/rfc4648#section-8',
  when(isPosition),
)

builder.scalarType('BigInt', {
  description: 'A whole number; beyond 2^53 it is written as a text of digits.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259#section-6',
  serialize: (value) =>
    typeof value === 'bigint' && !Number.isSafeInteger(Number(value)) ? String(value) : Number(value),
  parseValue: (value) => {
    const number = typeof value === 'string' && /^-?\d{1,16}$/.test(value) ? Number(value) : value
    if (typeof number !== 'number' || !Number.isSafeInteger(number))
      throw notOfForm({
        en: 'not a BigInt: a whole number below 2^53 is needed',
        zh: '不是 BigInt：应为小于 2^53 的整数',
      })
    return number
  },
})

builder.scalarType('Json', {
  description: 'Data in the form in which it is stored, for what this version of the schema has no type for.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
  serialize: (value) => value,
  parseValue: () => {
    throw notOfForm({ en: 'not a Json that is taken: it is only answered', zh: 'Json 只用于应答，不接受输入' })
  },
})
