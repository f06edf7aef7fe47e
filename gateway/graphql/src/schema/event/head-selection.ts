import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql'
import { headFields } from './event-interface.ts'

type Fragments = GraphQLResolveInfo['fragments']

/** Fields of a page of events that lead to its events. */
const pageFields: Readonly<Record<string, boolean>> = { nodes: true, edges: true, node: true }

const inHead = (set: SelectionSetNode | undefined, fragments: Fragments, ofEvent: boolean): boolean =>
  (set?.selections ?? []).every((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return inHead(selection.selectionSet, fragments, ofEvent)
    if (selection.kind === Kind.FRAGMENT_SPREAD)
      return inHead(fragments[selection.name.value]?.selectionSet, fragments, ofEvent)
    const name = selection.name.value
    if (ofEvent) return headFields.has(name)
    return !pageFields[name] || inHead(selection.selectionSet, fragments, name !== 'edges')
  })

const byField = new WeakMap<FieldNode, boolean>()

/** Whether a query asks of a page of events only what their heads hold. Worked out once for each document. */
export const asksHeadsOnly = ({ fieldNodes, fragments }: GraphQLResolveInfo): boolean =>
  fieldNodes.every((field) => {
    const headsOnly = byField.get(field) ?? inHead(field.selectionSet, fragments, false)
    byField.set(field, headsOnly)
    return headsOnly
  })
