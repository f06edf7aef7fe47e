import { departments } from '@hub/schemas/department.ts'
import { builder } from './builder.ts'

/** A department as it is answered. */
export type DepartmentView = { key: string; titleZh: string; titleEn: string }

const departmentsByKey = new Map<string, DepartmentView>(
  Object.entries(departments).map(([key, { titleZh, titleEn }]) => [key, { key, titleZh, titleEn }]),
)

/** The department of a key; one that this version does not know goes by its key. */
export const departmentView = (key: string): DepartmentView =>
  departmentsByKey.get(key) ?? { key, titleZh: key, titleEn: key }

export const Department = builder.objectRef<DepartmentView>('Department').implement({
  description: 'A department of the city, or the hub itself.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its key, as in event types.' }),
    titleZh: t.exposeString('titleZh', { description: 'Its Chinese name.' }),
    titleEn: t.exposeString('titleEn', { description: 'Its English name.' }),
  }),
})
