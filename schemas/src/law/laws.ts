import { pensionStart } from './disability-pension.ts'
import type { LegalRule } from './legal-rule.ts'

/** Every question of law on which the hub decides or refuses something, in the order of the reference. */
export const laws: readonly LegalRule[] = [pensionStart]
