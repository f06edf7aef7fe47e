/**
 * What can have become of a row that was good in the dry run: taken by the hub and still on its way; in the store; in the
 * store as the correction of what it said before; there before; in the store while its number stands for another as well;
 * refused at the door; rejected by the recorder; to be sent (again).
 */
export const rowStates = [
  'open',
  'recorded',
  'corrected',
  'duplicate',
  'doubled',
  'refused',
  'rejected',
  'unsent',
] as const
export type RowState = (typeof rowStates)[number]
