import { type Region, regionOf, regions } from '@hub/schemas/values/region-code.ts'
import type { CellRead } from './cell.ts'
import { type Step, withoutDecimalTail, withoutSpaces } from './clean-cell.ts'

/** Names of the province, which is above the served city and stands in no list of its regions. */
const provinceNames = ['', '湖南省', '湖南']

/** How a region may be named in front of one that lies in it: by its name, without the last character of a city's, or not at all. */
const namesBefore = ({ name, level }: Region) => ['', name, ...(level === 'city' ? [name.slice(0, -1)] : [])]

const namesOf = (region: Region): string[] => {
  const own = [region.name, ...(region.name.endsWith('街道') ? [`${region.name}办事处`] : [])]
  let before = ['']
  for (let at = region.parent; at !== null; ) {
    const parent = regionOf(at)!
    before = before.flatMap((rest) => namesBefore(parent).map((name) => name + rest))
    at = parent.parent
  }
  return provinceNames.flatMap((province) => before.flatMap((way) => own.map((name) => province + way + name)))
}

/** Regions by every way to name them from the province down; a way that names two is none. */
const regionsNamed = new Map<string, Set<string>>()
for (const region of regions)
  for (const name of namesOf(region)) regionsNamed.set(name, (regionsNamed.get(name) ?? new Set()).add(region.code))

/** A division code, or the name of one region of the city: 雨湖区, 湘潭市雨湖区, 湖南省湘潭市雨湖区雨湖路街道. */
export const readRegion = (step: Step): CellRead => {
  const { text, repairs } = withoutDecimalTail(withoutSpaces(step))
  if (/^\d{6}(\d{3}(\d{3})?)?$/.test(text)) return { value: text, repairs }
  const codes = [...(regionsNamed.get(text.replaceAll(/[-—/>·,，、]/g, '')) ?? [])]
  return codes.length === 1 ? { value: codes[0], repairs: [...repairs, 'REGION_NAME'] } : { fault: 'CELL_REGION' }
}
