import { separateDuties } from '@hub/intake/cross-field.ts'
import type { Checks } from '@hub/intake/fault.ts'

/** Money paid in error is claimed, taken back and written off with separate duties. */
export const recoveries: Checks = {
  RecoveryDemanded: separateDuties,
  RecoveryReceived: separateDuties,
  RecoveryOffset: separateDuties,
  RecoveryWaived: separateDuties,
}
