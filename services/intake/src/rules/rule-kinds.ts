import { jsonPointer } from '@hub/schemas/format/refused-json.ts'
import type { ExactWords } from '@hub/schemas/refusal.ts'
import { eventTime, type Rule, type RuleKind } from '@hub/schemas/rules/rule.ts'
import { saidByNumber } from '@hub/schemas/values/citizen-number.ts'
import { dayOf, isEarlier, monthAfter } from '@hub/schemas/values/day.ts'
import { ageOn, dateAt, numbersIn, ownDay, ownNumber, type Said, saidAt } from './said.ts'

/** Where an event breaks a rule: a JSON Pointer of the event, and words more exact than the catalogue's. */
export type Break = { pointer: string; words?: ExactWords }

type Of<Kind extends RuleKind> = Extract<Rule, { kind: Kind }>
type Checked = { [Kind in RuleKind]: (rule: Of<Kind>, said: Said) => readonly Break[] }

const at = (field: string): string => `/data${jsonPointer(field.split('.'))}`
const isField = (field: string): boolean => !field.startsWith('/')

const isInstant = (date: string) => date.includes('T')
/** Two dates in the same measure: of an instant beside a day its day counts. */
const comparable = (one: string, other: string): readonly [string, string] =>
  isInstant(one) === isInstant(other)
    ? [one, other]
    : [isInstant(one) ? dayOf(one) : one, isInstant(other) ? dayOf(other) : other]

const bothDates = (said: Said, { from, to }: { from: string; to: string }): readonly [string, string] | undefined => {
  const [first, last] = [dateAt(said, from), dateAt(said, to)]
  return first === undefined || last === undefined ? undefined : comparable(first, last)
}

/** The later of two dates where it is a field, else the earlier. */
const placeOf = ({ from, to }: { from: string; to: string }): string => {
  const field = [to, from].find(isField)
  return field === undefined ? eventTime : at(field)
}

const inOrder: Checked['inOrder'] = (rule, said) => {
  const dates = bothDates(said, rule)
  return dates && isEarlier(dates[1], dates[0]) ? [{ pointer: placeOf(rule) }] : []
}

const within: Checked['within'] = (rule, said) => {
  const dates = bothDates(said, rule)
  if (!dates) return []
  const [from, to] = dates.map((date) => date.slice(0, 7))
  return from!.length === 7 && to! > monthAfter(from!, rule.months) ? [{ pointer: placeOf(rule) }] : []
}

const asNumber: Checked['asNumber'] = ({ field, says }, said) => {
  const number = ownNumber(said)
  const value = said.data[field]
  if (number === undefined || value === undefined) return []
  if (says !== 'number') return saidByNumber(number)[says] === value ? [] : [{ pointer: at(field) }]
  const { kind, number: document } = value as { kind: string; number: string }
  return namesPersons.has(kind) && document.length === number.length && document !== number
    ? [{ pointer: `${at(field)}/number` }]
    : []
}

/** Documents whose number is the citizen number; older cards of foreigners have shorter ones. */
const namesPersons = new Set(['居民身份证', '港澳台居民居住证', '外国人永久居留身份证'])

const born: Checked['born'] = ({ notBefore: first }, said) => {
  const isWrong = (number: string | undefined) => {
    if (number === undefined) return false
    const { birthDate } = saidByNumber(number)
    return first === undefined ? birthDate > said.today : birthDate < first
  }
  if (isWrong(ownNumber(said))) return [{ pointer: at(`${said.definition.personField}.citizenNumber`) }]
  return numbersIn(said).some(isWrong) ? [{ pointer: '/data' }] : []
}

const age: Checked['age'] = ({ field, least, most }, said) => {
  const date = field === undefined ? ownDay(said) : dateAt(said, field)
  const years = date === undefined ? undefined : ageOn(said, date)
  return years === undefined || years < 0 || (years >= least && years <= most)
    ? []
    : [{ pointer: at(field ?? said.definition.personField!) }]
}

const exactlyOne: Checked['exactlyOne'] = ({ fields }, { data }) =>
  fields.filter((field) => data[field] !== undefined).length === 1
    ? []
    : [
        {
          pointer: at(fields[0]),
          words: {
            en: `exactly one of ${fields.join(', ')} is needed`,
            zh: `${fields.join('、')} 须且只能填一个`,
          },
        },
      ]

/** The two paths in each member of the list in which both stand, as they are where they stand in none. */
const inEachMember = (data: Said['data'], one: string, other: string): readonly (readonly [string, string])[] => {
  const list = one.split('[]')[0]!
  if (list === one) return [[one, other]]
  const members = saidAt(data, list)
  return (Array.isArray(members) ? members : []).map((_member, index) => [
    one.replace('[]', `.${index}`),
    other.replace('[]', `.${index}`),
  ])
}

const notMoreThan: Checked['notMoreThan'] = ({ less, more, code }, { data }) =>
  inEachMember(data, less, more).flatMap(([one, other]) => {
    const [part, whole] = [saidAt(data, one), saidAt(data, other)]
    if (typeof part !== 'number' || typeof whole !== 'number' || part <= whole) return []
    const [few, many] = [less, more].map((path) => path.split('.').at(-1)!)
    const words =
      code === 'MORE_THAN_ALL' ? { words: { en: `${few} is more than ${many}`, zh: `${few} 大于 ${many}` } } : {}
    return [{ pointer: at(one), ...words }]
  })

const different: Checked['different'] = ({ fields: [one, other] }, { data }) => {
  const [first, second] = [saidAt(data, one), saidAt(data, other)]
  return second !== undefined && JSON.stringify(first) === JSON.stringify(second) ? [{ pointer: at(other) }] : []
}

const separateDuties: Checked['separateDuties'] = (_rule, { data }) => {
  const dutyOf = new Map<string, string>()
  const handled = (data.handledBy ?? []) as readonly { officialId: string; duty: string }[]
  return handled.flatMap(({ officialId, duty }, index) => {
    const other = dutyOf.get(officialId)
    dutyOf.set(officialId, other ?? duty)
    return other !== undefined && other !== duty ? [{ pointer: `/data/handledBy/${index}` }] : []
  })
}

const handedOver: Checked['handedOver'] = ({ by, ifSaid }, { data }) => {
  const { assertedFrom } = data
  if (by.includes(String(assertedFrom)) || (ifSaid && assertedFrom === undefined)) return []
  const words = { en: `this fact is handed over by ${by.join(' or ')}`, zh: `该事实应由 ${by.join('或 ')} 提供` }
  return [{ pointer: '/data/assertedFrom', words }]
}

const notBefore: Checked['notBefore'] = ({ field, day }, said) => {
  const date = dateAt(said, field)
  return date !== undefined && isEarlier(date, day) ? [{ pointer: at(field) }] : []
}

const kinds: Checked = {
  inOrder,
  within,
  notBefore,
  asNumber,
  born,
  age,
  exactlyOne,
  notMoreThan,
  different,
  separateDuties,
  handedOver,
}

/** Where an event breaks a rule; none where it keeps it, or says nothing of it. */
export const breaksOf = <Kind extends RuleKind>(rule: Of<Kind>, said: Said): readonly Break[] =>
  kinds[rule.kind as Kind](rule, said)
