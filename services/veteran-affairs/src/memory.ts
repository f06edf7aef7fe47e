import type { Check, Checks } from '@hub/intake/fault.ts'
import { fault } from './refusals.ts'

const namesMartyr = (related: unknown): boolean =>
  typeof related === 'object' && related !== null && 'martyrId' in related

const martyrOfBasis: Check = ({ basis, relatedPerson }) =>
  basis !== '烈士' && namesMartyr(relatedPerson) ? [fault('MARTYR_NOT_OF_BASIS', '/relatedPerson/martyrId')] : []

/** Martyrs are named by their record only where one is meant. */
export const memory: Checks = { FamilyMemberRegistered: { MARTYR_NOT_OF_BASIS: martyrOfBasis } }
