import { inOrder } from '@hub/intake/cross-field.ts'
import type { Checks } from '@hub/intake/fault.ts'

/** Unemployment benefit and public-welfare posts run for months that end after they begin. */
export const unemployment: Checks = {
  UnemploymentBenefitGranted: (data) => inOrder(data, 'from', 'to'),
  PublicWelfarePostAssigned: (data) => inOrder(data, 'from', 'to'),
}
