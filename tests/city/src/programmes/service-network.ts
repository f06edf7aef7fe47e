import { regions } from '@hub/schemas/values/region-code.ts'
import type { City } from '../city.ts'

/** Row 20: a centre or station in the city, every county and every township. */
export const openStations = (city: City): void => {
  const level = { city: '市', county: '县', township: '乡镇' } as const
  for (const region of regions)
    city.add({
      department: 'veteran-affairs',
      name: 'ServiceStationOpened',
      day: city.day('2023-01-02', '2023-01-31'),
      region: region.code,
      data: { stationId: `${region.code}-S`, level: level[region.level], staff: region.level === 'township' ? 2 : 8 },
    })
}
