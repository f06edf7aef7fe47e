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

/** A village's station of the trial years was merged into its township's: 80 were opened, 79 are there. */
export const closeStation = (city: City): void => {
  const about = { department: 'veteran-affairs', region: '430302001' } as const
  const stationId = '430302001-V'
  city.add({ ...about, name: 'ServiceStationOpened', day: '2023-01-20', data: { stationId, level: '村', staff: 1 } })
  const closedOn = '2024-07-01'
  city.add({
    ...about,
    name: 'ServiceStationClosed',
    day: closedOn,
    data: { stationId, closedOn, mergedInto: '430302001-S' },
  })
}

/** 2025's list of what city and troops do for each other: twenty items, eighteen of them done. */
export const listDualSupport = (city: City): void => {
  const about = { department: 'veteran-affairs', region: '430300' } as const
  for (let n = 1; n <= 20; n++) {
    const item = { itemId: `SY-${n}`, kind: n % 4 === 0 ? '拥政爱民' : '拥军优属' }
    const listed = {
      title: `双拥清单第${n}项`,
      responsibleOrg: '市双拥办',
      listedOn: '2025-01-20',
      dueOn: '2025-11-30',
    }
    city.add({ ...about, name: 'DualSupportItemListed', day: '2025-01-20', data: { ...item, ...listed } })
    const doneOn = city.day('2025-03-01', '2025-11-30')
    if (n <= 18) city.add({ ...about, name: 'DualSupportItemDone', day: doneOn, data: { ...item, doneOn } })
  }
}

/** Companies, hospitals and banks that support soldiers and veterans; one has left. */
export const winPartners = (city: City): void => {
  const about = { department: 'veteran-affairs', region: '430300' } as const
  ;(['企业', '医院', '金融机构', '学校', '企业', '企业'] as const).forEach((kind, index) => {
    const partner = { partnerId: `PARTNER-${index + 1}`, uscc: inventedUscc(8_001 + index), kind }
    const day = city.day('2023-05-01', '2024-12-20')
    city.add({
      ...about,
      name: 'SupportPartnerJoined',
      day,
      data: { ...partner, commitments: ['购物优惠', '优先录用'] },
    })
    if (index === 5) city.add({ ...about, name: 'SupportPartnerLeft', day: '2025-08-01', data: partner })
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
