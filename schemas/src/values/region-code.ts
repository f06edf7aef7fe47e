import { z } from 'zod'
import { formWords } from '../form-words.ts'
import cityRegions from './regions-430300.json' with { type: 'json' }
import { valueKinds } from './value-kinds.ts'

/** A region of the served city. */
export type Region = {
  code: string
  level: 'city' | 'county' | 'township'
  name: string
  parent: string | null
}

/** The served city's regions, city first. GB/T 2260 and GB/T 10114. */
export const regions: readonly Region[] = cityRegions.regions as Region[]

const byCode = new Map(regions.map((region) => [region.code, region]))

/** The served city's region with this code, if it is one. */
export const regionOf = (code: string): Region | undefined => byCode.get(code)

/** The code of the served city itself. */
export const cityRegion = regions[0]!.code

/** Province 43, city 4303, county 430302, township 430302001, village 430302001001. */
const levels = [2, 4, 6, 9, 12] as const

/**
 * The digits of a code that say which region it is, without the zeros that fill it up: 43 of 430000, 4303 of 430300,
 * 430302 of 430302, of 430302000 and of 430302000000, but 430302100 of 430302100: a level's digits stay together.
 */
const significantDigits = (code: string): string => {
  const last = levels.findLast((digits, above) => {
    const ofLevel = code.slice(levels[above - 1] ?? 0, digits)
    return code.length >= digits && /[^0]/.test(ofLevel)
  })
  return code.slice(0, last ?? code.length)
}

/**
 * The codes of a region and of all that lies in it, from province to village, as a stretch of text: from `from`, up to
 * and without `before`. An index on codes serves it.
 */
export const codesUnder = (ancestor: string): { from: string; before: string } => {
  const digits = significantDigits(ancestor)
  // The colon is the character after 9.
  return { from: digits, before: `${digits}:` }
}

/** Whether `code` lies in `ancestor` or is it: a province covers its cities, a city its counties, and so on down. */
export const isUnder = (code: string, ancestor: string): boolean => {
  const { from, before } = codesUnder(ancestor)
  return code >= from && code < before
}

/** How many digits of a code say the county; fewer are there in no code. */
export const countyDigits = 6

/** The code of the county in which a region lies; the code itself of a city or a province. */
export const countyOf = (code: string): string => code.slice(0, countyDigits)

/** Whether a region is a county, or lies in one: not a city or a province. */
export const isOfCounty = (code: string): boolean => code.slice(levels[1], countyDigits) !== '00'

/** The province in which a region lies, as the code of six digits. */
export const provinceOf = (code: string): string => `${code.slice(0, levels[0])}0000`

/** A division code of 6 (county and up), 9 (township) or 12 (village) digits; anywhere in the country, abolished ones too. */
export const regionCode = z
  .string()
  .regex(/^[1-8]\d{5}(\d{3}(\d{3})?)?$/)
  .register(formWords, {
    en: 'a division code of 6, 9 or 12 digits is needed',
    zh: '应为 6 位、9 位或 12 位行政区划代码',
  })
  .register(valueKinds, { kind: 'regionCode' })
