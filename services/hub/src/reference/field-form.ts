import { kindOf, type ValueKind } from '@hub/schemas/values/value-kinds.ts'
import { z } from 'zod'

const kinds: Readonly<Record<Exclude<ValueKind['kind'], 'code' | 'reference'>, string>> = {
  citizenNumber: '公民身份号码 citizen number',
  uscc: '统一社会信用代码 credit code',
  regionCode: '行政区划代码 division code',
  day: '日期 day',
  partialDate: '年、年月或日期 year, month or day',
  month: '年月 month',
  fen: '分 fen',
  instant: '时刻 instant',
  person: '人员 person',
  relatedPerson: '姓名及人员 name and person',
  event: '事件标识 event id',
}

const ofKind = (kind: ValueKind): string => {
  if (kind.kind === 'code') return `代码 [${kind.list}](../codes.md#${kind.list.toLowerCase()})`
  return kind.kind === 'reference' ? `编号 id of a ${kind.category}` : kinds[kind.kind]
}

/** The form of a field's value, as an official reads it. */
export const formOf = (schema: z.ZodType): string => {
  const kind = kindOf(schema)
  if (kind) return ofKind(kind)
  if (schema instanceof z.ZodOptional) return formOf(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodArray) return `列表 list：${formOf(schema.element as z.ZodType)}`
  if (schema instanceof z.ZodNumber) return '数 number'
  if (schema instanceof z.ZodBoolean) return '是/否 yes or no'
  if (schema instanceof z.ZodObject)
    return Object.keys(schema.shape)
      .map((field) => `\`${field}\``)
      .join(' ')
  if (schema instanceof z.ZodUnion) return '见模式 see the JSON Schema'
  return '文字 text'
}
