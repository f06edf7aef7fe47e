import { type Checks, fault } from '@hub/intake/fault.ts'
import { allowsDischarge, dischargeMode, serviceClass } from '@hub/schemas/service-codes.ts'

/** Where the class is stated beside the discharge mode, the class allows the mode. */
export const placements: Checks = {
  PlacementDecided: (data) => {
    const served = serviceClass.optional().parse(data.class)
    return served === undefined || allowsDischarge(served, dischargeMode.parse(data.dischargeMode))
      ? []
      : [fault('MODE_NOT_OF_CLASS', '/dischargeMode')]
  },
}
