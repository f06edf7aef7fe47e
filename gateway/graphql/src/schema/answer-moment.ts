import { type MomentAsked, pinnedMoment, waitFor } from '@hub/reading/moment.ts'
import type { Moment as MomentOfViews, Reader } from '@hub/reading/reader.ts'
import {
  type DocumentNode,
  type ExecutionArgs,
  type FieldNode,
  type GraphQLResolveInfo,
  getOperationAST,
  Kind,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql'
import type { Plugin } from 'graphql-yoga'
import type { GatewayContext } from './context.ts'

/** The moment of a root field, or those of its arguments. */
type Asked = MomentOfViews | Readonly<Record<string, MomentOfViews>>

type Now = ReturnType<Reader['checkpoint']>
type Answer = { atLeast: string | undefined; now?: Promise<Now>; moments: Record<string, Asked> }

const answers = new WeakMap<object, Answer>()

const answerOf = (context: GatewayContext): Answer => {
  const begun = answers.get(context)
  if (begun) return begun
  const answer: Answer = { atLeast: undefined, moments: {} }
  answers.set(context, answer)
  return answer
}

const nowOf = async (reader: Reader, atLeast: string | undefined): Promise<Now> => {
  if (atLeast) await waitFor(reader, atLeast)
  return reader.checkpoint()
}

const pinnedNow = async (context: GatewayContext, asked: MomentAsked | null | undefined): Promise<MomentOfViews> => {
  const answer = answerOf(context)
  answer.now ??= nowOf(context.reader, answer.atLeast)
  return pinnedMoment(context.reader, asked, await answer.now)
}

/**
 * The moment that a root field is answered for. All fields of an answer that ask for now get the same one: how far the
 * views were when the first of them was resolved, after waiting for the latest `atLeast` of any. The moment is also
 * returned in `extensions.moments`.
 * @throws the refusals of `pinnedMoment`
 */
export const answerMoment = async (
  context: GatewayContext,
  asked: MomentAsked | null | undefined,
  info: GraphQLResolveInfo,
): Promise<MomentOfViews> => {
  const moment = await pinnedNow(context, asked)
  answerOf(context).moments[String(info.path.key)] = moment
  return moment
}

/**
 * The two moments of a root field that compares. Both are also returned in `extensions.moments`, each under its
 * argument.
 */
export const answerMoments = async (
  context: GatewayContext,
  asked: { a: MomentAsked; b?: MomentAsked | null | undefined },
  info: GraphQLResolveInfo,
): Promise<{ a: MomentOfViews; b: MomentOfViews }> => {
  const moments = { a: await pinnedNow(context, asked.a), b: await pinnedNow(context, asked.b) }
  answerOf(context).moments[String(info.path.key)] = moments
  return moments
}

const rootFields = (document: DocumentNode, { selections }: SelectionSetNode): FieldNode[] =>
  selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection]
    if (selection.kind === Kind.INLINE_FRAGMENT) return rootFields(document, selection.selectionSet)
    const fragment = document.definitions.find(
      (definition) => definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === selection.name.value,
    )
    return fragment?.kind === Kind.FRAGMENT_DEFINITION ? rootFields(document, fragment.selectionSet) : []
  })

const kept = new WeakMap<DocumentNode, Map<string, readonly ValueNode[]>>()

/** The values of `atLeast` in the root fields of an operation, found once a document. */
const valuesOf = ({ document, operationName }: ExecutionArgs): readonly ValueNode[] => {
  const byOperation = kept.get(document) ?? new Map<string, readonly ValueNode[]>()
  kept.set(document, byOperation)
  const name = operationName ?? ''
  const remembered = byOperation.get(name)
  if (remembered) return remembered
  const operation = getOperationAST(document, operationName)
  const values = operation
    ? rootFields(document, operation.selectionSet).flatMap((field) =>
        (field.arguments ?? []).filter((argument) => argument.name.value === 'atLeast').map(({ value }) => value),
      )
    : []
  byOperation.set(name, values)
  return values
}

const latest = (args: ExecutionArgs): string | undefined =>
  valuesOf(args)
    .map((value) => {
      if (value.kind === Kind.VARIABLE) return args.variableValues?.[value.name.value]
      return value.kind === Kind.STRING ? value.value : undefined
    })
    .filter((value) => typeof value === 'string')
    .sort()
    .at(-1)

const isOne = (asked: Asked): asked is MomentOfViews => typeof asked.position === 'string'

const momentShown = (asked: Asked): object =>
  isOne(asked)
    ? { asOf: asked.asOf ?? null, asKnownAt: asked.knownTime || null, position: asked.position }
    : Object.fromEntries(Object.entries(asked).map(([argument, moment]) => [argument, momentShown(moment)]))

/** Gives all root fields of an answer the same now, and returns the moment of each in `extensions.moments`. */
export const useAnswerMoment = (): Plugin<GatewayContext> => ({
  onExecute: ({ args }) => {
    const context = args.contextValue
    answerOf(context).atLeast = latest(args as ExecutionArgs)
    return {
      onExecuteDone: ({ result, setResult }) => {
        const { moments } = answerOf(context)
        if (Symbol.asyncIterator in result || Object.keys(moments).length === 0) return
        const shown = Object.fromEntries(Object.entries(moments).map(([key, moment]) => [key, momentShown(moment)]))
        setResult({ ...result, extensions: { ...result.extensions, moments: shown } })
      },
    }
  },
})
