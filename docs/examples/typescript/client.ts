// What both programs beside this one share: the schema's types for gql.tada, and where the hub is.
import { initGraphQLTada } from 'gql.tada'
import type { introspection } from '../../reference/graphql-types.d.ts'

/** Reads a query; its answer and its variables have types from the schema. */
export const graphql = initGraphQLTada<{
  introspection: introspection
  scalars: {
    CitizenNumber: string
    PartialDate: string
    Date: string
    DateTime: string
    RegionCode: string
    Position: string
    BigInt: string
  }
}>()

export const url = `${process.env.HUB_URL ?? 'http://127.0.0.1:4000'}/graphql`
