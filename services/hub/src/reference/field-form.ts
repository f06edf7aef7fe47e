import { formWords } from '@hub/schemas/form-words.ts'
import { kindOf, type ValueKind } from '@hub/schemas/values/value-kinds.ts'
import { z } from 'zod'

const kinds: Readonly<Record<Exclude<ValueKind['kind'], 'code' | 'reference'>, string>> = {
  citizenNumber: '公民身份号码 citizen number',
  uscc: '统一社会信用代码 credit code',
  regionCode: '行政区划代码 division code',
  day: '日期 day',
  partialDate: '年、年月或日期 year, month or day',
  month: '年月 month',
  fen: '金额（分） fen',
  instant: '时刻 instant',
  person: '人员 person',
  relatedPerson: '姓名及人员 name and person',
  event: '事件标识 event id',
}

const ofKind = (kind: ValueKind): string => {
  if (kind.kind === 'code') return `代码 [${kind.list}](../codes.md#${kind.list.toLowerCase()})`
  return kind.kind === 'reference' ? `编号 id of a ${kind.category}` : kinds[kind.kind]
}

/** What a field inside another is called. */
type Named = (inner: string) => string

const ofObject = (schema: z.ZodType, fields: readonly string[], named: Named): string => {
  const rule = formWords.get(schema)
  return `${fields.map(named).join('、')}${rule ? `；${rule.zh} ${rule.en}` : ''}`
}

const fieldsOf = (schema: z.ZodType): readonly string[] =>
  schema instanceof z.ZodObject ? Object.keys(schema.shape) : []

/** The form of a field's value, as an official reads it; `named` says what a field inside it is called. */
export const formOf = (schema: z.ZodType, named: Named): string => {
  const kind = kindOf(schema)
  if (kind) return ofKind(kind)
  if (schema instanceof z.ZodOptional) return formOf(schema.unwrap() as z.ZodType, named)
  if (schema instanceof z.ZodArray) return `列表 list：${formOf(schema.element as z.ZodType, named)}`
  if (schema instanceof z.ZodNumber) return '数 number'
  if (schema instanceof z.ZodBoolean) return '是/否 yes or no'
  if (schema instanceof z.ZodObject) return ofObject(schema, fieldsOf(schema), named)
  if (schema instanceof z.ZodUnion) {
    const fields = [...new Set((schema.options as z.ZodType[]).flatMap(fieldsOf))]
    if (fields.length > 0) return ofObject(schema, fields, named)
  }
  return '文字 text'
}
