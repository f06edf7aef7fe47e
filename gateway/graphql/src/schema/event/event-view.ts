import type { EventHead, Fact } from '@hub/file/fact.ts'
import { type DepartmentView, departmentView } from '../department.ts'
import { nodeId } from '../node-id.ts'

/**
 * An event as it is answered. Its members have the names of the schema's fields, so that reading them takes no resolver.
 * One of which only the head was read has no `fact`: what is asked of it must stand in the head.
 */
export class EventView {
  readonly head: EventHead
  readonly #fact: Fact | undefined

  constructor(head: EventHead, fact?: Fact) {
    this.head = head
    this.#fact = fact
  }

  /** The whole event. */
  get fact(): Fact {
    if (!this.#fact) throw new Error('of this event only the head was read')
    return this.#fact
  }

  get id(): string {
    return nodeId('Event', this.head.eventId)
  }
  get eventId(): string {
    return this.head.eventId
  }
  get type(): string {
    return this.head.type
  }
  get titleZh(): string {
    return this.head.definition?.titleZh ?? this.head.type
  }
  get titleEn(): string {
    return this.head.definition?.titleEn ?? this.head.type
  }
  get department(): DepartmentView {
    return departmentView(this.head.department)
  }
  get stream(): string {
    return this.head.stream
  }
  get revision(): number {
    return this.head.revision
  }
  get position(): string {
    return this.head.position
  }
  get occurredAt(): string {
    return this.head.time
  }
  get recordedAt(): string {
    return this.head.knownTime
  }
}

/** An event as it is answered. */
export const eventView = (fact: Fact): EventView => new EventView(fact, fact)
