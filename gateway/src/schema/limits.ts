import { type ASTVisitor, type FieldNode, Kind, parse, type ValidationContext } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { refusal } from './errors.ts'

/** What one request may ask. */
export const limits = { depth: 12, aliases: 30, tokens: 2000, rootFields: 20 } as const

/** Refuses a query that goes deeper than allowed; introspection, whose depth is its own, apart. */
export const depthLimit = (context: ValidationContext): ASTVisitor => {
  const depthOf = (
    node: { selectionSet?: { selections: readonly unknown[] } | undefined },
    seen: readonly string[],
  ): number => {
    let deepest = 0
    for (const selection of (node.selectionSet?.selections ?? []) as readonly FieldNode[]) {
      const kind = selection.kind as string
      const name = selection.name?.value
      if (kind === Kind.FIELD && name?.startsWith('__')) continue
      if (kind === Kind.FRAGMENT_SPREAD) {
        const fragment = context.getFragment(name)
        if (fragment && !seen.includes(name)) deepest = Math.max(deepest, depthOf(fragment, [...seen, name]))
      } else deepest = Math.max(deepest, (kind === Kind.FIELD ? 1 : 0) + depthOf(selection, seen))
    }
    return deepest
  }
  return {
    OperationDefinition: (node) => {
      if (depthOf(node, []) > limits.depth)
        context.reportError(refusal('QUERY_TOO_LARGE', `the query is deeper than ${limits.depth}`))
    },
  }
}

/** Refuses a query with more aliases, or more root fields, than allowed. */
export const aliasLimit = (context: ValidationContext): ASTVisitor => {
  let aliases = 0
  return {
    Field: (node) => {
      if (node.alias && ++aliases === limits.aliases + 1)
        context.reportError(refusal('QUERY_TOO_LARGE', `the query has more than ${limits.aliases} aliases`))
    },
    OperationDefinition: (node) => {
      if (node.selectionSet.selections.length > limits.rootFields)
        context.reportError(refusal('QUERY_TOO_LARGE', `the query has more than ${limits.rootFields} root fields`))
    },
  }
}

/** Brings the limits to Yoga. */
export const useLimits = (): Plugin => ({
  onParse: ({ setParseFn }) => {
    setParseFn((source: Parameters<typeof parse>[0]) => parse(source, { maxTokens: limits.tokens }))
  },
  onValidate: ({ addValidationRule }) => {
    addValidationRule(depthLimit)
    addValidationRule(aliasLimit)
  },
})
