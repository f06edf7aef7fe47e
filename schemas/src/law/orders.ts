/** Order 788, in force since 1 October 2024, as an article of it is cited. */
export const ofOrder788 = (...articles: readonly number[]) => ({
  zh: `《军人抚恤优待条例》（国令第788号）${articles.map((article) => `第${inHan(article)}条`).join('、')}`,
  en: `Regulations on Pensions and Preferential Treatment for Servicemen (Order 788), art. ${articles.join(', ')}`,
})

/** Order 413 as amended in 2019, in force until 30 September 2024. */
export const ofOrder413 = (...articles: readonly number[]) => ({
  zh: `《军人抚恤优待条例》（国令第413号，2019年修订）${articles.map((article) => `第${inHan(article)}条`).join('、')}`,
  en: `Regulations on Pensions and Preferential Treatment for Servicemen (Order 413 as amended in 2019), art. ${articles.join(', ')}`,
})

/** The Measures for the Administration of Disability Pensions; without an article where that was not read. */
export const ofDisabilityMeasures = (article?: number) => ({
  zh: `《伤残抚恤管理办法》${article === undefined ? '' : `第${inHan(article)}条`}`,
  en: `Measures for the Administration of Disability Pensions${article === undefined ? '' : `, art. ${article}`}`,
})

/** What is done without a rule that was read. */
export const ofPractice = { zh: '各地做法（推定）', en: 'Practice, assumed' }

/** The last day of Order 413 and the first of Order 788. */
export const lastOf413 = '2024-09-30'
export const firstOf788 = '2024-10-01'

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** A number from 1 to 99 in Chinese numerals, as articles are numbered. */
export const inHan = (number: number): string => {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return `${tens === 0 ? '' : `${tens === 1 ? '' : digits[tens]}十`}${digits[ones]}`
}
