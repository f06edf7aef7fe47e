import { catalogueRows } from '@hub/schemas/catalogue-rows.ts'
import { departments } from '@hub/schemas/department.ts'
import { openFieldText, whyOpenText } from '../open-words.ts'
import { page, table } from './markdown.ts'

type Row = ReturnType<typeof catalogueRows>[number]

const common = ['region', 'handledBy', 'documentNo', 'legalBasis', 'effectiveFrom', 'assertedFrom']

const sealedText = ({ sealed }: Row): string =>
  [...Map.groupBy(sealed, ({ of }) => of)]
    .map(([of, fields]) => {
      const own = fields.map(({ field }) => field).filter((field) => !common.includes(field))
      return `${own.map((field) => `\`${field}\``).join(' ')} → \`${of}\``
    })
    .join('<br>')

const openText = ({ open }: Row): string =>
  [...Map.groupBy(open, whyOpenText)]
    .map(([why, fields]) => `${fields.map((field) => `\`${openFieldText(field)}\``).join(' ')} ← ${why}`)
    .join('<br>')

const named = ({ type, titleZh, titleEn }: Row) => `\`${type}\`<br>${titleZh} ${titleEn}`

/** What of every type is sealed and for whom, and what lies open and why. */
export const sealingPage = (): string => {
  const rows = catalogueRows()
  const [speaking, others] = [
    rows.filter(({ sealed }) => sealed.length > 0),
    rows.filter(({ sealed }) => sealed.length === 0),
  ]
  return page(
    '# What is sealed, and what lies open 加密字段与公开字段',
    `Of an event that speaks of a person everything is sealed with that person’s key, but for what a figure of the work report must still count when the key is destroyed. \`${common.join('` `')}\` are sealed in every one of them; a region is so whole, and open only as said. An event that names nobody lies open: see below. The rules are in [001](../decisions/001-format.md#sealing), what can be read from what lies open in [011](../decisions/011-sealed-by-default.md).`,
    ...Object.entries(departments).flatMap(([key, department]) => {
      const own = speaking.filter((row) => row.department === key)
      if (own.length === 0) return []
      return [
        `## ${department.titleZh} ${department.titleEn}`,
        table(
          ['type', 'sealed → for whom', 'open ← why'],
          own.map((row) => [named(row), sealedText(row), openText(row) || '–']),
        ),
      ]
    }),
    '## Events that name nobody 不述及个人的事件',
    table(
      ['type', 'why it lies open'],
      others.map((row) => [named(row), whyOpenText(row.open[0]!)]),
    ),
  )
}
