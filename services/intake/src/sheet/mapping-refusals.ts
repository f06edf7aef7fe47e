import { defineRefusals, Refused } from '@hub/schemas/refusal.ts'

/** Why a mapping of an office's own layout cannot be used. */
export const mappingRefusals = defineRefusals('intake', {
  MAPPING_FORM: {
    status: 422,
    en: ['the mapping has not the form of one', 'Compare it with the example in docs/sheets.md.'],
    zh: ['对照表的格式不对', '请对照 docs/sheets.md 中的示例修改。'],
  },
  MAPPING_FIELD: {
    status: 422,
    en: [
      'the mapping names a field that the sheet of this type does not have',
      'Take a heading or field of `hub sheets show TYPE`.',
    ],
    zh: ['对照表中的字段在该类型的报送表中不存在', '请使用 hub sheets show 类型 所列的标题或字段。'],
  },
  MAPPING_HEADING: {
    status: 422,
    en: [
      'the mapping names a heading that the sheet does not have',
      'Write the heading as it stands in the sheet, or take the line out.',
    ],
    zh: ['对照表中的列标题在表中不存在', '请按表中的写法填写列标题，或删除该行。'],
  },
  MAPPING_TWICE: {
    status: 422,
    en: ['the mapping says two things of one column or field', 'Keep one of them.'],
    zh: ['对照表对同一列或同一字段写了两种不同内容', '请只保留一种。'],
  },
  MAPPING_VALUE: {
    status: 422,
    en: [
      'a fixed value, a code or a unit of the mapping is none of its field',
      'Write a value that the field can have.',
    ],
    zh: ['对照表中的固定值、代码或单位不符合该字段的要求', '请填写该字段允许的值。'],
  },
  MAPPING_OPEN: {
    status: 422,
    en: ['the mapping still has fixed values to be filled', 'Fill them, or take them out.'],
    zh: ['对照表中还有未填的固定值', '请补填或删除。'],
  },
})

/** Thrown for a mapping that cannot be used. Its words name headings and fields, no row. */
export class MappingUnusable extends Refused {
  override name = 'MappingUnusable'
}
