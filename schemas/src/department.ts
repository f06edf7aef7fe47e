/** The four departments that hand over facts, and the hub itself. */
export const departments = {
  'veteran-affairs': { titleZh: '退役军人事务局', titleEn: 'Veteran Affairs Bureau' },
  'civil-affairs': { titleZh: '民政局', titleEn: 'Civil Affairs Bureau' },
  finance: { titleZh: '财政局', titleEn: 'Finance Bureau' },
  hr: { titleZh: '人力资源和社会保障局', titleEn: 'Human Resources & Social Security Bureau' },
  hub: { titleZh: '协同枢纽', titleEn: 'the hub itself' },
} as const

export type Department = keyof typeof departments

/** The departments that have an intake. */
export const submittingDepartments = ['veteran-affairs', 'civil-affairs', 'finance', 'hr'] as const
export type SubmittingDepartment = (typeof submittingDepartments)[number]

/** The hub's own services that say events of their own. Each has the source `/hub/<service>` and an admission key derived by its name. */
export const hubServices = ['recorder', 'identity', 'reports'] as const
export type HubService = (typeof hubServices)[number]

/** Who says an event: a department, or a service of the hub. An admission key is of one speaker. */
export type Speaker = SubmittingDepartment | `hub/${HubService}`
export const speakers: readonly Speaker[] = [
  ...submittingDepartments,
  ...hubServices.map((service) => `hub/${service}` as const),
]
