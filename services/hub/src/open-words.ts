import { figureOf } from '@hub/reading/report/figures.ts'
import type { Open } from '@hub/schemas/catalogue-rows.ts'
import type { OpenForm } from '@hub/schemas/open-field.ts'

const formText = (as: OpenForm): string => {
  switch (as.form) {
    case 'county':
      return '仅到县区 its county'
    case 'only':
      return `仅限 only ${as.values.join(' ')}`
    case 'said':
      return '仅是否载明 whether it is said'
    case 'items':
      return `仅各项的 of each item ${as.fields.join(' ')}`
    case 'workingDays':
      return `仅至 ${as.to} 的工作日数 only the working days to ${as.to}`
    case 'kept':
      return `仅是否按期（${as.term}，至 ${as.to}） only whether this term was kept`
    case 'keyed':
    case 'token':
      return '仅不可还原的标识 a keyed hash'
    default:
      return as satisfies never
  }
}

/** A field that lies open, with the form in which it does. */
export const openFieldText = ({ field, as }: Open): string => (as ? `${field}（${formText(as)}）` : field)

/** Why a field lies open, in both languages: figures by their titles and keys, or a reason. */
export const whyOpenText = ({ figures, reason }: Open): string =>
  reason ? `${reason.zh} ${reason.en}` : (figures ?? []).map((key) => `${figureOf(key)?.titleZh} ${key}`).join('、')
