import { exampleAdmissions } from '@hub/decisions/example-admissions.fixture.ts'
import { decideIdentity } from '@hub/decisions/identity/decide-identity.ts'
import { pairOf } from '@hub/decisions/identity/identity.ts'
import type { AdapterModule } from './contract.ts'

// Links two persons, says when the store has taken it, and answers nobody, ever.
const [module = '', place = '', one = '', other = ''] = process.argv.slice(2)
const { openEventStore }: AdapterModule = await import(module)
const store = await openEventStore(place)
await decideIdentity(
  'link',
  { persons: pairOf(one, other), evidence: ['户籍底册'], decidedBy: 'O-1', secondDecider: 'O-2' },
  {
    ...exampleAdmissions,
    store,
    now: Date.now,
    append: async (writes) => {
      const outcomes = await store.append(writes)
      console.log('appended')
      await new Promise((resolve) => setTimeout(resolve, 60_000))
      return outcomes
    },
  },
)
