import type { DayWindow } from '../figure.ts'

/** The figures that count everything, unless days are asked for. */
export const whole: DayWindow = { name: 'whole', titleZh: '全部记录', titleEn: 'All that is on record' }

/** The year of the report, for what is told year by year. */
export const year: DayWindow = {
  name: 'year',
  titleZh: '报告年度',
  titleEn: 'The year of the report',
  from: '2025-01-01',
  to: '2025-12-31',
}

/** The days around Qingming. */
export const qingming: DayWindow = {
  name: 'qingming',
  titleZh: '清明期间',
  titleEn: 'The days of Qingming',
  from: '2025-04-01',
  to: '2025-04-10',
}

const two = { from: '2024-01-01', to: '2025-12-31' }

export const personalService: DayWindow = {
  name: 'personal-service',
  titleZh: '个性化服务统计期',
  titleEn: 'Personal service',
  from: '2024-01-01',
}
export const condolence: DayWindow = {
  name: 'condolence',
  titleZh: '边海防慰问统计期',
  titleEn: 'Condolence visits',
  ...two,
}
export const transit: DayWindow = { name: 'transit', titleZh: '过境部队保障统计期', titleEn: 'Transit support', ...two }
export const jobFairs: DayWindow = {
  name: 'job-fairs',
  titleZh: '专场招聘会统计期',
  titleEn: 'Job fairs',
  from: '2023-01-01',
}
export const placement: DayWindow = { name: 'placement', titleZh: '帮助就业统计期', titleEn: 'Placed in work', ...two }
