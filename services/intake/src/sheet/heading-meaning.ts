/**
 * What offices call alike, as one word for all: a whole heading, or its last word. What is somebody else's (配偶身份证号)
 * or of another kind (应发金额, 户籍地址) is not alike.
 */
const alike: readonly (readonly [RegExp, string])[] = [
  [/户口|户藉/, '户籍'],
  [/(?:号码|编号|编码)$/, '号'],
  [/(?:时间|年月日)$/, '日期'],
  [/^(?:(?:居民|公民|有效|二代)?身份证件?号?|公民身份号)$/, '身份证号'],
  [/^(?:出生年月|出生日|生日|出生)$/, '出生日期'],
  [/^(?:现|家庭|详细|常住|目前)?(?:居住)?(?:住址|地址|居住地)$/, '住址'],
  [/^(?:本人)?(?:联系|手机|移动)?(?:电话|手机)(?:号|方式)?$|^联系(?:方式|号)$/, '电话'],
  [
    /^(?:实际|本次|本月|当月|本期)*(?:实发|实付|发放|代发|支付|付款|拨付|到账|实拨|实领)?(?:金额|数额|款额|金额数)$/,
    '金额',
  ],
]

/**
 * What a heading means, for whoever says it in other words: two headings with the same meaning name one thing. Only to be
 * asked where no column is called so exactly.
 * @param plain a heading without marks and notes
 * @example headingMeaning('实付金额') // '金额', as headingMeaning('发放金额')
 */
export const headingMeaning = (plain: string): string =>
  alike.reduce((word, [pattern, one]) => word.replace(pattern, one), plain)
