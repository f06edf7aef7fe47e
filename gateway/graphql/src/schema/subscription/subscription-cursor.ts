import type { Place } from '@hub/reading/following/follow.ts'
import { waitFor } from '@hub/reading/moment.ts'
import { isPosition, startPosition } from '@hub/schemas/format/position.ts'
import type { GatewayContext } from '../context.ts'
import type { cursorsOf } from '../cursor.ts'
import { refusal } from '../errors.ts'

export const afterArgument = {
  type: 'String',
  required: false,
  description:
    'The cursor of the last payload that was received, or a position of this store: what came after it is brought first. Left out: only what comes from now on.',
} as const

/**
 * Where a subscription begins: behind a cursor or a position, else at the end of what is known.
 * @throws a refusal `NOT_YET`, `CURSOR_MISMATCH` or `OTHER_STORE`
 */
export const placeAfter = async (
  { following }: GatewayContext,
  cursors: ReturnType<typeof cursorsOf>,
  after: string | null | undefined,
): Promise<Place> => {
  const reader = following.currentReader()
  if (!after) return reader.checkpoint()
  const position = isPosition(after) ? after : String(cursors.read(after)[0])
  if (position === startPosition) return { position, ordinal: 0 }
  await waitFor(reader, position)
  const place = reader.resolveMoment({ asKnownAt: { position } })
  if (place.position !== position)
    throw refusal('OTHER_STORE', {
      en: 'no event of this store stands at this position',
      zh: '本存储库中没有位于该位置的事件',
    })
  return place
}
