import { inOrder } from '@hub/intake/cross-field.ts'
import type { Checks } from '@hub/intake/fault.ts'
import { fault } from './refusals.ts'

const namesMartyr = (related: unknown): boolean =>
  typeof related === 'object' && related !== null && 'martyrId' in related

/** Martyrs are named by their record only where one is meant; journeys and notices end after they begin. */
export const memory: Checks = {
  FamilyMemberRegistered: ({ basis, relatedPerson }) =>
    basis !== '烈士' && namesMartyr(relatedPerson) ? [fault('MARTYR_NOT_OF_BASIS', '/relatedPerson/martyrId')] : [],
  MartyrRatingNotified: (data) => inOrder(data, 'ratedOn', 'notifiedOn'),
  MartyrJourneyHeld: (data) => inOrder(data, 'from', 'to'),
  DualSupportItemListed: (data) => inOrder(data, 'listedOn', 'dueOn'),
}
