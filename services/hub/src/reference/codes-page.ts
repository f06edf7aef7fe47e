import { catalogue } from '@hub/schemas/catalogue.ts'
import { commonFields, type EventDefinition } from '@hub/schemas/define-event.ts'
import { fieldWordsOf } from '@hub/schemas/field-words/field-words.ts'
import { schemasIn } from '@hub/schemas/schemas-in.ts'
import { type Code, kindOf, type ValueKind } from '@hub/schemas/values/value-kinds.ts'
import { page, table } from './markdown.ts'

type CodeList = Extract<ValueKind, { kind: 'code' }>

/** A list with a field that takes it. */
type Use = { kind: CodeList; event: EventDefinition; path: string }

const usesIn = (event: EventDefinition): readonly Use[] =>
  [event.data, ...event.earlier.map(({ data }) => data)]
    .flatMap(({ shape }) => schemasIn(shape))
    .flatMap(({ path, schema }) => {
      const kind = kindOf(schema)
      return kind?.kind === 'code' ? [{ kind, event, path }] : []
    })

/** The fields that take a list; those that every event carries are said once. */
const usedIn = (uses: readonly Use[]): string => {
  const inAll = uses.find(({ path }) => Object.hasOwn(commonFields, path.split(/[.[]/)[0]!))
  if (inAll) return `用于各类型 used in every type: \`${inAll.path.replaceAll('[]', '')}\``
  const places = new Map(uses.map(({ event, path }) => [`${event.department}.${event.name}.${path}`, { event, path }]))
  const named = [...places.values()].map(({ event, path }) => {
    const field = path.replaceAll('[]', '')
    return `${event.titleZh}·${fieldWordsOf(event.name, field)?.zh ?? field} \`${event.name}.${field}\``
  })
  return `用于 used in: ${named.join('、')}`
}

const namesOf = (uses: readonly Use[]): readonly string[] => [
  ...new Set(uses.map(({ event, path }) => fieldWordsOf(event.name, path.replaceAll('[]', ''))?.zh ?? '')),
]

/**
 * What a list is called in Chinese: as the fields that take it, up to three; with the type where those of other lists are
 * called the same.
 */
const calledIn = (uses: readonly Use[], others: readonly (readonly Use[])[]): string => {
  const names = namesOf(uses).filter(Boolean)
  const isShared = names.some((name) => others.some((other) => other !== uses && namesOf(other).includes(name)))
  const titles = [...new Set(uses.map(({ event }) => event.titleZh))]
  if (names.length === 1 && isShared && titles.length < 3) return `${titles[0]}·${names[0]} `
  return names.length === 0 ? '' : `${names.slice(0, 3).join('、')} `
}

const withdrawnText = ({ withdrawn, instead }: Code) =>
  withdrawn === undefined ? '' : `${withdrawn}${instead === undefined ? '' : ` → \`${instead}\``}`

/** What a code may have beside its labels; a column that no code of a list fills is left out. */
const columns: readonly (readonly [head: string, cell: (code: Code) => string])[] = [
  ['标准代码 sign', ({ sign = '' }) => sign],
  ['启用 since', ({ since = '' }) => since],
  ['停用 withdrawn', withdrawnText],
]

const codesTable = (codes: CodeList['codes']): string => {
  const filled = columns.filter(([, cell]) => Object.values(codes).some((code) => cell(code) !== ''))
  return table(
    ['代码 code', '中文', 'English', ...filled.map(([head]) => head)],
    Object.entries(codes).map(([code, one]) => [`\`${code}\``, one.zh, one.en, ...filled.map(([, cell]) => cell(one))]),
  )
}

/** Every code list of the vocabulary, with both labels, the standard, since when, what was withdrawn, and where it is used. */
export const codesPage = (): string => {
  const lists = Object.entries(Object.groupBy(catalogue.flatMap(usesIn), ({ kind }) => kind.list))
  const all = lists.map(([, uses = []]) => uses)
  const named = lists.toSorted(([one], [other]) => (one < other ? -1 : 1))
  return page(
    '# 代码表 Code lists',
    '代码即公文用语。停用的代码仍可读取，停用之日起的新事实不再接受；补报停用之前的事实仍可使用。',
    'A code is the word that officials use. A withdrawn code is read for ever; it is refused for facts that are so on the day of its withdrawal or later, and taken in late facts of its time.',
    ...named.flatMap(([list, uses = []]) => {
      const { standard, codes } = uses[0]!.kind
      return [
        `<a id="${list.toLowerCase()}"></a>`,
        `## ${calledIn(uses, all)}${list}`,
        ...(standard === undefined ? [] : [`标准 standard: ${standard}`]),
        usedIn(uses),
        codesTable(codes),
      ]
    }),
  )
}
