import { z } from 'zod'
import { defineEvent } from './define-event.ts'
import { departments, type SubmittingDepartment } from './department.ts'
import { person } from './values/person.ts'

/** `FactRetracted` of a department: takes back a fact of its own, named by `replaces` and standing in the same stream. */
export const factRetracted = <D extends SubmittingDepartment>(department: D) =>
  defineEvent({
    department,
    name: 'FactRetracted',
    titleZh: '事实撤回',
    titleEn: 'Fact retracted',
    descriptionZh: `${departments[department].titleZh}撤回自己报送的一项事实：自始不实，不再计入。被撤回的事实由 replaces 指明。`,
    descriptionEn:
      'Takes back a fact of the same department that was never true. `replaces` names it as <source>#<id>; give `person` or `stream`, whichever the fact was about, or its receipt as `replacesreceipt`. Retracting a correction brings back what stood before it; retracting a retraction reinstates.',
    time: { until: 'stands' },
    thing: { kind: 'fact', key: 'event' },
    category: 'any',
    streamField: null,
    data: {
      person: person.optional(),
      /** The stream name that the fact's receipt gave, for a fact that is not in a person's stream. */
      stream: z.string().min(1).max(80).optional(),
      /** Sealed for the person; of a fact in another stream it would lie open, and `replacesreason` alone says why. */
      reason: z.string().min(1).max(300).optional(),
    },
    example: {
      person: { citizenNumber: '430302196803142018' },
      region: '430302',
      handledBy: [{ officialId: 'O-1001', duty: '审批' }],
      reason: '误报，当事人健在',
    },
  })
