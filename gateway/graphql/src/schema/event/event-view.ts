import type { EventHead, Fact } from '@hub/file/fact.ts'
import { type DepartmentView, departmentView } from '../department.ts'
import { nodeId } from '../node-id.ts'

/**
 * An event as it is answered. Its members have the names of the schema's fields, so that fields need no resolver. Where
 * only the head of the event was read, `fact` throws: a query that needs more must read the whole event.
 */
export class EventView {
  readonly head: EventHead
  readonly #fact: Fact | undefined

  constructor(head: EventHead, fact?: Fact) {
    this.head = head
    this.#fact = fact
  }

  /** The whole event. @throws where only its head was read */
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
