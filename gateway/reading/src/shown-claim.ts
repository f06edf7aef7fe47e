import type { Claim, Source, Statement } from '@hub/file/file.ts'
import type { Allowance } from './policy.ts'

/** Why a value is there or not, so that an empty value never means four things. */
export type Visibility = Allowance | 'ERASED' | 'DAMAGED' | 'UNKNOWN'

/** What a caller is shown of a claim; never missing, whatever has become of its value. */
export type ShownClaim<T> = {
  value: T | null
  visibility: Visibility
  source: Source | null
  disputed: boolean
  alternatives: readonly Statement<T>[]
}

/**
 * A claim under what the caller may see. `gone`: why a value that was said is not there. `mask` gives the part
 * of a value that is shown where only a part is; none by default.
 */
export const shownClaim = <T>(
  claim: Claim<T> | undefined,
  allowance: Allowance,
  gone: 'ERASED' | 'DAMAGED' | undefined,
  mask: (value: T) => T | null = () => null,
): ShownClaim<T> => {
  if (!claim) return { value: null, visibility: gone ?? 'UNKNOWN', source: null, disputed: false, alternatives: [] }
  const { value, source, disputed, alternatives } = claim
  if (allowance === 'VISIBLE') return { value, visibility: allowance, source, disputed, alternatives }
  return {
    value: allowance === 'MASKED' ? mask(value) : null,
    visibility: allowance,
    source,
    disputed,
    alternatives: [],
  }
}
