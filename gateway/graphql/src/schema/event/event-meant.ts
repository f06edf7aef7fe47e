import type { Fact } from '@hub/file/fact.ts'
import { countsAt } from '@hub/reading/moment.ts'
import type { Moment } from '@hub/reading/reader.ts'
import type { GatewayContext } from '../context.ts'
import { refusal } from '../errors.ts'

/** The event that is asked about, where it counts at the moment. @throws a refusal `NOT_FOUND` */
export const eventMeant = async (eventId: string, { reader }: GatewayContext, moment: Moment): Promise<Fact> => {
  const fact = await reader.event(eventId)
  if (!fact || !countsAt(fact, moment))
    throw refusal('NOT_FOUND', { en: 'there is no event with this id at this moment', zh: '该时点没有此编号的事件' })
  return fact
}
