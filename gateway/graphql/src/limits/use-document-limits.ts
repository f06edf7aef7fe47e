import {
  type ASTVisitor,
  type DocumentNode,
  type FieldNode,
  GraphQLError,
  Kind,
  Lexer,
  parse,
  Source,
  TokenKind,
  type ValidationContext,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'
import { placeInWords, refusal } from '../schema/errors.ts'
import type { Limits } from './limits.ts'

type Selecting = { selectionSet?: { selections: readonly unknown[] } | undefined }

/** Refuses a query that is nested deeper than allowed. Introspection is not counted: its queries are deep by nature. */
const depthRule = (limit: number) =>
  function depthLimit(context: ValidationContext): ASTVisitor {
    const depths = new Map<string, number>()
    const depthOf = (node: Selecting, within: readonly string[]): number => {
      let deepest = 0
      for (const selection of (node.selectionSet?.selections ?? []) as readonly FieldNode[]) {
        const kind = selection.kind as string
        const name = selection.name?.value
        if (kind === Kind.FIELD && name?.startsWith('__')) continue
        if (kind === Kind.FRAGMENT_SPREAD) {
          // Fragments that contain each other are refused by another rule.
          if (within.includes(name)) continue
          const fragment = context.getFragment(name)
          if (fragment && !depths.has(name)) depths.set(name, depthOf(fragment, [...within, name]))
          deepest = Math.max(deepest, depths.get(name) ?? 0)
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

/**
 * Whether a text has more tokens than allowed. A text that can't be split into tokens is left to the parser, which
 * refuses it.
 */
const isTooLong = (source: string | Source, tokens: number): boolean => {
  const lexer = new Lexer(typeof source === 'string' ? new Source(source) : source)
  try {
    for (let read = 0; read <= tokens; read++) if (lexer.advance().kind === TokenKind.EOF) return false
    return true
  } catch {
    return false
  }
}

/** @throws a refusal `QUERY_TOO_LARGE` or `GRAPHQL_PARSE_FAILED`, which says where and repeats nothing */
const parseWithin = (source: string | Source, tokens: number): DocumentNode => {
  try {
    return parse(source, { maxTokens: tokens })
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error
    const { source: text, positions } = error
    const place = { ...(text ? { source: text } : {}), ...(positions ? { positions } : {}) }
    if (isTooLong(source, tokens))
      throw refusal(
        'QUERY_TOO_LARGE',
        { en: `the query has more than ${tokens} tokens`, zh: `查询的词法单元超过 ${tokens} 个` },
        {},
        place,
      )
    const at = placeInWords(error)
    throw refusal(
      'GRAPHQL_PARSE_FAILED',
      { en: `the query has a syntax error${at.en}`, zh: `查询有语法错误${at.zh}` },
      {},
      place,
    )
  }
}

/** Limits on the text of a query: tokens while it is parsed, then depth, aliases and root fields. */
export const useDocumentLimits = (limits: Limits): Plugin => {
  const rules = [depthRule(limits.depth), aliasRule(limits)]
  return {
    onParse: ({ setParseFn }) => {
      setParseFn((source: string | Source) => parseWithin(source, limits.tokens))
    },
    onValidate: ({ addValidationRule }) => {
      for (const rule of rules) addValidationRule(rule)
    },
  }
}
