import { catalogue } from '@hub/schemas/catalogue.ts'
import type { EventDefinition } from '@hub/schemas/define-event.ts'
import { schemasIn } from '@hub/schemas/schemas-in.ts'
import { type Code, kindOf, type ValueKind } from '@hub/schemas/values/value-kinds.ts'
import { page, table } from './markdown.ts'

type CodeList = Extract<ValueKind, { kind: 'code' }>

const listsIn = ({ data, earlier }: EventDefinition): readonly CodeList[] =>
  [data, ...earlier.map((version) => version.data)]
    .flatMap(({ shape }) => schemasIn(shape))
    .map(({ schema }) => kindOf(schema))
    .filter((kind) => kind?.kind === 'code')

const codeRow = ([code, { zh, en, sign, since, withdrawn, instead }]: [string, Code]) => [
  `\`${code}\``,
  zh === code ? '' : zh,
  en,
  sign ?? '',
  since ?? '',
  withdrawn === undefined ? '' : `${withdrawn}${instead === undefined ? '' : ` → \`${instead}\``}`,
]

/** Every code list of the vocabulary, with both labels, the standard, since when, and what was withdrawn. */
export const codesPage = (): string => {
  const lists = new Map(catalogue.flatMap(listsIn).map((kind) => [kind.list, kind]))
  const named = [...lists.values()].toSorted((one, other) => (one.list < other.list ? -1 : 1))
  return page(
    '# Code lists 代码表',
    '代码即公文用语。停用的代码仍可读取，停用之日起的新事实不再接受；补报停用之前的事实仍可使用。',
    'A code is the word that officials use. A withdrawn code is read for ever; it is refused for facts that are so from its last day on, and taken in late facts of its time.',
    ...named.flatMap(({ list, standard, codes }) => [
      `## ${list}`,
      ...(standard === undefined ? [] : [standard]),
      table(
        ['code', '中文', 'English', '标准代码 sign', '启用 since', '停用 withdrawn'],
        Object.entries(codes).map(codeRow),
      ),
    ]),
  )
}
