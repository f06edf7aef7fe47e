import { inOrder } from '@hub/intake/cross-field.ts'
import type { Checks } from '@hub/intake/fault.ts'
import { startOfDay } from '@hub/schemas/values/day.ts'
import { fault } from './refusals.ts'

/** Nobody leaves a team before joining it; of troops that pass through no day is told, not even by the event's time. */
export const emergency: Checks = {
  EmergencyTeamMemberLeft: (data) => inOrder(data, 'joinedOn', 'leftOn'),
  TransitSupportProvided: ({ month }, time) =>
    startOfDay(`${month}-01`) === time ? [] : [fault('TRANSIT_DAY_TOLD', '/month')],
}
