import type { Condition, Rule } from './rule.ts'

const ofCondition = (condition: Condition): readonly string[] => {
  if ('lawSays' in condition) return []
  return ['lawLists' in condition ? condition.lawLists : condition.field]
}

const ofForm = (rule: Rule): readonly string[] => {
  switch (rule.kind) {
    case 'inOrder':
    case 'within':
      return [rule.from, rule.to]
    case 'notMoreThan':
      return [rule.less, rule.more]
    case 'exactlyOne':
    case 'different':
      return rule.fields
    case 'notBefore':
    case 'asNumber':
      return [rule.field]
    case 'age':
      return rule.field === undefined ? [] : [rule.field]
    case 'separateDuties':
      return ['handledBy']
    case 'handedOver':
      return ['assertedFrom']
    case 'born':
      return []
    default:
      return rule satisfies never
  }
}

/** The fields of the payload of which a rule speaks, as it writes them. */
export const fieldsOfRule = (rule: Rule): readonly string[] =>
  [...ofForm(rule), ...(rule.when ? ofCondition(rule.when) : [])].filter((field) => !field.startsWith('/'))

/** The path of a rule's field in a payload; of a list its first member. */
export const pathOf = (field: string): readonly (string | number)[] =>
  field.split('.').flatMap((step) => (step.endsWith('[]') ? [step.slice(0, -2), 0] : [step]))
