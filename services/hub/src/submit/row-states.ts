/**
 * What can have become of a row that was good in the dry run: taken by the hub and still on its way; in the store; there
 * before; refused at the door; rejected by the recorder; to be sent (again).
 */
export const rowStates = ['open', 'recorded', 'duplicate', 'refused', 'rejected', 'unsent'] as const
export type RowState = (typeof rowStates)[number]
