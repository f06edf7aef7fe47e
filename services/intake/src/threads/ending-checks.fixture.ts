import type { Checks } from '../fault.ts'

/** Ends the thread over a certificate of this number, as a fault of the machine would. */
export const endingCertificate = 'SW-ENDS-THE-THREAD'

export const checks: Checks = {
  DeathRegistered: {
    ENDS: ({ certificateNo }) => {
      if (certificateNo === endingCertificate) process.exit(9)
      return []
    },
  },
}
