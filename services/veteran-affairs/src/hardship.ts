import { inOrder, separateDuties } from '@hub/intake/cross-field.ts'
import type { Checks } from '@hub/intake/fault.ts'

/** Who decides on aid does not prepare it too; a notice ends after it begins; nobody is heard to be dead before they died. */
export const hardship: Checks = {
  HardshipAidPublicised: (data) => inOrder(data, 'postedFrom', 'postedUntil'),
  HardshipAidApproved: separateDuties,
  HardshipAidDeclined: separateDuties,
  HardshipFound: (data) => inOrder(data, 'foundOn', 'reviewOn'),
  DeathNoticed: (data) => inOrder(data, 'saidDiedOn', 'noticedOn'),
}
