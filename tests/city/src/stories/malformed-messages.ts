import type { SubmittingDepartment } from '@hub/schemas/department.ts'
import type { City } from '../city.ts'
import type { Submission } from '../submission.ts'
import { systems } from '../systems.ts'

const inSheet = ({ event }: Submission) => systems[event.source].format === 'sheet'

const spoiled: readonly ((event: Submission['event']) => { event: Submission['event']; refusal: string })[] = [
  (event) => {
    const { region: _region, ...data } = event.data
    return { event: { ...event, data }, refusal: 'MISSING' }
  },
  (event) => ({ event: { ...event, data: { ...event.data, note: '多余字段' } }, refusal: 'UNKNOWN_FIELD' }),
  (event) => ({ event: { ...event, type: event.type.replace(/v\d+$/, 'v9') }, refusal: 'VERSION_UNKNOWN' }),
]

/** Three messages a department that no system should send: a field missing, one too many, a version that is none. */
export const tellMalformed = (city: City): void => {
  const departments: readonly SubmittingDepartment[] = ['veteran-affairs', 'civil-affairs', 'finance', 'hr']
  for (const department of departments) {
    const own = city.said.filter(
      (one) => one.department === department && !one.again && one.refusal === undefined && !inSheet(one),
    )
    spoiled.forEach((spoil, n) => {
      const good = own[n * 10]!
      const { event, refusal } = spoil({ ...good.event, id: `MALFORMED-${n}` })
      city.put({ ...good, event, refusal })
    })
  }
}
