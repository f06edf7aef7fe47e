/** Words of numbers that cheques and letters have, each in the plain way. */
const plainWords: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['零', '〇○'],
    ['一', '壹'],
    ['二', '贰貳两'],
    ['三', '叁叄'],
    ['四', '肆'],
    ['五', '伍'],
    ['六', '陆陸'],
    ['七', '柒'],
    ['八', '捌'],
    ['九', '玖'],
    ['十', '拾'],
    ['百', '佰'],
    ['千', '仟'],
    ['万', '萬'],
    ['亿', '億'],
    ['元', '圆圓'],
    ['整', '正'],
  ].flatMap(([plain, others]) => [...others!].map((other) => [other, plain!])),
)

const digits = '零一二三四五六七八九'
const steps = ['', '十', '百', '千']
const groups = ['', '万', '亿']

/** Whole yuan in words without the zeros between them: 1020 is 一千二十. */
const yuanWords = (yuan: number): string =>
  [2, 1, 0]
    .map((at) => {
      const group = at === 2 ? Math.floor(yuan / 10 ** 8) : Math.floor(yuan / 10_000 ** at) % 10_000
      const words = [3, 2, 1, 0]
        .map((place) => Math.floor(group / 10 ** place) % 10)
        .map((digit, order) => (digit === 0 ? '' : `${digits[digit]}${steps[3 - order]}`))
        .join('')
      return words === '' ? '' : `${words}${groups[at]}`
    })
    .join('')

const yuanOf = (words: string): number =>
  [...words.matchAll(/([一二三四五六七八九])([十百千]?)/g)].reduce(
    (sum, [, digit, step]) => sum + digits.indexOf(digit!) * 10 ** steps.indexOf(step!),
    0,
  )

const form =
  /^(?:(?:([^万亿元角分]+)亿)?(?:([^万亿元角分]+)万)?([^万亿元角分]*)元)?(?:零?([一二三四五六七八九])角)?(?:零?([一二三四五六七八九])分)?整?$/
/** 一千二 is said for 1200, and would be 1002 to a machine. */
const shortened = /[百千万亿][一二三四五六七八九](?![十百千万亿])/

/**
 * An amount in Chinese words, in fen: 壹仟零贰拾元整, 一千零二十元五角. Undefined for what is none: what is read is written back
 * in words, and has to be the same but for its zeros.
 */
export const amountOfWords = (text: string): number | undefined => {
  const said = [...text]
    .map((word) => plainWords[word] ?? word)
    .join('')
    .replace(/(?<=^|[万亿])十/g, '一十')
  const [whole, hundredMillions = '', tenThousands = '', ones = '', jiao = '', fen = ''] = form.exec(said) ?? []
  if (whole === undefined || whole === '整' || whole === '' || shortened.test(said)) return undefined
  const yuan = yuanOf(hundredMillions) * 10 ** 8 + yuanOf(tenThousands) * 10_000 + yuanOf(ones)
  const words = said.includes('元') ? said.slice(0, said.indexOf('元')) : ''
  if (yuanWords(yuan) !== words.replaceAll('零', '') && !(yuan === 0 && words === '零')) return undefined
  if (said.includes('元') && words === '') return undefined
  const value = yuan * 100 + Math.max(0, digits.indexOf(jiao || '零')) * 10 + Math.max(0, digits.indexOf(fen || '零'))
  return Number.isSafeInteger(value) ? value : undefined
}
