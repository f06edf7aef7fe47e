import { parseStreamName } from '@hub/schemas/format/stream-name.ts'

/**
 * What a sender is told of where its event goes. A fair or a team is referred to by its stream's name; a person's stream
 * is the hub's business, and so are the event ids in it: they come from the stream's name, so that a list of person ids
 * would tell whose citizen number was sent.
 */
export const namesForSender = ({
  stream,
  eventId,
}: {
  stream: string
  eventId: string
}): { stream?: string; eventId?: string } => (parseStreamName(stream).category === 'person' ? {} : { stream, eventId })
