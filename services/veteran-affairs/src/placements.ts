import type { Checks } from '@hub/intake/fault.ts'
import { allowsDischarge, dischargeMode, serviceClass } from '@hub/schemas/service-codes.ts'
import { fault } from './refusals.ts'

/** The class of the soldier allows the discharge mode. */
export const placements: Checks = {
  PlacementDecided: (data) =>
    allowsDischarge(serviceClass.parse(data.class), dischargeMode.parse(data.dischargeMode))
      ? []
      : [fault('MODE_NOT_OF_CLASS', '/dischargeMode')],
}
