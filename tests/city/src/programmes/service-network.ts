import { regions } from '@hub/schemas/values/region-code.ts'
import type { City } from '../city.ts'
import { inventedUscc } from '../invented.ts'

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

/** Companies, hospitals and banks that support soldiers and veterans; one has left. */
export const winPartners = (city: City): void => {
  const about = { department: 'veteran-affairs', region: '430300' } as const
  ;(['企业', '医院', '金融机构', '学校', '企业', '企业'] as const).forEach((kind, index) => {
    const partner = { partnerId: `PARTNER-${index + 1}`, uscc: inventedUscc(8_001 + index), kind }
    const day = city.day('2023-05-01', '2024-12-20')
    city.add({ ...about, name: 'SupportPartnerJoined', day, data: { ...partner, commitments: ['凭优待证优惠'] } })
    if (index === 5)
      city.add({ ...about, name: 'SupportPartnerLeft', day: '2025-08-01', data: { ...partner, reason: '协议期满' } })
  })
}

/** Two courses a year for forty officials. */
export const trainStaff = (city: City): void => {
  for (let n = 0; n < 240; n++)
    city.add({
      department: 'veteran-affairs',
      name: 'StaffTrainingCompleted',
      day: city.day(`${2023 + (n % 3)}-03-01`, `${2023 + (n % 3)}-11-30`),
      region: '430300',
      data: { officialId: `VE-${101 + (n % 40)}`, course: city.random.pick(['优抚政策', '数据核对']), hours: 16 },
    })
}
