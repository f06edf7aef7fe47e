import type { AppendOutcome, EventStore, StreamWrite } from '@hub/event-store/event-store.ts'
import { isoOf } from '@hub/runtime/clock.ts'
import { identityStream } from '@hub/schemas/format/stream-name.ts'
import { ownEvent } from '../own-event.ts'
import { evolve, type LinkDecision, type LinkRefusal, type Links, link, refusalOf, unlink } from './identity-link.ts'

export type IdentityOutcome =
  | { status: 'decided'; eventId: string; stream: string }
  | { status: 'already-so'; stream: string }
  | { status: 'refused'; refusal: LinkRefusal }

export type IdentityService = {
  decide(kind: 'link' | 'unlink', decision: LinkDecision): Promise<IdentityOutcome>
}

/** Takes identity decisions: load, decide, append with the expected revision; again after a conflict. */
export const createIdentityService = (hub: {
  store: Pick<EventStore, 'readStream'>
  append: (writes: readonly StreamWrite[]) => Promise<readonly AppendOutcome[]>
  now: () => number
}): IdentityService => {
  const load = async (stream: string) => {
    let links: Links = new Map()
    let revision = -1
    for (;;) {
      const page = await hub.store.readStream(stream, { from: revision + 1 })
      if (page.length === 0) return { links, revision }
      for (const event of page) links = evolve(links, { type: event.type as never, data: JSON.parse(event.data) })
      revision = page.at(-1)!.revision
    }
  }
  const decide: IdentityService['decide'] = async (kind, decision) => {
    const refusal = refusalOf(decision)
    if (refusal) return { status: 'refused', refusal }
    const stream = identityStream(...decision.persons)
    const { links, revision } = await load(stream)
    const [event] = (kind === 'link' ? link : unlink)(decision, links)
    if (!event) return { status: 'already-so', stream }
    const at = isoOf(hub.now())
    const about = { eventId: event.id, source: '/hub/identity', id: event.id, type: event.type, stream, at }
    const [outcome] = await hub.append([
      {
        stream,
        expectedRevision: revision < 0 ? 'no-stream' : revision,
        events: [ownEvent({ ...about, data: event.data })],
      },
    ])
    if (outcome?.status === 'appended') return { status: 'decided', eventId: event.id, stream }
    if (outcome?.status === 'conflict') return decide(kind, decision)
    throw new Error(`the store refused an identity decision: ${outcome?.message ?? 'no outcome'}`)
  }
  return { decide }
}
