import { type ASTVisitor, type FieldNode, Kind, parse, type ValidationContext } from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { refusal } from '../schema/errors.ts'
import type { Limits } from './limits.ts'

type Selecting = { selectionSet?: { selections: readonly unknown[] } | undefined }

/** Refuses a query that goes deeper than allowed; introspection, whose depth is its own, apart. */
const depthRule = (limit: number) =>
  function depthLimit(context: ValidationContext): ASTVisitor {
    const known = new Map<string, number>()
    const depthOf = (node: Selecting, within: readonly string[]): number => {
      let deepest = 0
      for (const selection of (node.selectionSet?.selections ?? []) as readonly FieldNode[]) {
        const kind = selection.kind as string
        const name = selection.name?.value
        if (kind === Kind.FIELD && name?.startsWith('__')) continue
        if (kind === Kind.FRAGMENT_SPREAD) {
          // A cycle is another rule's to refuse.
          if (within.includes(name)) continue
          const fragment = context.getFragment(name)
          if (fragment && !known.has(name)) known.set(name, depthOf(fragment, [...within, name]))
          deepest = Math.max(deepest, known.get(name) ?? 0)
        } else deepest = Math.max(deepest, (kind === Kind.FIELD ? 1 : 0) + depthOf(selection, within))
      }
      return deepest
    }
    return {
      OperationDefinition: (node) => {
        if (depthOf(node, []) > limit)
          context.reportError(
            refusal('QUERY_TOO_LARGE', { en: `the query is deeper than ${limit}`, zh: `查询深度超过 ${limit}` }),
          )
      },
    }
  }

/** Refuses a query with more aliases, or more root fields, than allowed. */
const aliasRule = (limits: Limits) =>
  function aliasLimit(context: ValidationContext): ASTVisitor {
    let aliases = 0
    return {
      Field: (node) => {
        if (node.alias && ++aliases === limits.aliases + 1)
          context.reportError(
            refusal('QUERY_TOO_LARGE', {
              en: `the query has more than ${limits.aliases} aliases`,
              zh: `查询的别名超过 ${limits.aliases} 个`,
            }),
          )
      },
      OperationDefinition: (node) => {
        if (node.selectionSet.selections.length > limits.rootFields)
          context.reportError(
            refusal('QUERY_TOO_LARGE', {
              en: `the query has more than ${limits.rootFields} root fields`,
              zh: `查询的根字段超过 ${limits.rootFields} 个`,
            }),
          )
      },
    }
  }

/** Limits on the text of a query: tokens while it is parsed, then depth, aliases and root fields. */
export const useDocumentLimits = (limits: Limits): Plugin => {
  const rules = [depthRule(limits.depth), aliasRule(limits)]
  return {
    onParse: ({ setParseFn }) => {
      setParseFn((source: Parameters<typeof parse>[0]) => parse(source, { maxTokens: limits.tokens }))
    },
    onValidate: ({ addValidationRule }) => {
      for (const rule of rules) addValidationRule(rule)
    },
  }
}
