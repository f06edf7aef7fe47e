import { type AmountUnit, unitNamed } from './amount-unit.ts'

/** A heading: what it names, and the unit that it says its amounts are in. */
export type HeadingText = { plain: string; unit: AmountUnit | undefined }

/** What stands in brackets behind a heading and says how to fill it; any other bracket belongs to the name. */
const fillingNote = new RegExp(
  `^(?:${[
    '(?:必填|必须|必输|必录|选填|可选|非必填|可不填|可空|必选)(?:项|填写|字段)?',
    '(?:\\d+|十八|十五)位(?:数字|号码|数)?',
    '(?:请)?(?:下拉|点击)?选择(?:项)?|下拉框?',
    '(?:文本|数字|数值|日期|字符)(?:型|格式|类型)?',
    '(?:格式|示例|样例|例|例如|如|见|详见|参见|注|说明|填写|请填写|按|精确到|保留|不含|年月日|年/月/日).*',
    'y{2,4}.*',
    '(?:阿拉伯数字|半角|大写x?|小写|人民币)',
  ].join('|')})$`,
  'i',
)

const brackets = /\(([^()]*)\)|\[([^[\]]*)\]|【([^【】]*)】|〔([^〔〕]*)〕|<([^<>]*)>|\{([^{}]*)\}/

/**
 * A heading without marks and spaces, without notes on how to fill it, and without its unit.
 * @example headingText('*金额（单位：万元）[必填]') // { plain: '金额', unit: 万元 }
 */
export const headingText = (text: string): HeadingText => {
  let plain = text
    .normalize('NFKC')
    .replaceAll(/[\s\u200B-\u200D\uFEFF*※★☆●▲△:;,。、#"'“”‘’]/g, '')
    .replaceAll('﹡', '')
  let unit: AmountUnit | undefined
  let from = 0
  for (;;) {
    const found = brackets.exec(plain.slice(from))
    if (!found) break
    const at = from + found.index
    const inside = found.slice(1).find((part) => part !== undefined) ?? ''
    const named = unitNamed(inside)
    if (named) unit ??= named
    if (named || inside === '' || fillingNote.test(inside))
      plain = plain.slice(0, at) + plain.slice(at + found[0].length)
    else from = at + found[0].length
  }
  return { plain: plain.toLowerCase(), unit }
}

/** What a heading names. */
export const plainHeading = (text: string): string => headingText(text).plain
