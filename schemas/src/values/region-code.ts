import { z } from 'zod'
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

/**
 * Whether `code` lies in `ancestor` or is it. A province's code ends in 0000 and covers its cities, a city's in 00 and
 * covers its counties; a county covers its townships, a township its villages.
 */
export const isUnder = (code: string, ancestor: string): boolean =>
  code.startsWith(ancestor.length === 6 ? ancestor.replace(/(0000|00)$/, '') : ancestor)

/** A division code of 6 (county and up), 9 (township) or 12 (village) digits; anywhere in the country, abolished ones too. */
export const regionCode = z
  .string()
  .regex(/^[1-8]\d{5}(\d{3}(\d{3})?)?$/, 'a division code of 6, 9 or 12 digits is needed')
  .register(valueKinds, { kind: 'regionCode' })
