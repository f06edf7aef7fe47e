import { lookUpType } from '@hub/schemas/catalogue.ts'
import { formatReplaces, type ReplacesReason } from '@hub/schemas/envelope.ts'
import type { Retraction } from './row-outcome.ts'

type Members = Record<string, unknown>

/** Why a fact about somebody is taken back, when its row names another now. */
const reason = '更正：该编号所指人员有误，现改报其他人员'

/**
 * Takes back the fact that stands under a row's number for another person or matter: named by its receipt, since a sheet that
 * was corrected no longer says of whom it was. The same row always gives the same event.
 */
export const retractionEvent = (
  { source, id, time, type, data }: Members,
  { receipt, id: ownId }: Retraction,
  replacesreason: ReplacesReason,
): Members => {
  const definition = lookUpType(String(type))?.definition
  const { region, handledBy } = data as Members
  return {
    specversion: '1.0',
    id: ownId,
    source,
    type: `${definition?.department}.FactRetracted.v1`,
    time,
    replaces: formatReplaces({ source: String(source), id: String(id) }),
    replacesreason,
    replacesreceipt: receipt,
    // The words of a reason would lie open where nobody is named.
    data: { region, handledBy, ...(definition?.streamField === 'person' ? { reason } : {}) },
  }
}
