import SchemaBuilder from '@pothos/core'
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
}>({ defaultFieldNullability: false })

builder.queryType({
  description: 'Everything that can be asked of the hub. Every root field takes the moment that it is asked for.',
})
