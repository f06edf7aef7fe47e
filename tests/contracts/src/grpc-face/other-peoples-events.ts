import { randomUUID } from 'node:crypto'
import type { NewEvent } from '@hub/event-store/event-store.ts'

/** How the log marks data that is no JSON. */
export const octets = 'octets:'

const other = (stream: string, type: string, data: string): { stream: string; event: NewEvent } => ({
  stream,
  event: { id: randomUUID(), type, data, metadata: '' },
})

/** What the server itself and other people write beside the hub's appends; some of it looks like the hub's. */
export const otherPeoplesEvents = (append: number, stream: string): { stream: string; event: NewEvent }[] => [
  ...(append % 2 === 0 ? [other('$stats-127.0.0.1:2113', '$statsCollected', '{"proc-cpu":0.1}')] : []),
  ...(append % 3 === 0 ? [other(`order-${append % 5}`, 'OrderPlaced', `{"lines":${append}}`)] : []),
  ...(append % 5 === 0 ? [other('fairs-1', 'FairOpened', '{"note":"another system’s fair"}')] : []),
  ...(append % 7 === 0 ? [other('Fair-1', 'Picture', `${octets}iVBORw0KGgo=`)] : []),
  ...(append % 11 === 0 ? [other('$ce-fair', '$>', `${octets}${Buffer.from(`0@${stream}`).toString('base64')}`)] : []),
]
