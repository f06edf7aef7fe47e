import type { Sentence } from '../declaration-words.ts'
import { fieldWordsOf } from '../field-words/field-words.ts'
import { birth, type Condition, eventTime, type OfNumber, type Rule, today } from './rule.ts'
import type { RuleCode } from './rule-catalogue.ts'

type Named = (field: string) => Sentence

const placeholders: Readonly<Record<string, Sentence>> = {
  [eventTime]: { zh: '事件时间', en: "the event's time" },
  [today]: { zh: '今天', en: 'today' },
  [birth]: { zh: '本人出生日期（以身份号码为准）', en: 'the birth of the person by the citizen number' },
}

const named =
  (type: string): Named =>
  (field) => {
    const placeholder = placeholders[field]
    if (placeholder) return placeholder
    const zh = fieldWordsOf(type, field.replaceAll('[]', ''))?.zh
    return { zh: zh === undefined ? `\`${field}\`` : `“${zh}”(${field})`, en: `\`${field}\`` }
  }

const conditionWords = (condition: Condition, name: Named): Sentence => {
  if ('lawSays' in condition) return { zh: '依当日法律', en: 'by the law of its day' }
  if ('lawLists' in condition) {
    const { zh, en } = name(condition.lawLists)
    return { zh: `法律所列的${zh}`, en: `where the law lists ${en}` }
  }
  const { zh, en } = name(condition.field)
  return 'is' in condition
    ? { zh: `${zh}为${condition.is.join('、')}的`, en: `where ${en} is ${condition.is.join(' or ')}` }
    : { zh: `${zh}不是${condition.isNot.join('、')}的`, en: `where ${en} is not ${condition.isNot.join(' or ')}` }
}

const saysOfNumber: Readonly<Record<OfNumber, Sentence>> = {
  birthDate: { zh: '身份号码中的出生日期', en: 'the birth date in the citizen number' },
  sex: { zh: '身份号码所示性别', en: 'the sex in the citizen number' },
  number: { zh: '本人身份号码', en: "the person's citizen number, where the document has one" },
}

const list = (fields: readonly string[], name: Named): Sentence => ({
  zh: fields.map((field) => name(field).zh).join('、'),
  en: fields.map((field) => name(field).en).join(', '),
})

const ageWords = (least: number, most: number): Sentence =>
  least === 0
    ? { zh: `不超过 ${most} 周岁`, en: `not above ${most}` }
    : { zh: `${least} 至 ${most} 周岁`, en: `${least} to ${most}` }

type InOrder = Extract<Rule, { kind: 'inOrder' }>

/** Whether a rule compares one field with something that every field is compared with. */
const isShared = (rule: Rule): rule is InOrder =>
  rule.kind === 'inOrder' && rule.when === undefined && (rule.from === birth || rule.to === today)

const sharedWords = (rules: readonly InOrder[], name: Named): Sentence => {
  const { from, to } = rules[0]!
  const fields = list(
    rules.map((rule) => (from === birth ? rule.to : rule.from)),
    name,
  )
  const edge = name(from === birth ? from : to)
  return from === birth
    ? { zh: `${fields.zh}不早于${edge.zh}`, en: `${fields.en} not before ${edge.en}` }
    : { zh: `${fields.zh}不晚于${edge.zh}`, en: `${fields.en} not after ${edge.en}` }
}

const formWords = (rule: Rule, name: Named): Sentence => {
  switch (rule.kind) {
    case 'inOrder': {
      const [from, to] = [name(rule.from), name(rule.to)]
      return rule.to.startsWith('/')
        ? { zh: `${from.zh}不晚于${to.zh}`, en: `${from.en} not after ${to.en}` }
        : { zh: `${to.zh}不早于${from.zh}`, en: `${to.en} not before ${from.en}` }
    }
    case 'within': {
      const [from, to] = [name(rule.from), name(rule.to)]
      return {
        zh: `${to.zh}距${from.zh}不超过 ${rule.months} 个月`,
        en: `${to.en} not more than ${rule.months} months after ${from.en}`,
      }
    }
    case 'notBefore': {
      const { zh, en } = name(rule.field)
      return { zh: `${zh}不早于 ${rule.day}`, en: `${en} not before ${rule.day}` }
    }
    case 'asNumber': {
      const [field, says] = [name(rule.field), saysOfNumber[rule.says]]
      return { zh: `${field.zh}与${says.zh}一致`, en: `${field.en} as ${says.en}` }
    }
    case 'born':
      return rule.notBefore === undefined
        ? { zh: '身份号码中的出生日期不晚于今天', en: 'nobody named is born after today, by the citizen number' }
        : {
            zh: `身份号码中的出生日期不早于 ${rule.notBefore}`,
            en: `nobody named is born before ${rule.notBefore}, by the citizen number`,
          }
    case 'age': {
      const on = rule.field === undefined ? { zh: '事实发生时', en: 'when it is so' } : name(rule.field)
      const age = ageWords(rule.least, rule.most)
      return { zh: `${on.zh}本人年龄${age.zh}`, en: `the person's age, on ${on.en}, ${age.en}` }
    }
    case 'exactlyOne': {
      const { zh, en } = list(rule.fields, name)
      return { zh: `${zh}须且只能填一个`, en: `exactly one of ${en}` }
    }
    case 'notMoreThan': {
      const [less, more] = [name(rule.less), name(rule.more)]
      return { zh: `${less.zh}不大于${more.zh}`, en: `${less.en} not more than ${more.en}` }
    }
    case 'different': {
      const { zh, en } = list(rule.fields, name)
      return { zh: `${zh}不相同`, en: `${en} not the same` }
    }
    case 'separateDuties':
      return { zh: '同一人员不兼任两个环节', en: 'nobody in `handledBy` has two duties' }
    case 'handedOver': {
      const said = rule.ifSaid ? { zh: '（可不填）', en: ', where said' } : { zh: '', en: '' }
      return {
        zh: `由${rule.by.join('或')}提供${said.zh}`,
        en: `handed over by ${rule.by.join(' or ')} in \`assertedFrom\`${said.en}`,
      }
    }
    default:
      return rule satisfies never
  }
}

/** What a rule of a type asks, in both languages. */
export const ruleWordsOf = (type: string, rule: Rule): Sentence => {
  const name = named(type)
  const words = formWords(rule, name)
  if (!rule.when) return words
  const when = conditionWords(rule.when, name)
  return { zh: `${when.zh}，${words.zh}`, en: `${when.en}: ${words.en}` }
}

/** The rules of a type in words, with the code of each; those that ask the same of several fields as one. */
export const rulesInWords = (type: string, rules: readonly Rule[]): readonly { code: RuleCode; words: Sentence }[] => {
  const shared = Map.groupBy(rules.filter(isShared), ({ code }) => code)
  return [
    ...rules.filter((rule) => !isShared(rule)).map((rule) => ({ code: rule.code, words: ruleWordsOf(type, rule) })),
    ...[...shared].map(([code, same]) => ({ code, words: sharedWords(same, named(type)) })),
  ]
}
