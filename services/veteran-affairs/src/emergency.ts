import type { Check, Checks } from '@hub/intake/fault.ts'
import { startOfDay } from '@hub/schemas/values/day.ts'
import { fault } from './refusals.ts'

const noDay: Check = ({ month }, time) =>
  startOfDay(`${month}-01`) === time ? [] : [fault('TRANSIT_DAY_TOLD', '/month')]

/** Of troops that pass through no day is told, not even by the event's time. */
export const emergency: Checks = { TransitSupportProvided: { TRANSIT_DAY_TOLD: noDay } }
