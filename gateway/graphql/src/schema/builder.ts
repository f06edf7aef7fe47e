import SchemaBuilder from '@pothos/core'
import ComplexityPlugin from '@pothos/plugin-complexity'
import { fieldCost } from '../limits/field-cost.ts'
import type { GatewayContext } from './context.ts'

type Text = { Input: string; Output: string }

/** The Pothos builder that every type of the schema hangs on. */
export const builder = new SchemaBuilder<{
  Context: GatewayContext
  DefaultFieldNullability: false
  Scalars: {
    ID: { Input: string; Output: string }
    Date: Text
    Month: Text
    PartialDate: Text
    DateTime: Text
    RegionCode: Text
    Uscc: Text
    CitizenNumber: Text
    Position: Text
    BigInt: { Input: number; Output: number | bigint }
    Json: { Input: unknown; Output: unknown }
  }
}>({
  defaultFieldNullability: false,
  plugins: [ComplexityPlugin],
  // Costs are checked once an operation, before it runs, not by each root field.
  complexity: { fieldComplexity: fieldCost, disabled: true },
})

builder.queryType({
  description: 'Everything that can be asked of the hub. Every root field takes the moment that it is asked for.',
})

builder.subscriptionType({
  description:
    'What comes, over SSE. Every payload has a cursor: who subscribes again with `after` misses nothing and sees nothing twice.',
})
